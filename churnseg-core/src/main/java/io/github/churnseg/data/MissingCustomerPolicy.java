package io.github.churnseg.data;

/**
 * What happens to a row that names no customer, such as a sale to a guest. The default is {@link
 * #INVALID}.
 */
public enum MissingCustomerPolicy {
  /**
   * It is a row that cannot be used: {@link RowPolicy} decides. The default, because a quarter of a
   * file without customers is more often a wrong mapping than a wish.
   */
  INVALID,

  /** It is left out and counted, also under {@link RowPolicy#STRICT}. */
  DROP
}
