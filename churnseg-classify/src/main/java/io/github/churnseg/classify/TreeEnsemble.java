package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;
import java.util.Arrays;

/**
 * Decision trees as flat arrays. A node goes left where its column is not above its threshold, and
 * its right child stands behind its left one. Either the trees' probabilities are averaged, or what
 * their leaves hold is summed for each class and turned into probabilities.
 */
final class TreeEnsemble implements ScoreFunction {

  /** How leaves become probabilities. */
  enum Sum {
    /** Each leaf holds a probability for each class; their mean is taken. */
    MEAN,
    /** Each leaf holds one number for the second of two classes; their sum is a logit. */
    LOGIT,
    /** Tree {@code t} speaks for class {@code t % classes}; the sums are logits. */
    SOFTMAX
  }

  private final String name;
  private final Sum sum;
  private final int inputs;
  private final int classes;
  private final int[] roots;
  private final Nodes nodes;
  private final double[] start;

  TreeEnsemble(
      String name, Sum sum, int inputs, int classes, int[] roots, Nodes nodes, double[] start) {
    this.name = name;
    this.sum = sum;
    this.inputs = inputs;
    this.classes = classes;
    this.roots = roots.clone();
    this.nodes = nodes;
    this.start = start.clone();
  }

  Sum sum() {
    return sum;
  }

  /** How many trees. */
  int size() {
    return roots.length;
  }

  int root(int tree) {
    return roots[tree];
  }

  Nodes nodes() {
    return nodes;
  }

  /** The most splits above a leaf. */
  int depth() {
    int depth = 0;
    for (int root : roots) {
      depth = Math.max(depth, nodes.depth(root));
    }
    return depth;
  }

  /** What a leaf adds to the probability of a class, or to its log-odds where these are summed. */
  double leafValue(int index, int leaf) {
    int from = nodes.next[leaf];
    if (sum == Sum.MEAN) {
      return nodes.values[from + index] / roots.length;
    }
    return index == 1 ? nodes.values[from] : -nodes.values[from];
  }

  /** The probability of a class, or its log-odds where these are summed; of two classes. */
  double output(int index, double[] row, int from) {
    double output = sum == Sum.MEAN ? 0 : index == 1 ? start[0] : -start[0];
    for (int root : roots) {
      output += leafValue(index, nodes.leafNode(root, row, from));
    }
    return output;
  }

  String name() {
    return name;
  }

  /** Not to be changed. */
  int[] roots() {
    return roots;
  }

