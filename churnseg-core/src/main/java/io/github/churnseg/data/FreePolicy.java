package io.github.churnseg.data;

/**
 * What happens to lines that cost nothing as they are read: price, quantity or amount 0. The
 * default is {@link #KEEP}.
 */
public enum FreePolicy {
  /** They are purchases of 0. The default: who orders a sample has ordered. */
  KEEP,

  /**
   * They are left out and counted. A line that only became free because all of it was returned
   * stays.
   */
  DROP
}
