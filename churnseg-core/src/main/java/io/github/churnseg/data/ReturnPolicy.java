package io.github.churnseg.data;

/**
 * What happens to returns: lines with a negative quantity or amount, and the lines of cancelled
 * orders (see {@link TransactionColumns#cancelledIf}). The default is {@link #NET}.
 */
public enum ReturnPolicy {
  /**
   * They stay in the log and take their money off the customer's, and count into nothing else:
   * neither orders nor lines nor the last purchase. The default, because it keeps the log's total
   * what the shop earned.
   */
  NET,

  /** They are left out and counted; what was taken back counts as bought. */
  EXCLUDE,

  /**
   * Each takes goods back from earlier lines of the same customer and product, the latest first,
   * over as many lines as it needs, and never below nothing. What a line sold is reduced; a line
   * that came back whole stays, with an amount of 0, because it was an order. The returns
   * themselves leave the log; what finds no purchase (bought before the file begins) is ignored and
   * counted. Needs a product column. Matches quantities where they are mapped, else amounts; costs
   * one sort of the lines of returned products.
   */
  MATCH
}
