package io.github.churnseg.cluster;

/**
 * Finds which of some distances is the least by sums and minima alone, which the compiler turns
 * into vector instructions, as it does not with a choice of indices. Each distance is rounded to a
 * grid, and the centre's number is added in units far below the grid; the least sum then tells the
 * number. The same is done with the numbers counted down: if both agree, no other distance is on
 * the same point of the grid, and the result is that of comparing the distances themselves. The few
 * points where they do not agree are left to the caller.
 *
 * @param centres how many
 * @param limit distances from here on are not decided
 * @param shift added and taken away again, it rounds to the grid
 * @param step of the numbers
 */
record PackedIndex(int centres, double limit, double shift, double step) {

  private static final int MOST_CENTRES = 512;

  /** Of these two, the grid and the steps, together at most 52, else a sum would be rounded. */
  private static final int GRID_BITS = 42;

  private static final int STEP_BITS = 10;

  /** Exponents beyond could over- or underflow. */
  private static final int MOST_EXPONENT = 900;

  /** For distances up to some thousand times those between the centres. */
  static PackedIndex of(double[][] centres) {
    double square = 0;
    for (int j = 0; j < centres[0].length; j++) {
      double least = centres[0][j];
      double most = least;
      for (double[] centre : centres) {
        least = Math.min(least, centre[j]);
        most = Math.max(most, centre[j]);
      }
      square += (most - least) * (most - least);
    }
    int exponent = Math.getExponent(square);
    if (centres.length > MOST_CENTRES || Math.abs(exponent) > MOST_EXPONENT) {
      return new PackedIndex(centres.length, 0, 0, 0);
    }
    double limit = Math.scalb(1.0, exponent + 11);
    double grid = Math.scalb(limit, -GRID_BITS);
    return new PackedIndex(
        centres.length, limit, Math.scalb(1.5 * grid, 52), Math.scalb(grid, -STEP_BITS));
  }

  /** Whether numbers and distances fit together. */
  boolean fits() {
    return limit > 0;
  }

  /**
   * Takes the distances of all points from one centre into account. The loops begin at the start of
   * the columns: with a variable offset the compiler would not turn them into vector instructions.
   */
  void fold(double[][] columns, int count, double[] place, int centre, Kernel.Found found) {
    double up = centre * step;
    double down = (centres - 1 - centre) * step;
    if (place.length == 3) {
      three(columns, count, place, up, down, found.nearest, found.second);
    } else if (place.length == 4) {
      four(columns, count, place, up, down, found.nearest, found.second);
    } else {
      BlockDistances.of(columns, count, place, found.distance);
      fold(found.distance, count, up, down, found.nearest, found.second);
    }
  }

  private void fold(
      double[] distance, int count, double up, double down, double[] least, double[] counted) {
    double rounding = shift;
    for (int i = 0; i < count; i++) {
      double rounded = distance[i] + rounding - rounding;
      least[i] = Math.min(least[i], rounded + up);
      counted[i] = Math.min(counted[i], rounded + down);
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
    double rounding = shift;
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
    double rounding = shift;
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

  /** The same, but keeps the second least instead of counting down. */
  void foldTwo(Kernel.Found found, int count, int centre) {
    foldTwo(found.distance, count, centre * step, found.nearest, found.second);
  }

  private void foldTwo(double[] distance, int count, double up, double[] least, double[] second) {
    double rounding = shift;
    for (int i = 0; i < count; i++) {
      double here = distance[i] + rounding - rounding + up;
      second[i] = Math.min(second[i], Math.max(least[i], here));
      least[i] = Math.min(least[i], here);
    }
  }

  /**
   * Finds the centres after {@link #foldTwo}, a bound from above for the least and one from below
   * for the second; returns how many points were left undecided.
   */
  int unpackTwo(Kernel.Found found, int count) {
    int left = 0;
    double perStep = 1 / step;
    double grid = Math.scalb(step, STEP_BITS);
    for (int i = 0; i < count; i++) {
      double nearest = found.nearest[i];
      found.centre[i] = (int) ((nearest - (nearest + shift - shift)) * perStep);
      boolean clear = found.second[i] - nearest > 2 * grid && nearest < limit;
      found.nearest[i] = nearest + grid;
      found.second[i] = Math.max(found.second[i] - 2 * grid, 0);
      found.undecided[left] = i;
      left += clear ? 0 : 1;
    }
    return left;
  }

  /** Finds the centres; returns how many points were left undecided. */
  int unpack(Kernel.Found found, int count) {
    int left = 0;
    double perStep = 1 / step;
    for (int i = 0; i < count; i++) {
      double nearest = found.nearest[i];
      double rounded = nearest + shift - shift;
      double up = (nearest - rounded) * perStep;
      double down = (found.second[i] - rounded) * perStep;
      found.centre[i] = (int) up;
      if (up + down != centres - 1 || nearest >= limit) {
        found.undecided[left++] = i;
      }
    }
    return left;
  }
}
