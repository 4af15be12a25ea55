package io.github.churnseg.rfm;

/** What the F of RFM counts. */
public enum Frequency {
  /** Distinct orders; the default, because an order is one decision to buy. */
  ORDERS,
  /** Distinct calendar days with a purchase. */
  DAYS,
  /** Order lines. */
  LINES,
  /** Distinct days after the day of the first purchase, as the BTYD models count. */
  REPEAT_DAYS
}
