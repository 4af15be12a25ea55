package io.github.churnseg.classify;

import java.util.Arrays;

/**
 * The split of a node that leaves the least impurity, of those that were tried. What is largest is
 * the sum of squares of the class weights over the weight, of both sides together.
 */
final class BestSplit {

  private final RankedColumns columns;
  private final int[] classes;
  private final double[] weights;
  private final int classCount;
  private final double[] total;
  private final double[] left;

  /** Weights by rank and class; all zero between two columns. */
  private double[] table = new double[0];

  private long[] order = new long[0];
  private int[] rows = new int[0];
  private int from;
  private int to;
  private double weight;
  private double merit;
  private int column;
  private int lastLeft;
  private double threshold;

  BestSplit(RankedColumns columns, int[] classes, double[] weights, int classCount) {
    this.columns = columns;
    this.classes = classes;
    this.weights = weights;
    this.classCount = classCount;
    total = new double[classCount];
    left = new double[classCount];
  }

  /** Goes to a node, whose rows these are. */
  void start(int[] all, int first, int end) {
    rows = all;
    from = first;
    to = end;
    merit = Double.NEGATIVE_INFINITY;
    Arrays.fill(total, 0);
    for (int at = from; at < to; at++) {
      total[classes[rows[at]]] += weights[rows[at]];
    }
    weight = Arrays.stream(total).sum();
  }

  double weight() {
    return weight;
  }

  boolean isPure() {
    return Arrays.stream(total).filter(some -> some > 0).count() < 2;
  }

  /** The share of each class in the node. */
  double[] shares() {
    return Arrays.stream(total).map(some -> some / weight).toArray();
  }

  boolean isFound() {
    return merit > Double.NEGATIVE_INFINITY;
  }

  int column() {
    return column;
  }

  double threshold() {
    return threshold;
  }

  /** The largest rank in the column that goes left. */
  int lastLeft() {
    return lastLeft;
  }

  /** Tries to split between any two neighbouring values of the node. */
  void tryAll(int candidate) {
    int distinct = columns.distinct[candidate].length;
    if (distinct <= 2 * (to - from)) {
      tryAllByTable(candidate, distinct);
    } else {
      tryAllInOrder(candidate);
    }
  }

  /** For columns of few values: adds weights up by value. */
  private void tryAllByTable(int candidate, int distinct) {
    int[] ranks = columns.ranks[candidate];
    if (table.length < distinct * classCount) {
      table = new double[distinct * classCount];
    }
    int least = distinct;
    int most = -1;
    for (int at = from; at < to; at++) {
      int row = rows[at];
      int rank = ranks[row];
      table[rank * classCount + classes[row]] += weights[row];
      least = Math.min(least, rank);
      most = Math.max(most, rank);
    }
    Arrays.fill(left, 0);
    int before = least;
    for (int rank = least; rank <= most; rank++) {
      double here = 0;
      for (int k = 0; k < classCount; k++) {
        here += table[rank * classCount + k];
      }
      if (here > 0) {
        if (rank > least) {
          offer(candidate, before, rank);
        }
        before = rank;
        for (int k = 0; k < classCount; k++) {
          left[k] += table[rank * classCount + k];
        }
      }
    }
    Arrays.fill(table, least * classCount, (most + 1) * classCount, 0);
  }

  /** For columns of many values: puts the rows in their order. */
  private void tryAllInOrder(int candidate) {
    int[] ranks = columns.ranks[candidate];
    int count = to - from;
    if (order.length < count) {
      order = new long[count];
    }
    for (int at = 0; at < count; at++) {
      int row = rows[from + at];
      order[at] = (long) ranks[row] << Integer.SIZE | row;
    }
    Arrays.sort(order, 0, count);
    Arrays.fill(left, 0);
    for (int at = 0; at < count; at++) {
      int rank = (int) (order[at] >> Integer.SIZE);
      if (at > 0) {
        int before = (int) (order[at - 1] >> Integer.SIZE);
        if (rank > before) {
          offer(candidate, before, rank);
        }
      }
      int row = (int) order[at];
      left[classes[row]] += weights[row];
    }
  }

  /** Tries to split at one place, this far from the least to the most of the node. */
  void tryAt(int candidate, double share) {
    int[] ranks = columns.ranks[candidate];
    int least = Integer.MAX_VALUE;
    int most = -1;
    for (int at = from; at < to; at++) {
      least = Math.min(least, ranks[rows[at]]);
      most = Math.max(most, ranks[rows[at]]);
    }
    if (least == most) {
      return;
    }
    double[] distinct = columns.distinct[candidate];
    double place = distinct[least] * (1 - share) + distinct[most] * share;
    double cut = place >= distinct[least] && place < distinct[most] ? place : distinct[least];
    int found = Arrays.binarySearch(distinct, least, most + 1, cut);
    int last = found < 0 ? -found - 2 : found;
    Arrays.fill(left, 0);
    for (int at = from; at < to; at++) {
      int row = rows[at];
      if (ranks[row] <= last) {
        left[classes[row]] += weights[row];
      }
    }
    if (offered() > merit) {
      take(candidate, last, cut);
    }
  }

  private void offer(int candidate, int before, int next) {
    if (offered() > merit) {
      take(candidate, before, columns.between(candidate, before, next));
    }
  }

  private void take(int candidate, int last, double cut) {
    merit = offered();
    column = candidate;
    lastLeft = last;
    threshold = cut;
  }

  private double offered() {
    double leftSquares = 0;
    double leftWeight = 0;
    double rightSquares = 0;
    double rightWeight = 0;
    for (int k = 0; k < classCount; k++) {
      double right = Math.max(0, total[k] - left[k]);
      leftSquares += left[k] * left[k];
      leftWeight += left[k];
      rightSquares += right * right;
      rightWeight += right;
    }
    return leftSquares / leftWeight + (rightWeight > 0 ? rightSquares / rightWeight : 0);
  }
}
