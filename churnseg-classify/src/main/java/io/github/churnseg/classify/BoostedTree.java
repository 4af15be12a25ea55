package io.github.churnseg.classify;

import java.util.Arrays;

/** Grows one regression tree on gradients, level by level, from sums over bins. */
final class BoostedTree {

  private final BoostingSettings settings;
  private final BinnedColumns columns;
  private final double[] gradients;
  private final double[] curvatures;
  private final int[] tried;
  private final TreeEnsemble.Nodes nodes;
  private final double[] binGradients = new double[BinnedColumns.MOST];
  private final double[] binCurvatures = new double[BinnedColumns.MOST];
  private final int[] binRows = new int[BinnedColumns.MOST];

  BoostedTree(
      BoostingSettings settings,
      BinnedColumns columns,
      double[] gradients,
      double[] curvatures,
      int[] tried,
      TreeEnsemble.Nodes nodes) {
    this.settings = settings;
    this.columns = columns;
    this.gradients = gradients;
    this.curvatures = curvatures;
    this.tried = tried;
    this.nodes = nodes;
  }

  /** The root of a tree for these rows. */
  int grow(int... rows) {
    int root = nodes.reserve(1);
    grow(root, rows.clone(), 0, rows.length, 0);
    return root;
  }

  private void grow(int node, int[] rows, int from, int to, int depth) {
    double gradient = 0;
    double curvature = 0;
    for (int at = from; at < to; at++) {
      gradient += gradients[rows[at]];
      curvature += curvatures[rows[at]];
    }
    Split best = new Split();
    if (depth < settings.depth() && to - from >= 2 * settings.leastLeaf()) {
      for (int column : tried) {
        tryColumn(column, rows, from, to, gradient, curvature, best);
      }
    }
    if (best.column < 0) {
      nodes.leaf(node, -settings.rate() * gradient / (curvature + settings.l2()));
      return;
    }
    int left = nodes.split(node, best.column, columns.cuts[best.column][best.bin]);
    int middle = partition(rows, from, to, best);
    grow(left, rows, from, middle, depth + 1);
    grow(left + 1, rows, middle, to, depth + 1);
  }

  private void tryColumn(
      int column, int[] rows, int from, int to, double gradient, double curvature, Split best) {
    int bins = columns.cuts[column].length + 1;
    Arrays.fill(binGradients, 0, bins, 0);
    Arrays.fill(binCurvatures, 0, bins, 0);
    Arrays.fill(binRows, 0, bins, 0);
    for (int at = from; at < to; at++) {
      int bin = columns.bin(column, rows[at]);
      binGradients[bin] += gradients[rows[at]];
      binCurvatures[bin] += curvatures[rows[at]];
      binRows[bin]++;
    }
    double leftGradient = 0;
    double leftCurvature = 0;
    int leftRows = 0;
    double whole = gain(gradient, curvature);
    for (int bin = 0; bin < bins - 1; bin++) {
      leftGradient += binGradients[bin];
      leftCurvature += binCurvatures[bin];
      leftRows += binRows[bin];
      if (leftRows >= settings.leastLeaf() && to - from - leftRows >= settings.leastLeaf()) {
        double gain =
            gain(leftGradient, leftCurvature)
                + gain(gradient - leftGradient, curvature - leftCurvature)
                - whole;
        best.consider(gain, column, bin);
      }
    }
  }

  private double gain(double gradient, double curvature) {
    return gradient * gradient / (curvature + settings.l2());
  }

  /** Rows of the left child first, both in order; returns where the right one starts. */
  private int partition(int[] rows, int from, int to, Split split) {
    int[] right = new int[to - from];
    int rights = 0;
    int middle = from;
    for (int at = from; at < to; at++) {
      if (columns.bin(split.column, rows[at]) <= split.bin) {
        rows[middle++] = rows[at];
      } else {
        right[rights++] = rows[at];
      }
    }
    System.arraycopy(right, 0, rows, middle, rights);
    return middle;
  }

  /** The best split so far; of equals the first. */
  private static final class Split {

    private double gain = 1e-9;
    private int column = -1;
    private int bin;

    void consider(double other, int ofColumn, int ofBin) {
      if (other > gain) {
        gain = other;
        column = ofColumn;
        bin = ofBin;
      }
    }
  }
}
