package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random parts of points. */
final class Draws {

  private Draws() {}

  /** At most so many of the numbers below {@code size}, without replacement, ascending. */
  static int[] some(int size, int most, SplittableRandom random) {
    int wanted = Math.min(size, most);
    int[] drawn = new int[wanted];
    int count = 0;
    for (int number = 0; count < wanted; number++) {
      if (random.nextInt(size - number) < wanted - count) {
        drawn[count++] = number;
      }
    }
    return drawn;
  }

  /** As many points as there are, or {@code most}, with replacement; those drawn twice weigh so. */
  static Points bootstrap(Points points, int most, SplittableRandom random, Workers workers) {
    int draws = Math.min(points.size(), most);
    int[] drawn = random.ints(draws, 0, points.size()).sorted().toArray();
    int[] once = Arrays.stream(drawn).distinct().toArray();
    double[] weights = new double[once.length];
    int place = -1;
    for (int i = 0; i < draws; i++) {
      place += i == 0 || drawn[i] != drawn[i - 1] ? 1 : 0;
      weights[place] += points.weight(drawn[i]);
    }
    return Points.inTiles(columns(points.columns(), once), weights, workers);
  }

  static double[][] columns(double[][] columns, int[] points) {
    double[][] some = new double[columns.length][];
    Arrays.setAll(
        some, j -> Arrays.stream(points).mapToDouble(point -> columns[j][point]).toArray());
    return some;
  }
}
