package io.github.churnseg.cluster;

/**
 * The innermost loops: the nearest and the second nearest of some centres for each of a few points.
 * Every implementation gives the same bits: squares are added in the order of the dimensions, and
 * no step is fused.
 */
interface Kernel {

  /** How many points {@link #nearest} takes at most. */
  int MOST_POINTS = 256;

  /**
   * Finds the nearest centres, the first of equally near ones.
   *
   * @param columns the points
   * @param from the first of them
   * @param count how many
   * @param centres all centres
   * @param candidates the centres to look at, in ascending order
   * @param candidateCount how many of them
   * @param found takes the result, for point {@code from + i} at {@code i}
   */
  void nearest(
      double[][] columns,
      int from,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found);

  /**
   * Finds only {@link Found#centre}, of all centres, for points that are no neighbours.
   *
   * @param columns the points, from the start of each column on
   */
  void nearestOnly(double[][] columns, int count, double[][] centres, Found found);

  /**
   * Finds {@link Found#centre} of all centres, {@link Found#margin}, and {@link Found#second}, the
   * latter two perhaps a little too small.
   *
   * @param columns the points, from the start of each column on
   */
  void nearestTwo(double[][] columns, int count, double[][] centres, Found found);

  /**
   * Compares two centres for at most 64 points, and sets {@link Found#leastGap}.
   *
   * @return a bit a point, the lowest for the first: whether the second centre is nearer
   */
  long nearerToSecond(
      double[][] columns, int from, int count, double[] first, double[] second, Found found);

  /** What was found for each point. */
  final class Found {

    /** The squared distance from the nearest centre. */
    final double[] nearest = new double[MOST_POINTS];

    /** The squared distance from the second nearest; infinite if there is but one. */
    final double[] second = new double[MOST_POINTS];

    final int[] centre = new int[MOST_POINTS];

    /** By how much the distance from the second nearest is the larger one. */
    final double[] margin = new double[MOST_POINTS];

    /** Points that need a closer look. */
    final int[] undecided = new int[MOST_POINTS];

    /** Squared distances from the centre at hand. */
    final double[] distance = new double[MOST_POINTS];

    /** The smallest difference of a point's squared distances from two centres. */
    double leastGap;
  }
}
