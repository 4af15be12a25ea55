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

  /**
   * Finds {@link Found#centre}, the first of equally near ones, {@link Found#nearest} from above
   * and {@link Found#second} from below, which may be a little off.
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

  /** What was found for each point. */
  final class Found {

    /** Where points may be put, since loops over these arrays are the fastest. */
    final double[][] block;

    /** The squared distance from the nearest centre. */
    final double[] nearest;

    /** The squared distance from the second nearest; large if there is but one. */
    final double[] second;

    final int[] centre = new int[MOST_POINTS];

    /** The centre, before it is made a whole number. */
    final double[] number;

    /** Points that need a closer look. */
    final int[] undecided = new int[MOST_POINTS];

    /** Squared distances from the centre at hand. */
    final double[] distance;

    /** For points of so many dimensions. */
    Found(int dimensions) {
      double[][] arrays = BlockArrays.of(dimensions + 4);
      block = Arrays.copyOf(arrays, dimensions);
      nearest = arrays[dimensions];
      second = arrays[dimensions + 1];
      number = arrays[dimensions + 2];
      distance = arrays[dimensions + 3];
    }

    /** By how much each point is nearer to its centre than to any other, at least. */
    void margins(int count, int dimensions, double[] margin) {
      double rounding = 1 - (dimensions + 8) * 0x1p-49;
      for (int i = 0; i < count; i++) {
        margin[i] = Math.sqrt(second[i]) * rounding - Math.sqrt(nearest[i]);
      }
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
