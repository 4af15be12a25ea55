package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The figures of some of the customers beside those of sets without groups. Entry 0 of each gap is
 * of one group, entry i of k = from + i - 1; entry i of a silhouette is of k = from + i.
 */
final class Chance {

  final int from;
  final double[] gap;
  final double[] gapError;

  /** Of the customers drawn, by squared distance. */
  final double[] silhouette;

  /** The higher of what the two kinds of sets give on average, and its standard deviation. */
  final double[] chance;

  final double[] chanceDeviation;

  private Chance(int from, int count) {
    this.from = from;
    this.gap = new double[count + 1];
    this.gapError = new double[count + 1];
    this.silhouette = new double[count];
    this.chance = new double[count];
    this.chanceDeviation = new double[count];
  }

  static Chance of(int from, References.Figures[] figures, int sets) {
    int count = figures[0].silhouette.length;
    Chance result = new Chance(from, count);
    for (int entry = 0; entry <= count; entry++) {
      int at = entry;
      double[] logs =
          IntStream.rangeClosed(1, sets).mapToDouble(s -> figures[s].logInertia[at]).toArray();
      result.gap[entry] = mean(logs) - figures[0].logInertia[entry];
      result.gapError[entry] = deviation(logs) * Math.sqrt(1 + 1.0 / sets);
    }
    for (int entry = 0; entry < count; entry++) {
      result.silhouette[entry] = figures[0].silhouette[entry];
      double[] uniform = silhouettes(figures, entry, 1, sets);
      double[] normal = silhouettes(figures, entry, sets + 1, 2 * sets);
      double[] higher = mean(uniform) >= mean(normal) ? uniform : normal;
      result.chance[entry] = mean(higher);
      result.chanceDeviation[entry] = deviation(higher);
    }
    return result;
  }

  private static double[] silhouettes(
      References.Figures[] figures, int entry, int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToDouble(set -> figures[set].silhouette[entry])
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / values.length);
  }

  double gap(int k) {
    return k == 1 ? gap[0] : gap[k - from + 1];
  }

  double gapError(int k) {
    return k == 1 ? gapError[0] : gapError[k - from + 1];
  }

  double silhouette(int k) {
    return silhouette[k - from];
  }

  double chance(int k) {
    return chance[k - from];
  }

  double chanceDeviation(int k) {
    return chanceDeviation[k - from];
  }
}
