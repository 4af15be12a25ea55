package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * The innermost loops: the nearest of some centres for each of a few points. Every implementation
 * chooses the same centres: those that comparing all squared distances gives, if squares are added
 * in the order of the dimensions, and no step is fused.
 */
interface Kernel {

  /** How many points {@link #nearest} takes at most. */
  int MOST_POINTS = BlockArrays.LENGTH;

  /** Whether {@link #nearest} may be asked about so many points, and candidates for them. */
  default boolean suits(int dimensions, int count, int candidateCount) {
    return true;
  }

  /**
   * Finds {@link Found#centre}, the first of equally near ones, and {@link Found#margin}.
   *
   * @param columns the points, from the start of each column on
   * @param count how many
   * @param centres all centres
   * @param candidates the centres to look at, in ascending order; no other may be nearest
   * @param candidateCount how many of them
   */
  void nearest(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found);

  /**
   * Compares two centres for at most 64 points, and sets {@link Found#leastOfFirst} and {@link
   * Found#leastOfSecond}, perhaps a little too small.
   *
   * @param from the first point
   * @param error more than {@link Gaps#error}
   * @return a bit a point, the lowest for the first: whether the second centre is nearer
   */
  long nearerToSecond(
      double[][] columns,
      int from,
      int count,
      double[] first,
      double[] second,
      double error,
      Found found);

  /**
   * What is left of a distance, at least, by as much as rounding may have added to it and taken
   * from another; each of them the root of a sum over so many dimensions.
   */
  static double certainShare(int dimensions) {
    return 1 - (dimensions + 8) * 0x1p-49;
  }

  /** What was found for each point. */
  final class Found {

    /** Where points may be put, since loops over these arrays are the fastest. */
    final double[][] block;

    final int[] centre = new int[MOST_POINTS];

    /** By how much a point is nearer to its centre than to any other candidate, at least. */
    final double[] margin;

    /** The squared distance from the nearest centre, from above. */
    final double[] nearest;

    /** The squared distance from the second nearest, from below; large if there is but one. */
    final double[] second;

    /** The centre, before it is made a whole number. */
    final double[] number;

    /** Points that need a closer look. */
    final int[] undecided = new int[MOST_POINTS];

    /** Squared distances from the centre at hand. */
    final double[] distance;

    /** For points of so many dimensions. */
    Found(int dimensions) {
      double[][] arrays = BlockArrays.of(dimensions + 5);
      block = Arrays.copyOf(arrays, dimensions);
      nearest = arrays[dimensions];
      second = arrays[dimensions + 1];
      number = arrays[dimensions + 2];
      distance = arrays[dimensions + 3];
      margin = arrays[dimensions + 4];
    }

    /**
     * The smallest difference of the squared distances from two centres of a point that is nearer
     * to the first; large if there is none.
     */
    double leastOfFirst;

    /** The same of a point that is nearer to the second. */
    double leastOfSecond;
  }
}
