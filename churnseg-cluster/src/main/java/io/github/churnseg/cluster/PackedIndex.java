package io.github.churnseg.cluster;

/**
 * Finds which of some distances is the least by sums and differences alone, which the compiler
 * turns into vector instructions, as it does not with a choice of indices. Each distance is rounded
 * to a grid, and the centre's number is added in units far below the grid; the least sum then tells
 * the number. Where the second least is on another point of the grid, the result is that of
 * comparing the distances themselves. The few points where it is not are left to the caller.
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
    double square = ScoreGrid.spread(centres);
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
   * Takes the distances of some points from one centre into account. The lesser of two numbers is
   * half the difference of their sum and their distance; up to the limit all of that is exact, and
   * a fraction of the instructions that a minimum takes, because of its rules for zeros.
   */
  void fold(double[] distance, int count, int centre, double[] least, double[] second) {
    double rounding = shift;
    double up = centre * step;
    for (int i = 0; i < count; i++) {
      // All is read before anything is written: else the compiler fears that arrays overlap.
      double first = least[i];
      double next = second[i];
      double here = distance[i] + rounding - rounding + up;
      double sum = first + here;
      double gap = Math.abs(first - here);
      double larger = (sum + gap) * 0.5;
      least[i] = (sum - gap) * 0.5;
      second[i] = (next + larger - Math.abs(next - larger)) * 0.5;
    }
  }

  /**
   * Finds the centres after all have been folded, a bound from above for the least distance and one
   * from below for the second, and returns how many points were left undecided. The distance from
   * the last centre tells whether all were below the limit.
   */
  int unpack(Kernel.Found found, int count) {
    double grid = Math.scalb(step, STEP_BITS);
    pick(found.nearest, found.second, count, grid, found.number);
    int left = 0;
    for (int i = 0; i < count; i++) {
      found.centre[i] = (int) found.number[i];
      // By more than two steps of the grid before the bounds were moved by three.
      boolean clear = found.second[i] - found.nearest[i] > -grid && found.distance[i] < limit / 2;
      found.undecided[left] = i;
      left += clear ? 0 : 1;
    }
    return left;
  }

  private void pick(double[] least, double[] second, int count, double grid, double[] number) {
    double rounding = shift;
    double perStep = 1 / step;
    for (int i = 0; i < count; i++) {
      double first = least[i];
      double next = second[i];
      number[i] = (first - (first + rounding - rounding)) * perStep;
      least[i] = first + grid;
      second[i] = next - 2 * grid;
    }
  }
}
