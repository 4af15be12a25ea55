package io.github.churnseg.classify;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Places in order, the mean place for equals. */
final class Ranks {

  private Ranks() {}

  /** From 1 for the smallest; {@code NaN} for a missing number, which takes no place. */
  static double[] of(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .filter(row -> !Double.isNaN(values[row]))
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[values.length];
    Arrays.fill(ranks, Double.NaN);
    for (int from = 0, to; from < order.length; from = to) {
      to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int place = from; place < to; place++) {
        ranks[order[place]] = (from + 1 + to) / 2.0;
      }
    }
    return ranks;
  }
}
