package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.List;

/** The least and the largest value of each dimension, and the largest weight. */
final class Ranges {

  private static final int CHUNK = 1 << 14;

  final double[] low;
  final double[] high;
  final double heaviest;

  private Ranges(List<Ends> ends, double heaviest) {
    this.low = ends.stream().mapToDouble(Ends::least).toArray();
    this.high = ends.stream().mapToDouble(Ends::most).toArray();
    this.heaviest = heaviest;
  }

  static Ranges of(double[][] columns, double[] weights, Workers workers) {
    return of(
        Arrays.stream(columns).map(column -> ends(column, workers)).toList(), weights, workers);
  }

  /** The same where the ends of each dimension are known. */
  static Ranges of(List<Ends> ends, double[] weights, Workers workers) {
    return new Ranges(ends, weights.length == 0 ? 1 : ends(weights, workers).most());
  }

  private static Ends ends(double[] values, Workers workers) {
    Ends[] ends = new Ends[(values.length + CHUNK - 1) / CHUNK];
    workers.forEach(
        ends.length,
        chunk -> {
          int from = chunk * CHUNK;
          ends[chunk] = Ends.of(values, from, Math.min(values.length, from + CHUNK));
        });
    return Arrays.stream(ends).reduce(Ends::and).orElseThrow();
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
