package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Loops that the compiler turns into vector instructions by itself where it can: the distances. The
 * choice of the least is a branch, seldom mispredicted, since neighbours mostly choose alike.
 */
final class ScalarKernel implements Kernel {

  /**
   * In more dimensions, neighbours in the order of the points are too far apart to choose alike.
   */
  private static final int FORESEEABLE = 6;

  private double[][] packedCentres = new double[0][];
  private PackedIndex packed = new PackedIndex(0, 0, 0, 0);

  @Override
  public void nearest(
      double[][] columns,
      int from,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    Arrays.fill(found.nearest, 0, count, Double.POSITIVE_INFINITY);
    Arrays.fill(found.second, 0, count, Double.POSITIVE_INFINITY);
    for (int number = 0; number < candidateCount; number++) {
      int candidate = candidates[number];
      distances(columns, from, count, centres[candidate], found.distance);
      if (columns.length > FORESEEABLE) {
        runnerUp(found, count);
        chooseWithoutBranch(found, count, candidate);
      } else {
        choose(found, count, candidate);
      }
    }
  }

  @Override
  public void nearestOnly(double[][] columns, int count, double[][] centres, Found found) {
    PackedIndex packed = packed(centres);
    double start = packed.fits() ? packed.limit() : Double.POSITIVE_INFINITY;
    Arrays.fill(found.nearest, 0, count, start);
    Arrays.fill(found.second, 0, count, start);
    for (int candidate = 0; candidate < centres.length; candidate++) {
      BlockDistances.of(columns, count, centres[candidate], found.distance);
      if (packed.fits()) {
        packed.fold(found.distance, count, candidate, found.nearest, found.second);
      } else {
        runnerUp(found, count);
        chooseWithoutBranch(found, count, candidate);
      }
    }
    if (packed.fits()) {
      for (int left = packed.unpack(found, count) - 1; left >= 0; left--) {
        int i = found.undecided[left];
        found.centre[i] = nearestOf(columns, i, centres);
        found.second[i] = found.nearest[i];
      }
    }
  }

  @Override
  public void nearestTwo(double[][] columns, int count, double[][] centres, Found found) {
    nearestOnly(columns, count, centres, found);
    if (packed.fits()) {
      packed.widen(found, count);
    }
    for (int i = 0; i < count; i++) {
      found.margin[i] = Math.sqrt(found.second[i]) - Math.sqrt(found.nearest[i]);
    }
  }

  /** The same centres are asked for many times. */
  private PackedIndex packed(double[][] centres) {
    if (centres != packedCentres) {
      packedCentres = centres;
      packed = PackedIndex.of(centres);
    }
    return packed;
  }

  /** Adds in the same order as {@link #distances}, so that ties are the same. */
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

  /**
   * Nothing foretells the choice for points in any order, and a mispredicted branch costs more than
   * all the rest. The bits of doubles from 0 up are in the order of the doubles.
   */
  private static void chooseWithoutBranch(Found found, int count, int candidate) {
    double[] distance = found.distance;
    double[] nearest = found.nearest;
    int[] centre = found.centre;
    for (int i = 0; i < count; i++) {
      long difference =
          Double.doubleToRawLongBits(distance[i]) - Double.doubleToRawLongBits(nearest[i]);
      int nearer = (int) (difference >> (Long.SIZE - 1));
      centre[i] = (candidate & nearer) | (centre[i] & ~nearer);
    }
    for (int i = 0; i < count; i++) {
      nearest[i] = Math.min(nearest[i], distance[i]);
    }
  }

  private static void runnerUp(Found found, int count) {
    double[] distance = found.distance;
    double[] nearest = found.nearest;
    double[] second = found.second;
    for (int i = 0; i < count; i++) {
      second[i] = Math.min(second[i], Math.max(nearest[i], distance[i]));
    }
  }

  private static void choose(Found found, int count, int candidate) {
    double[] distance = found.distance;
    double[] nearest = found.nearest;
    double[] second = found.second;
    int[] centre = found.centre;
    for (int i = 0; i < count; i++) {
      double here = distance[i];
      if (here < second[i]) {
        if (here < nearest[i]) {
          second[i] = nearest[i];
          nearest[i] = here;
          centre[i] = candidate;
        } else {
          second[i] = here;
        }
      }
    }
  }

  @Override
  public long nearerToSecond(
      double[][] columns, int from, int count, double[] first, double[] second, Found found) {
    double[] gap = found.distance;
    if (first.length == 3) {
      threeGaps(columns, from, count, first, second, gap);
    } else if (first.length == 4) {
      fourGaps(columns, from, count, first, second, gap);
    } else {
      distances(columns, from, count, first, found.nearest);
      distances(columns, from, count, second, gap);
      for (int i = 0; i < count; i++) {
        gap[i] -= found.nearest[i];
      }
    }
    return signs(gap, count, found);
  }

