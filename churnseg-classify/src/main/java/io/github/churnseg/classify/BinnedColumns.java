package io.github.churnseg.classify;

import java.util.Arrays;

/** Each column cut into at most 256 bins of about as many rows, and the bin of each row. */
final class BinnedColumns {

  static final int MOST = 256;

  /** {@code bins[column][row]}. */
  final byte[][] bins;

  /** {@code cuts[column][bin]}: the largest value that still falls into the bin or below. */
  final double[][] cuts;

  private BinnedColumns(byte[][] bins, double[][] cuts) {
    this.bins = bins;
    this.cuts = cuts;
  }

  static BinnedColumns of(TrainingRows rows) {
    byte[][] bins = new byte[rows.columns()][rows.size()];
    double[][] cuts = new double[rows.columns()][];
    double[] values = new double[rows.size()];
    for (int column = 0; column < rows.columns(); column++) {
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.inputs[row * rows.columns() + column];
      }
      cuts[column] = cuts(values);
      for (int row = 0; row < values.length; row++) {
        bins[column][row] = (byte) bin(cuts[column], values[row]);
      }
    }
    return new BinnedColumns(bins, cuts);
  }

  int bin(int column, int row) {
    return bins[column][row] & 0xFF;
  }

  private static int bin(double[] cuts, double value) {
    int place = Arrays.binarySearch(cuts, value);
    return place < 0 ? -place - 1 : place;
  }

  /** Half way between neighbouring values, where enough rows have gathered since the last cut. */
  private static double[] cuts(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] cuts = new double[MOST - 1];
    int count = 0;
    long distinct = Arrays.stream(sorted).distinct().count();
    double least = distinct <= MOST ? 0 : (double) sorted.length / MOST;
    double wanted = least;
    for (int at = 1; at < sorted.length && count < cuts.length; at++) {
      if (sorted[at] > sorted[at - 1] && at >= wanted) {
        double middle = sorted[at - 1] + (sorted[at] - sorted[at - 1]) / 2;
        cuts[count++] = middle < sorted[at] ? middle : sorted[at - 1];
        wanted = at + least;
      }
    }
    return Arrays.copyOf(cuts, count);
  }
}
