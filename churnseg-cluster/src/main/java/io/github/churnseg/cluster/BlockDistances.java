package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Squared distances of points in many dimensions from one centre, for points at the start of their
 * columns: a loop that adds to what it has stored is turned into vector instructions only where all
 * its arrays begin alike, and where they are few. Squares are added in the order of dimensions.
 */
final class BlockDistances {

  /** Dimensions a loop: with more the compiler leaves it as it is. */
  static final int DIMENSIONS = 4;

  private BlockDistances() {}

  /** In the first {@link #DIMENSIONS}, or in all where there are fewer. */
  static void first(double[][] columns, int count, double[] centre, double[] distance) {
    if (centre.length >= DIMENSIONS) {
      firstFour(columns, count, centre, distance);
    } else if (centre.length == 3) {
      three(columns, count, centre, distance);
    } else {
      Arrays.fill(distance, 0, count, 0);
      for (int j = 0; j < centre.length; j++) {
        one(columns[j], count, centre[j], distance);
      }
    }
  }

  /** Adds those in the dimensions after these. */
  static void addRest(double[][] columns, int count, double[] centre, double[] distance) {
    int j = DIMENSIONS;
    for (; j + 3 < centre.length; j += DIMENSIONS) {
      four(columns, j, count, centre, distance);
    }
    for (; j < centre.length; j++) {
      one(columns[j], count, centre[j], distance);
    }
  }

  private static void three(double[][] columns, int count, double[] centre, double[] distance) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double cx = centre[0];
    double cy = centre[1];
    double cz = centre[2];
    for (int i = 0; i < count; i++) {
      double a = x[i] - cx;
      double b = y[i] - cy;
      double c = z[i] - cz;
      distance[i] = a * a + b * b + c * c;
    }
  }

  private static void firstFour(double[][] columns, int count, double[] centre, double[] distance) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double[] u = columns[3];
    double cx = centre[0];
    double cy = centre[1];
    double cz = centre[2];
    double cu = centre[3];
    for (int i = 0; i < count; i++) {
      double a = x[i] - cx;
      double b = y[i] - cy;
      double c = z[i] - cz;
      double d = u[i] - cu;
      distance[i] = a * a + b * b + c * c + d * d;
    }
  }

  private static void one(double[] x, int count, double c, double[] distance) {
    for (int i = 0; i < count; i++) {
      double a = x[i] - c;
      distance[i] = distance[i] + a * a;
    }
  }

  private static void four(
      double[][] columns, int j, int count, double[] centre, double[] distance) {
    double[] x = columns[j];
    double[] y = columns[j + 1];
    double[] z = columns[j + 2];
    double[] u = columns[j + 3];
    double cx = centre[j];
    double cy = centre[j + 1];
    double cz = centre[j + 2];
    double cu = centre[j + 3];
    for (int i = 0; i < count; i++) {
      double a = x[i] - cx;
      double b = y[i] - cy;
      double c = z[i] - cz;
      double d = u[i] - cu;
      distance[i] = distance[i] + a * a + b * b + c * c + d * d;
    }
  }
}
