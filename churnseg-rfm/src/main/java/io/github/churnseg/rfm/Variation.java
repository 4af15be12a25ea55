package io.github.churnseg.rfm;

/**
 * How the X, Y and Z of ABC-XYZ measure the unsteadiness of a customer. Standard deviations are
 * those of a sample (n - 1). Results are rounded to nine decimals, so that money held in doubles
 * never decides on which side of a limit a customer falls.
 */
public enum Variation {
  /**
   * Coefficient of variation of the order totals: standard deviation over mean; the default,
   * because it asks how alike the orders are and needs no calendar. Missing with a single order; 0
   * where all totals are equal, and infinite where they differ about a mean of zero or less.
   */
  ORDER_TOTALS("coefficient of variation of order totals"),
  /**
   * Coefficient of variation of the demand per calendar month, as stock keeping uses it: the months
   * from the first purchase to the last whole month of the log, months without a purchase as zero.
   * Rare buyers are unsteady by this measure however alike their orders are. Missing with fewer
   * than two such months.
   */
  MONTHLY_DEMAND("coefficient of variation of demand per calendar month"),
  /**
   * Standard deviation of the order totals in money, not relative to their mean. It grows with the
   * size of the orders, so its limits are the caller's to set. Missing with a single order.
   */
  ORDER_DEVIATION("standard deviation of order totals in money");

  private final String description;

  Variation(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}
