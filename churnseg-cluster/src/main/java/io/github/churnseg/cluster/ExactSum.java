package io.github.churnseg.cluster;

/**
 * A sum that rounds each summand to a fixed fine grid and never rounds afterwards, so that neither
 * the order of summands nor the way they were split between threads shows in a single bit; and a
 * summand can be taken out again without a trace.
 *
 * <p>A summand is cut in two parts, each a whole multiple of a power of two that is so coarse that
 * {@code count} such parts add up without rounding. For a million summands the grid is 2⁻⁶⁰ of the
 * largest. See J. Demmel, H. D. Nguyen, "Parallel Reproducible Summation", IEEE Transactions on
 * Computers 64 (2015), doi:10.1109/TC.2014.2345391.
 */
final class ExactSum {

  private final Grid grid;
  private double coarse;
  private double fine;

  ExactSum(Grid grid) {
    this.grid = grid;
  }

  void add(double value) {
    double head = grid.coarse(value);
    coarse += head;
    fine += grid.fine(value - head);
  }

  double value() {
    return coarse + fine;
  }

  /** The two grids for summands of a given size and number. */
  static final class Grid {

    /** Added and taken away again, it rounds to the coarse grid. */
    final double coarseShift;

    /** The same for the fine grid. */
    final double fineShift;

    /**
     * The grids for sums of at most {@code count} values.
     *
     * @param largest no summand is larger than this, in absolute value
     */
    Grid(double largest, long count) {
      // One bit for sums in which summands are both added and taken out, one for rounding up.
      int spare = Long.SIZE - Long.numberOfLeadingZeros(count) + 2;
      int exponent = Math.min(Math.max(Math.getExponent(largest) + 1, -800), 900);
      coarseShift = Math.scalb(1.5, exponent + spare);
      fineShift = Math.scalb(1.5, exponent + spare - (52 - spare));
    }

    double coarse(double value) {
      return value + coarseShift - coarseShift;
    }

    double fine(double rest) {
      return rest + fineShift - fineShift;
    }
  }
}
