package io.github.churnseg.rfm;

/** What the M of RFM is. */
public enum Monetary {
  /** All money spent, less returns; the default, because it is what the customer is worth. */
  TOTAL,
  /** All money spent, less returns, divided by the number of orders. */
  MEAN_PER_ORDER
}
