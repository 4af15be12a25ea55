package io.github.churnseg.cluster;

import java.util.Arrays;

/** The sum of the squared distances of points from the centres of their groups. */
final class Inertia {

  /** Of the inertia, the largest share that may be wrong. */
  private static final double MOST_ERROR = 1e-13;

  private static final double ROUNDING = 0x1p-53;

  private Inertia() {}

  /**
   * By how much the centres lessen the points' squared distances from their mean, which takes no
   * pass over the points; if so little is left that rounding might show, by adding up that.
   *
   * @param sums of the groups
   * @param groups the group of each point
   * @param centres one a group, wherever they are
   */
  static double of(Points points, Sums sums, int[] groups, double[][] centres, Workers workers) {
    Moments moments = points.moments();
    double inertia = Arrays.stream(moments.variances).sum() * moments.weight;
    double roundings = 8 * inertia;
    for (int group = 0; group < centres.length; group++) {
      double weight = sums.weight(group);
      for (int j = 0; j < moments.means.length; j++) {
        double centre = centres[group][j] - moments.means[j];
        double sum = sums.away(group, j, moments.means[j]);
        inertia -= centre * (2 * sum - weight * centre);
        // Values were rounded when they were weighted.
        double values = weight * points.ranges().largest(j);
        roundings +=
            Math.abs(centre) * (4 * Math.abs(sum) + 4 * weight * Math.abs(centre) + values);
      }
    }
    return roundings * ROUNDING < MOST_ERROR * inertia
        ? inertia
        : summed(points, groups, centres, workers);
  }

  private static double summed(Points points, int[] groups, double[][] centres, Workers workers) {
    double[][] values = new double[points.dimensions()][];
    Arrays.setAll(values, j -> Arrays.stream(centres).mapToDouble(c -> c[j]).toArray());
    return ExactTotal.of(
        groups.length,
        points.ranges().square() * points.ranges().heaviest,
        workers,
        (from, count, block) -> {
          Arrays.fill(block, 0, count, 0);
          int j = 0;
          for (; j + 1 < values.length; j += 2) {
            double[] one = points.column(j);
            double[] other = points.column(j + 1);
            addSquares(one, other, groups, values[j], values[j + 1], from, count, block);
          }
          if (j < values.length) {
            addSquares(points.column(j), groups, values[j], from, count, block);
          }
          for (int i = 0; i < count; i++) {
            block[i] *= points.weight(from + i);
          }
        });
  }

  /** Two dimensions at a time, since a point's group is looked up once for both. */
  private static void addSquares(
      double[] one,
      double[] other,
      int[] groups,
      double[] values,
      double[] otherValues,
      int from,
      int count,
      double[] block) {
    for (int i = 0; i < count; i++) {
      int group = groups[from + i];
      double away = one[from + i] - values[group];
      double otherAway = other[from + i] - otherValues[group];
      block[i] = block[i] + away * away + otherAway * otherAway;
    }
  }

  private static void addSquares(
      double[] column, int[] groups, double[] values, int from, int count, double[] block) {
    for (int i = 0; i < count; i++) {
      double away = column[from + i] - values[groups[from + i]];
      block[i] += away * away;
    }
  }
}
