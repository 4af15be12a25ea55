package io.github.churnseg.cluster;

/**
 * How far the centres have moved in all, as it concerns decisions once taken.
 *
 * <p>A point whose nearest centre is nearer than any other by a margin keeps it until that centre
 * and some other have together moved by more than the margin. So for each centre the sum over
 * iterations of its own move and of the largest move of any other is kept; a decision holds while
 * that sum is below what it was when the decision was taken, plus the margin. This is the idea of
 * G. Hamerly, "Making k-means even faster", SDM 2010, with both of its bounds in one number.
 */
final class Drift {

  /** Larger than the share that rounding can add to a sum of moves. */
  private static final double SLACK = 1 + 1e-9;

  /** More than one addition can round. */
  private static final double UP = 1 + 0x1p-50;

  private static final double DOWN = 1 - 0x1p-50;

  /** By centre; the last entry is for decisions that involve any two centres. */
  private final double[] moved;

  /** How far each centre alone has moved. */
  private final double[] own;

  Drift(int centres) {
    moved = new double[centres + 1];
    own = new double[centres];
  }

  /** The sums, one a centre, then that for any two centres; not to be changed. */
  double[] moved() {
    return moved;
  }

  /** Adds the moves of one iteration. */
  void add(double[] moves) {
    double most = 0;
    double next = 0;
    int mover = -1;
    for (int c = 0; c < moves.length; c++) {
      if (moves[c] > most) {
        next = most;
        most = moves[c];
        mover = c;
      } else {
        next = Math.max(next, moves[c]);
      }
    }
    for (int c = 0; c < moves.length; c++) {
      add(moved, c, moves[c] + (c == mover ? next : most));
      add(own, c, moves[c]);
    }
    add(moved, moves.length, most + next);
  }

  private static void add(double[] sums, int entry, double move) {
    if (move > 0) {
      sums[entry] = (sums[entry] + move * SLACK) * UP;
    }
  }

  /** Until when a decision of this entry holds that was taken now, by this margin. */
  double expiry(int entry, double margin) {
    return margin > 0 ? (moved[entry] + margin) * DOWN : Double.NEGATIVE_INFINITY;
  }

  /** How far two centres have moved together. */
  double both(int a, int b) {
    return own[a] + own[b];
  }

  /** Until when a decision between two centres holds that was taken now, by this margin. */
  double expiryOfBoth(int a, int b, double margin) {
    return margin > 0 ? (both(a, b) + margin) * DOWN : Double.NEGATIVE_INFINITY;
  }
}