  /** Not to be changed. */
  double[] start() {
    return start;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Scorer scorer() {
    return new BaseScorer(inputs, classes) {

      private final double[] logits = new double[classes];

      @Override
      void scoreFinite(double[] values, int from, int rows, double[] probabilities) {
        for (int row = 0; row < rows; row++) {
          int at = from + row * inputs;
          switch (sum) {
            case MEAN -> mean(values, at, probabilities, row * classes);
            case LOGIT -> logit(values, at, probabilities, row * classes);
            case SOFTMAX -> {
              sums(values, at, logits);
              Softmax.write(logits, probabilities, row * classes);
            }
          }
        }
      }
    };
  }

  private void mean(double[] values, int from, double[] probabilities, int to) {
    Arrays.fill(probabilities, to, to + classes, 0);
    for (int root : roots) {
      int leaf = nodes.leaf(root, values, from);
      for (int k = 0; k < classes; k++) {
        probabilities[to + k] += nodes.values[leaf + k];
      }
    }
    for (int k = 0; k < classes; k++) {
      probabilities[to + k] /= roots.length;
    }
  }

  private void logit(double[] values, int from, double[] probabilities, int to) {
    double logit = start[0];
    for (int root : roots) {
      logit += nodes.values[nodes.leaf(root, values, from)];
    }
    double second = Softmax.logistic(logit);
    probabilities[to] = 1 - second;
    probabilities[to + 1] = second;
  }

  private void sums(double[] values, int from, double[] logits) {
    System.arraycopy(start, 0, logits, 0, classes);
    for (int tree = 0; tree < roots.length; tree++) {
      logits[tree % classes] += nodes.values[nodes.leaf(roots[tree], values, from)];
    }
  }

  @Override
  public String toString() {
    return name + " of " + roots.length + (roots.length == 1 ? " tree" : " trees");
  }

  /** The nodes of all trees. */
  static final class Nodes {

    static final int LEAF = -1;

    /** The column of a split, or -1 for a leaf. */
    private int[] columns = new int[64];

    private double[] thresholds = new double[64];

    /** The left child of a split; where a leaf's values start. */
    private int[] next = new int[64];

    private double[] values = new double[64];
    private int nodeCount;
    private int valueCount;

    /** As they were when they were saved; takes over the arrays. */
    static Nodes of(int[] columns, double[] thresholds, int[] next, double[] values) {
      Nodes nodes = new Nodes();
      nodes.columns = columns;
      nodes.thresholds = thresholds;
      nodes.next = next;
      nodes.values = values;
      nodes.nodeCount = columns.length;
      nodes.valueCount = values.length;
      return nodes;
    }

    int[] columns() {
      return Arrays.copyOf(columns, nodeCount);
    }

    double[] thresholds() {
      return Arrays.copyOf(thresholds, nodeCount);
    }

    int[] next() {
      return Arrays.copyOf(next, nodeCount);
    }

    double[] values() {
      return Arrays.copyOf(values, valueCount);
    }

    /** Room for a node, to be filled later. */
    int reserve(int count) {
      int first = nodeCount;
      nodeCount += count;
      if (nodeCount > columns.length) {
        int size = Math.max(nodeCount, 2 * columns.length);
        columns = Arrays.copyOf(columns, size);
        thresholds = Arrays.copyOf(thresholds, size);
        next = Arrays.copyOf(next, size);
      }
      return first;
    }

    /** Takes over all nodes of a tree whose root is its first, and returns the root's new place. */
    int append(Nodes tree) {
      int root = reserve(tree.nodeCount);
      for (int node = 0; node < tree.nodeCount; node++) {
        if (tree.isLeaf(node)) {
          columns[root + node] = LEAF;
          next[root + node] = valueCount + tree.next[node];
        } else {
          columns[root + node] = tree.columns[node];
          thresholds[root + node] = tree.thresholds[node];
          next[root + node] = root + tree.next[node];
        }
      }
      hold(tree.values, tree.valueCount);
      return root;
    }

    private void hold(double[] held, int count) {
      if (valueCount + count > values.length) {
        values = Arrays.copyOf(values, Math.max(valueCount + count, 2 * values.length));
      }
      System.arraycopy(held, 0, values, valueCount, count);
      valueCount += count;
    }

    /** Makes a node a split, and returns its left child; the right one is the next after it. */
    int split(int node, int column, double threshold) {
      int left = reserve(2);
      columns[node] = column;
      thresholds[node] = threshold;
      next[node] = left;
      return left;
    }

    /** Makes a node a leaf. */
    void leaf(int node, double... held) {
      columns[node] = LEAF;
      next[node] = valueCount;
      hold(held, held.length);
    }

    /** Where the values of the leaf stand that a row falls into. */
    int leaf(int root, double[] row, int from) {
      return next[leafNode(root, row, from)];
    }

    private int leafNode(int root, double[] row, int from) {
      int node = root;
      while (columns[node] != LEAF) {
        node = child(node, row, from);
      }
      return node;
    }

    boolean isLeaf(int node) {
      return columns[node] == LEAF;
    }

    /** The column of a split. */
    int column(int node) {
      return columns[node];
    }

    /** The child of a split that a row falls into. */
    int child(int node, double[] row, int from) {
      return next[node] + (row[from + columns[node]] > thresholds[node] ? 1 : 0);
    }

    private int depth(int node) {
      return isLeaf(node) ? 0 : 1 + Math.max(depth(next[node]), depth(next[node] + 1));
    }

    double value(int leaf) {
      return values[leaf];
    }
  }
}
