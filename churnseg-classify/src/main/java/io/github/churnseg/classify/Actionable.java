package io.github.churnseg.classify;

/**
 * A column whose value a business can change, which way, and how far. Immutable: each wither
 * returns a new object.
 *
 * <pre>{@code
 * Actionable.column("discount").onlyUp().between(0, 0.3)
 * }</pre>
 */
public final class Actionable {

  private final String column;
  private final boolean up;
  private final boolean down;
  private final double least;
  private final double most;

  private Actionable(String column, boolean up, boolean down, double least, double most) {
    this.column = column;
    this.up = up;
    this.down = down;
    this.least = least;
    this.most = most;
  }

  /**
   * A column that may go up and down, to any value that some customer has.
   *
   * @param name one of the columns the model was fitted on
   * @return the column
   */
  public static Actionable column(String name) {
    return new Actionable(name, true, true, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Says that the value can only be raised.
   *
   * @return a new object
   */
  public Actionable onlyUp() {
    return new Actionable(column, true, false, least, most);
  }

  /**
   * Says that the value can only be lowered.
   *
   * @return a new object
   */
  public Actionable onlyDown() {
    return new Actionable(column, false, true, least, most);
  }

  /**
   * Sets how far the value can be changed; of an ordered column, the places of its levels from 0.
   *
   * @param lowest the lowest value, in the column's unit
   * @param highest the highest value, in the column's unit
   * @return a new object
   */
  public Actionable between(double lowest, double highest) {
    if (!(lowest <= highest)) {
      throw new IllegalArgumentException(
          "column '%s' between %s and %s holds no value; give the lower limit first"
              .formatted(column, lowest, highest));
    }
    return new Actionable(column, up, down, lowest, highest);
  }

  String name() {
    return column;
  }

  /** Whether a value may become another; both are numbers or places. */
  boolean allows(double from, double to) {
    return to >= least && to <= most && (to > from ? up : down) && to != from;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** The column, its direction and its limits. */
  @Override
  public String toString() {
    String way = up && down ? "" : up ? " up" : " down";
    String limits =
        Double.isInfinite(least) && Double.isInfinite(most)
            ? ""
            : " between " + ColumnValues.shown(least) + " and " + ColumnValues.shown(most);
    return column + way + limits;
  }
}
