package io.github.churnseg.classify;

/**
 * How far one column follows from another. Immutable.
 *
 * @param first one column
 * @param second the other
 * @param pearson linear correlation, -1 to 1; {@code NaN} unless both have an order and change
 * @param spearman correlation of ranks, -1 to 1; {@code NaN} unless both have an order and change
 * @param phik dependence of any shape, 0 to 1, also of categories; {@code NaN} where a column never
 *     changes, or has more than 200 categories
 */
public record CorrelatedPair(
    String first, String second, double pearson, double spearman, double phik) {

  /** The strongest of the three without its sign; 0 where there is none. */
  double strength() {
    double strength = 0;
    for (double one : new double[] {pearson, spearman, phik}) {
      strength = Double.isNaN(one) ? strength : Math.max(strength, Math.abs(one));
    }
    return strength;
  }

  /** The other of the two. */
  String other(String column) {
    return column.equals(first) ? second : first;
  }

  boolean has(String column) {
    return column.equals(first) || column.equals(second);
  }
}
