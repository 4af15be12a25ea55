package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.function.IntUnaryOperator;

/** Sums money by any grouping of lines. */
final class GroupSums {

  private GroupSums() {}

  static double[] of(Transactions log, IntUnaryOperator groupOfLine, int groups) {
    double[] sums = new double[groups];
    for (int line = 0; line < log.size(); line++) {
      int group = groupOfLine.applyAsInt(line);
      if (group >= 0) {
        sums[group] += log.amount(line);
      }
    }
    return sums;
  }
}