  /** Without branches, since nothing foretells a sign; in two chains that need not wait. */
  private static long signs(double[] gap, int count, Found found) {
    gap[count] = Double.MAX_VALUE;
    long even = 0;
    long odd = 0;
    long leastEven = Long.MAX_VALUE;
    long leastOdd = Long.MAX_VALUE;
    for (int i = (count - 1) & ~1; i >= 0; i -= 2) {
      long a = Double.doubleToRawLongBits(gap[i]);
      long b = Double.doubleToRawLongBits(gap[i + 1]);
      even = even << 2 | a >>> (Long.SIZE - 1);
      odd = odd << 2 | b >>> (Long.SIZE - 1);
      long lessA = (a & Long.MAX_VALUE) - leastEven;
      long lessB = (b & Long.MAX_VALUE) - leastOdd;
      leastEven += lessA & lessA >> (Long.SIZE - 1);
      leastOdd += lessB & lessB >> (Long.SIZE - 1);
    }
    found.leastGap = Double.longBitsToDouble(Math.min(leastEven, leastOdd));
    return even | odd << 1;
  }

  private static void threeGaps(
      double[][] columns, int from, int count, double[] a, double[] b, double[] gap) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double ax = a[0];
    double ay = a[1];
    double az = a[2];
    double bx = b[0];
    double by = b[1];
    double bz = b[2];
    for (int i = 0; i < count; i++) {
      double p = x[from + i] - ax;
      double q = y[from + i] - ay;
      double r = z[from + i] - az;
      double s = x[from + i] - bx;
      double t = y[from + i] - by;
      double u = z[from + i] - bz;
      gap[i] = (s * s + t * t + u * u) - (p * p + q * q + r * r);
    }
  }

  private static void fourGaps(
      double[][] columns, int from, int count, double[] a, double[] b, double[] gap) {
    double[] w = columns[0];
    double[] x = columns[1];
    double[] y = columns[2];
    double[] z = columns[3];
    double aw = a[0];
    double ax = a[1];
    double ay = a[2];
    double az = a[3];
    double bw = b[0];
    double bx = b[1];
    double by = b[2];
    double bz = b[3];
    for (int i = 0; i < count; i++) {
      double o = w[from + i] - aw;
      double p = x[from + i] - ax;
      double q = y[from + i] - ay;
      double r = z[from + i] - az;
      double v = w[from + i] - bw;
      double s = x[from + i] - bx;
      double t = y[from + i] - by;
      double u = z[from + i] - bz;
      gap[i] = (v * v + s * s + t * t + u * u) - (o * o + p * p + q * q + r * r);
    }
  }

  static void distances(
      double[][] columns, int from, int count, double[] centre, double[] distance) {
    int j = 0;
    if (centre.length >= 4) {
      four(columns, 0, from, count, centre, distance);
      j = 4;
    } else if (centre.length == 3) {
      three(columns, from, count, centre, distance);
      j = 3;
    } else {
      Arrays.fill(distance, 0, count, 0);
    }
    for (; j + 3 < centre.length; j += 4) {
      fourMore(columns, j, from, count, centre, distance);
    }
    for (; j < centre.length; j++) {
      one(columns[j], from, count, centre[j], distance);
    }
  }

  private static void one(double[] x, int from, int count, double c, double[] distance) {
    for (int i = 0; i < count; i++) {
      double a = x[from + i] - c;
      distance[i] = distance[i] + a * a;
    }
  }

  private static void three(
      double[][] columns, int from, int count, double[] centre, double[] distance) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double cx = centre[0];
    double cy = centre[1];
    double cz = centre[2];
    for (int i = 0; i < count; i++) {
      double a = x[from + i] - cx;
      double b = y[from + i] - cy;
      double c = z[from + i] - cz;
      distance[i] = a * a + b * b + c * c;
    }
  }

  private static void four(
      double[][] columns, int j, int from, int count, double[] centre, double[] distance) {
    double[] x = columns[j];
    double[] y = columns[j + 1];
    double[] z = columns[j + 2];
    double[] u = columns[j + 3];
    double cx = centre[j];
    double cy = centre[j + 1];
    double cz = centre[j + 2];
    double cu = centre[j + 3];
    for (int i = 0; i < count; i++) {
      double a = x[from + i] - cx;
      double b = y[from + i] - cy;
      double c = z[from + i] - cz;
      double d = u[from + i] - cu;
      distance[i] = a * a + b * b + c * c + d * d;
    }
  }

  private static void fourMore(
      double[][] columns, int j, int from, int count, double[] centre, double[] distance) {
    double[] x = columns[j];
    double[] y = columns[j + 1];
    double[] z = columns[j + 2];
    double[] u = columns[j + 3];
    double cx = centre[j];
    double cy = centre[j + 1];
    double cz = centre[j + 2];
    double cu = centre[j + 3];
    for (int i = 0; i < count; i++) {
      double a = x[from + i] - cx;
      double b = y[from + i] - cy;
      double c = z[from + i] - cz;
      double d = u[from + i] - cu;
      distance[i] = distance[i] + a * a + b * b + c * c + d * d;
    }
  }
}
