package io.github.churnseg.classify;

import java.util.Optional;

/**
 * How much a model relies on one column, and which way the column moves it. Immutable.
 *
 * @param column its name among the customers' columns
 * @param importance how much the model relies on it, in the units of the report it is from
 * @param spread standard deviation of the importance, in the same units; see the report
 * @param direction -1 to 1: the correlation of the column's value with what it does to the
 *     prediction; 1 means that more always raises it, -1 that more always lowers it. {@code NaN}
 *     where the column has no order, does nothing, or no class is looked for
 */
public record ColumnImportance(String column, double importance, double spread, double direction) {

  private static final double CLEAR = 0.3;

  /**
   * Whether more of the column makes the class more likely.
   *
   * @return {@code raises} or {@code lowers} where the direction is at least 0.3 from zero, {@code
   *     mixed} where it is nearer, and nothing where there is none
   */
  public Optional<String> sign() {
    if (Double.isNaN(direction)) {
      return Optional.empty();
    }
    return Optional.of(direction >= CLEAR ? "raises" : direction <= -CLEAR ? "lowers" : "mixed");
  }
}
