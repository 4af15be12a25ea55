package io.github.churnseg.classify;

import java.util.Arrays;

/** Each column as its distinct values, ascending, and the place of each row's value among them. */
final class RankedColumns {

  /** {@code distinct[column][rank]}. */
  final double[][] distinct;

  /** {@code ranks[column][row]}. */
  final int[][] ranks;

  private RankedColumns(double[][] distinct, int[][] ranks) {
    this.distinct = distinct;
    this.ranks = ranks;
  }

  static RankedColumns of(TrainingRows rows) {
    double[][] distinct = new double[rows.columns()][];
    int[][] ranks = new int[rows.columns()][rows.size()];
    double[] values = new double[rows.size()];
    for (int column = 0; column < distinct.length; column++) {
      for (int row = 0; row < values.length; row++) {
        // adding zero makes one of both zeros
        values[row] = rows.inputs[row * distinct.length + column] + 0.0;
      }
      double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
      for (int row = 0; row < values.length; row++) {
        ranks[column][row] = Arrays.binarySearch(sorted, values[row]);
      }
      distinct[column] = sorted;
    }
    return new RankedColumns(distinct, ranks);
  }

  int size() {
    return ranks.length;
  }

  /** Half way from a value to another of the column, and below the second in any case. */
  double between(int column, int rank, int nextRank) {
    double lower = distinct[column][rank];
    double upper = distinct[column][nextRank];
    double middle = lower / 2 + upper / 2;
    return middle >= lower && middle < upper ? middle : lower;
  }
}
