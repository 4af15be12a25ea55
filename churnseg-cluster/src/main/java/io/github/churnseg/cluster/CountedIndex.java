package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Finds the nearest centres of points with three or four dimensions where the distances themselves
 * are not asked for. As {@link PackedIndex}, but distance and choice are one loop, and instead of
 * the second least it keeps the least with the centres' numbers counted down: if both give the same
 * centre, no other distance is on the same point of the grid.
 */
final class CountedIndex {

  private final double[][] centres;
  private final PackedIndex packed;

  CountedIndex(double[][] centres) {
    this.centres = centres;
    this.packed = PackedIndex.of(centres);
  }

  /** Whether there are so many dimensions, and numbers and distances fit together. */
  boolean fits() {
    return packed.fits() && (centres[0].length == 3 || centres[0].length == 4);
  }

  /** Finds {@link Kernel.Found#centre}, the first of equally near ones, as {@link Kernel} does. */
  void find(double[][] columns, int count, Kernel.Found found) {
    Arrays.fill(found.nearest, 0, count, Double.POSITIVE_INFINITY);
    Arrays.fill(found.second, 0, count, Double.POSITIVE_INFINITY);
    for (int centre = 0; centre < centres.length; centre++) {
      double up = centre * packed.step();
      double down = (centres.length - 1 - centre) * packed.step();
      if (columns.length == 3) {
        three(columns, count, centres[centre], up, down, found.nearest, found.second);
      } else {
        four(columns, count, centres[centre], up, down, found.nearest, found.second);
      }
    }
    for (int left = unpack(found, count) - 1; left >= 0; left--) {
      int point = found.undecided[left];
      found.centre[point] = ScalarKernel.nearestOf(columns, point, centres);
    }
  }

  private void three(
      double[][] columns,
      int count,
      double[] place,
      double up,
      double down,
      double[] least,
      double[] counted) {
    double rounding = packed.shift();
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double cx = place[0];
    double cy = place[1];
    double cz = place[2];
    for (int i = 0; i < count; i++) {
      double a = x[i] - cx;
      double b = y[i] - cy;
      double c = z[i] - cz;
      double rounded = (a * a + b * b + c * c) + rounding - rounding;
      least[i] = Math.min(least[i], rounded + up);
      counted[i] = Math.min(counted[i], rounded + down);
    }
  }

  private void four(
      double[][] columns,
      int count,
      double[] place,
      double up,
      double down,
      double[] least,
      double[] counted) {
    double rounding = packed.shift();
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double[] u = columns[3];
    double cx = place[0];
    double cy = place[1];
    double cz = place[2];
    double cu = place[3];
    for (int i = 0; i < count; i++) {
      double a = x[i] - cx;
      double b = y[i] - cy;
      double c = z[i] - cz;
      double d = u[i] - cu;
      double rounded = (a * a + b * b + c * c + d * d) + rounding - rounding;
      least[i] = Math.min(least[i], rounded + up);
      counted[i] = Math.min(counted[i], rounded + down);
    }
  }

  /** Finds the centres; returns how many points were left undecided. */
  private int unpack(Kernel.Found found, int count) {
    int left = 0;
    double shift = packed.shift();
    double perStep = 1 / packed.step();
    for (int i = 0; i < count; i++) {
      double nearest = found.nearest[i];
      double rounded = nearest + shift - shift;
      double up = (nearest - rounded) * perStep;
      double down = (found.second[i] - rounded) * perStep;
      found.centre[i] = (int) up;
      if (up + down != centres.length - 1 || nearest >= packed.limit()) {
        found.undecided[left++] = i;
      }
    }
    return left;
  }
}
