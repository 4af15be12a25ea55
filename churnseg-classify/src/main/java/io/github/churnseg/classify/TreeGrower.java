package io.github.churnseg.classify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Grows one classification tree by Gini's impurity (Breiman et al. 1984). At each node columns are
 * drawn until enough of them were tried and one of them splits. Holds its working memory, so one
 * grows one tree.
 */
final class TreeGrower {

  private final TreeSettings settings;
  private final RankedColumns columns;
  private final int[] classes;
  private final int[] rows;
  private final int[] aside;
  private final SplittableRandom random;
  private final int tried;
  private final int[] drawn;
  private final BestSplit best;
  private final TreeEnsemble.Nodes nodes = new TreeEnsemble.Nodes();

  /** Rows of no weight are left out. */
  TreeGrower(
      TreeSettings settings,
      RankedColumns columns,
      TrainingRows training,
      double[] weights,
      SplittableRandom random) {
    this.settings = settings;
    this.columns = columns;
    this.classes = training.classes;
    this.random = random;
    rows = IntStream.range(0, weights.length).filter(r -> weights[r] > 0).toArray();
    aside = new int[rows.length];
    double share = settings.columnShare(columns.size());
    tried = (int) Math.max(1, Math.min(columns.size(), Math.round(share * columns.size())));
    drawn = IntStream.range(0, columns.size()).toArray();
    best = new BestSplit(columns, classes, weights, training.classCount());
  }

  /** A node to be: its rows stand from one place to another. */
  private record Open(int node, int from, int to, int depth) {}

  /** The tree, whose root is the first node. */
  TreeEnsemble.Nodes grow() {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(nodes.reserve(1), 0, rows.length, 0));
    while (!open.isEmpty()) {
      Open node = open.pop();
      best.start(rows, node.from, node.to);
      if (mayBeSplit(node) && findSplit()) {
        int middle = partition(node);
        int left = nodes.split(node.node, best.column(), best.threshold());
        open.push(new Open(left + 1, middle, node.to, node.depth + 1));
        open.push(new Open(left, node.from, middle, node.depth + 1));
      } else {
        nodes.leaf(node.node, best.shares());
      }
    }
    return nodes;
  }

  private boolean mayBeSplit(Open node) {
    return node.depth < settings.depth()
        && best.weight() >= settings.leastSplit()
        && !best.isPure();
  }

  private boolean findSplit() {
    for (int draw = 0; draw < drawn.length; draw++) {
      if (draw >= tried && best.isFound()) {
        return true;
      }
      int other = draw + random.nextInt(drawn.length - draw);
      int column = drawn[other];
      drawn[other] = drawn[draw];
      drawn[draw] = column;
      if (settings.randomSplits()) {
        best.tryAt(column, random.nextDouble());
      } else {
        best.tryAll(column);
      }
    }
    return best.isFound();
  }

  /** Puts the rows that go left before those that go right, each in their order. */
  private int partition(Open node) {
    int[] ranks = columns.ranks[best.column()];
    int last = best.lastLeft();
    int left = node.from;
    int right = 0;
    for (int at = node.from; at < node.to; at++) {
      int row = rows[at];
      if (ranks[row] <= last) {
        rows[left++] = row;
      } else {
        aside[right++] = row;
      }
    }
    System.arraycopy(aside, 0, rows, left, right);
    return left;
  }
}
