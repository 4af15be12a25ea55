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

    private static final int LEAF = -1;

    /** The column of a split, or -1 for a leaf. */
    private int[] columns = new int[64];

    private double[] thresholds = new double[64];

    /** The left child of a split; where a leaf's values start. */
    private int[] next = new int[64];

    private double[] values = new double[64];
    private int nodeCount;
    private int valueCount;

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
      if (valueCount + held.length > values.length) {
        values = Arrays.copyOf(values, Math.max(valueCount + held.length, 2 * values.length));
      }
      System.arraycopy(held, 0, values, valueCount, held.length);
      valueCount += held.length;
    }

    /** Where the values of the leaf stand that a row falls into. */
    int leaf(int root, double[] row, int from) {
      int node = root;
      while (columns[node] != LEAF) {
        node = next[node] + (row[from + columns[node]] > thresholds[node] ? 1 : 0);
      }
      return next[node];
    }

    double value(int leaf) {
      return values[leaf];
    }
  }
}
