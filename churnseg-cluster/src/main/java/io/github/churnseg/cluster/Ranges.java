package io.github.churnseg.cluster;

/** The least and the largest value of each dimension, and the largest weight. */
final class Ranges {

  private static final int CHUNK = 1 << 14;

  final double[] low;
  final double[] high;
  final double heaviest;

  private Ranges(double[] low, double[] high, double heaviest) {
    this.low = low;
    this.high = high;
    this.heaviest = heaviest;
  }

  static Ranges of(double[][] columns, double[] weights, Workers workers) {
    double[] low = new double[columns.length];
    double[] high = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      double[] ends = ends(columns[j], workers);
      low[j] = ends[0];
      high[j] = ends[1];
    }
    return new Ranges(low, high, weights.length == 0 ? 1 : ends(weights, workers)[1]);
  }

  private static double[] ends(double[] values, Workers workers) {
    double[][] ends = new double[(values.length + CHUNK - 1) / CHUNK][];
    workers.forEach(
        ends.length,
        chunk ->
            ends[chunk] =
                ends(values, chunk * CHUNK, Math.min(values.length, (chunk + 1) * CHUNK)));
    double[] all = ends[0];
    for (double[] part : ends) {
      all[0] = Math.min(all[0], part[0]);
      all[1] = Math.max(all[1], part[1]);
    }
    return all;
  }

  private static double[] ends(double[] values, int from, int to) {
    double least = values[from];
    double most = least;
    for (int point = from; point < to; point++) {
      // Branches, since they are hardly ever taken.
      if (values[point] < least) {
        least = values[point];
      } else if (values[point] > most) {
        most = values[point];
      }
    }
    return new double[] {least, most};
  }

  /** No value of a dimension is larger, in absolute value. */
  double largest(int dimension) {
    return Math.max(Math.abs(low[dimension]), Math.abs(high[dimension]));
  }

  /** The square of a dimension's range. */
  double square(int dimension) {
    double range = high[dimension] - low[dimension];
    return range * range;
  }

  /** No squared distance between two points is larger, up to rounding. */
  double square() {
    double square = 0;
    for (int j = 0; j < low.length; j++) {
      square += square(j);
    }
    return square;
  }
}
