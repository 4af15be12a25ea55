package io.github.churnseg.cluster;

import java.util.Arrays;

/** Loops that the compiler turns into vector instructions by itself. */
final class ScalarKernel implements Kernel {

  /** The upper half of infinity. */
  private static final int LARGE = 0x7ff00000;

  private double[][] packedCentres = new double[0][];
  private PackedIndex packed = new PackedIndex(0, 0, 0, 0);
  private Found found = new Found(0);
  private final Pass[] few = {this::first, this::choose};
  private final Pass[] many = {this::first, this::addRest, this::choose};

  @Override
  public void nearest(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found target) {
    pack(centres);
    found = target;
    Pass[] passes = columns.length > BlockDistances.DIMENSIONS ? many : few;
    double start = packed.fits() ? packed.limit() : Double.POSITIVE_INFINITY;
    Arrays.fill(found.nearest, 0, count, start);
    Arrays.fill(found.second, 0, count, start);
    for (int number = 0; number < candidateCount; number++) {
      Pass.all(passes, columns, count, candidates[number]);
    }
    if (packed.fits()) {
      for (int left = packed.unpack(found, count) - 1; left >= 0; left--) {
        int i = found.undecided[left];
        found.centre[i] = nearestOf(columns, i, centres);
        found.second[i] = 0;
      }
    }
    margins(columns.length, count);
  }

  private void margins(int dimensions, int count) {
    double share = Kernel.certainShare(dimensions);
    double[] nearest = found.nearest;
    double[] second = found.second;
    double[] margin = found.margin;
    for (int i = 0; i < count; i++) {
      margin[i] = Math.sqrt(second[i]) * share - Math.sqrt(nearest[i]);
    }
  }

  /** The same centres are asked for many times. */
  private void pack(double[][] centres) {
    if (centres != packedCentres) {
      packedCentres = centres;
      packed = PackedIndex.of(centres);
    }
  }

  /** Adds in the same order as {@link BlockDistances}, so that ties are the same. */
  static int nearestOf(double[][] columns, int point, double[][] centres) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int centre = 0; centre < centres.length; centre++) {
      double sum = 0;
      for (int j = 0; j < columns.length; j++) {
        double difference = columns[j][point] - centres[centre][j];
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        nearest = centre;
      }
    }
    return nearest;
  }

  private void first(double[][] columns, int count, int candidate) {
    BlockDistances.first(columns, count, packedCentres[candidate], found.distance);
  }

  private void addRest(double[][] columns, int count, int candidate) {
    BlockDistances.addRest(columns, count, packedCentres[candidate], found.distance);
  }

  private void choose(double[][] columns, int count, int candidate) {
    // Read once: on Java 25 the loop is else no longer turned into vector instructions.
    PackedIndex index = packed;
    Found target = found;
    if (index.fits()) {
      index.fold(target.distance, count, candidate, target.nearest, target.second);
    } else {
      compare(count, candidate);
    }
  }

  private void compare(int count, int candidate) {
    for (int i = 0; i < count; i++) {
      double here = found.distance[i];
      if (here < found.nearest[i]) {
        found.second[i] = found.nearest[i];
        found.nearest[i] = here;
        found.centre[i] = candidate;
      } else {
        found.second[i] = Math.min(found.second[i], here);
      }
    }
  }

  @Override
  public long nearerToSecond(
      double[][] columns,
      int from,
      int count,
      double[] first,
      double[] second,
      double error,
      Found found) {
    Gaps.of(columns, from, count, first, second, found.distance);
    long bits = signs(found.distance, count, found);
    found.leastOfFirst -= error;
    found.leastOfSecond -= error;
    return found.leastOfFirst > 0 && found.leastOfSecond > 0
        ? bits
        : compared(columns, from, count, first, second, found);
  }

  /** The same where some gap is so small that only the computed distances can tell. */
  static long compared(
      double[][] columns, int from, int count, double[] first, double[] second, Found found) {
    double[][] centres = {first, second};
    long bits = 0;
    for (int i = 0; i < count; i++) {
      bits |= (long) nearestOf(columns, from + i, centres) << i;
    }
    found.leastOfFirst = 0;
    found.leastOfSecond = 0;
    return bits;
  }

  /**
   * In two chains that need not wait, and without branches, which nothing foretells. The upper half
   * of a gap's bits, as a whole number, is enough to find the least: the lower half is taken for
   * zero.
   */
  private static long signs(double[] gap, int count, Found found) {
    gap[count] = Double.MAX_VALUE;
    long even = 0;
    long odd = 0;
    int aboveEven = LARGE;
    int aboveOdd = LARGE;
    int belowEven = LARGE;
    int belowOdd = LARGE;
    for (int i = (count - 1) & ~1; i >= 0; i -= 2) {
      long a = Double.doubleToRawLongBits(gap[i]);
      long b = Double.doubleToRawLongBits(gap[i + 1]);
      even = even << 2 | a >>> (Long.SIZE - 1);
      odd = odd << 2 | b >>> (Long.SIZE - 1);
      int upperA = (int) (a >>> Integer.SIZE);
      int upperB = (int) (b >>> Integer.SIZE);
      int sizeA = upperA & Integer.MAX_VALUE;
      int sizeB = upperB & Integer.MAX_VALUE;
      // LARGE below zero, else nothing.
      int largeA = upperA >> (Integer.SIZE - 1) & LARGE;
      int largeB = upperB >> (Integer.SIZE - 1) & LARGE;
      aboveEven = Math.min(aboveEven, sizeA | largeA);
      aboveOdd = Math.min(aboveOdd, sizeB | largeB);
      belowEven = Math.min(belowEven, sizeA | (largeA ^ LARGE));
      belowOdd = Math.min(belowOdd, sizeB | (largeB ^ LARGE));
    }
    found.leastOfFirst = size(Math.min(aboveEven, aboveOdd));
    found.leastOfSecond = size(Math.min(belowEven, belowOdd));
    return even | odd << 1;
  }

  private static double size(int upper) {
    return Double.longBitsToDouble((long) upper << Integer.SIZE);
  }
}
