package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The columns of a {@link BtydTable}, which owns the arrays. */
final class BtydColumns {

  final int[] frequency;
  final int[] recency;
  final int[] age;
  final double[] monetary;

  /** All money of each row, the first day included. */
  final double[] total;

  private BtydColumns(
      int[] frequency, int[] recency, int[] age, double[] monetary, double[] total) {
    this.frequency = frequency;
    this.recency = recency;
    this.age = age;
    this.monetary = monetary;
    this.total = total;
  }

  static BtydColumns of(
      int[] frequency,
      int[] recency,
      int[] age,
      double[] total,
      IntToDoubleFunction firstDayMoney) {
    double[] monetary = new double[total.length];
    Arrays.setAll(
        monetary,
        row ->
            frequency[row] == 0
                ? 0
                : Decimals.divide(
                    Decimals.subtract(total[row], firstDayMoney.applyAsDouble(row)),
                    frequency[row]));
    return new BtydColumns(frequency, recency, age, monetary, total);
  }
}
