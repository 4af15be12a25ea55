package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * A few points group by group, so that what a group's points add up to can be kept at hand until
 * all of them are added: one sum after the other in memory would each wait for the one before.
 */
final class ByGroup {

  /** The groups' points one group after the other, and where each begins. */
  private final int[] order = new int[Kernel.MOST_POINTS];

  private final int[] starts;
  private final int[] next;

  /** The two parts of each point's value. */
  private final double[] heads = new double[Kernel.MOST_POINTS];

  private final double[] rests = new double[Kernel.MOST_POINTS];

  ByGroup(int groups) {
    starts = new int[groups + 1];
    next = new int[groups];
  }

  /** Takes points, told by the group of each. */
  void take(int[] groups, int count) {
    Arrays.fill(starts, 0);
    for (int i = 0; i < count; i++) {
      starts[groups[i] + 1]++;
    }
    for (int group = 0; group < next.length; group++) {
      next[group] = starts[group];
      starts[group + 1] += starts[group];
    }
    for (int i = 0; i < count; i++) {
      order[next[groups[i]]++] = i;
    }
  }

  /** How many points a group has. */
  int size(int group) {
    return starts[group + 1] - starts[group];
  }

  /**
   * Adds a value a point to the exact sums of their groups.
   *
   * @param coarse the coarse parts of sums, one every {@code width} for a group
   * @param fine the fine parts
   * @param at where the first group's are
   */
  void add(double[] values, ExactSum.Grid grid, double[] coarse, double[] fine, int at, int width) {
    split(values, starts[next.length], grid);
    for (int group = 0; group < next.length; group++) {
      double head = 0;
      double rest = 0;
      for (int i = starts[group]; i < starts[group + 1]; i++) {
        head += heads[order[i]];
        rest += rests[order[i]];
      }
      coarse[at + group * width] += head;
      fine[at + group * width] += rest;
    }
  }

  private void split(double[] values, int count, ExactSum.Grid grid) {
    double coarseShift = grid.coarseShift;
    double fineShift = grid.fineShift;
    for (int i = 0; i < count; i++) {
      double head = values[i] + coarseShift - coarseShift;
      heads[i] = head;
      rests[i] = values[i] - head + fineShift - fineShift;
    }
  }
}
