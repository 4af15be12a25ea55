package io.github.churnseg.data;

/**
 * What happens to a row that cannot be used: its time is no date, its amount no number, it has too
 * few fields. The default is {@link #STRICT}.
 */
public enum RowPolicy {
  /**
   * The source is refused at the first such row, with its line. The default: a row that vanishes
   * silently makes every figure a little wrong, and nobody notices.
   */
  STRICT,

  /** Such rows are left out; the report counts them by reason, with the first lines of each. */
  SKIP
}
