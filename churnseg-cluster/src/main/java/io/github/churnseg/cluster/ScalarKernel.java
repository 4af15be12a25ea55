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
  public void nearestOnly(
      double[][] columns, int from, int count, double[][] centres, Found found) {
    Arrays.fill(found.nearest, 0, count, Double.POSITIVE_INFINITY);
    for (int candidate = 0; candidate < centres.length; candidate++) {
      distances(columns, from, count, centres[candidate], found.distance);
      chooseWithoutBranch(found, count, candidate);
    }
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

  private static void distances(
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
