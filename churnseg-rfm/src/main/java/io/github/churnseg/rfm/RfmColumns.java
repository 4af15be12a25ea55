package io.github.churnseg.rfm;

/** The columns of an {@link RfmTable}, which owns the arrays; equal columns share one array. */
final class RfmColumns {

  static final int UNKNOWN_ORDERS = -1;

  final int[] recency;
  final int[] frequency;
  final double[] monetary;

  /** Orders of each row, {@link #UNKNOWN_ORDERS} where a table from elsewhere does not say. */
  final int[] orders;

  /** Total money of each row, NaN where a table from elsewhere does not say. */
  final double[] revenue;

  RfmColumns(int[] recency, int[] frequency, double[] monetary, int[] orders, double[] revenue) {
    this.recency = recency;
    this.frequency = frequency;
    this.monetary = monetary;
    this.orders = orders;
    this.revenue = revenue;
  }
}
