package io.github.churnseg.classify;

/**
 * Exact Shapley values of trees against background rows (Lundberg et al. 2020,
 * doi:10.1038/s42256-019-0138-9, interventional). A customer and a background row walk down a tree
 * together; where they part, the walk goes both ways, and at each leaf those columns in which the
 * customer was followed share its value with a plus, those in which the other was with a minus.
 * Columns take part as a whole: once one was followed, it is followed in all its numbers.
 */
final class TreeShap extends ShapMethod {

  private final TreeEnsemble trees;
  private final int asked;
  private final double[] background;
  private final int backgroundRows;
  private final int[] columnOfNumber;
  private final double base;

  /** {@code shares[u][v]}: (u - 1)! v! / (u + v)!. */
  private final double[][] shares;

  TreeShap(EncodedColumns columns, TreeEnsemble trees, int asked, double[] background) {
    super(
        columns,
        trees.sum() == TreeEnsemble.Sum.MEAN ? ShapScale.PROBABILITY : ShapScale.LOG_ODDS,
        "exact for trees");
    this.trees = trees;
    this.asked = asked;
    this.background = background;
    this.backgroundRows = background.length / columns.width();
    this.columnOfNumber = columns.columnOfNumber();
    this.shares = shares(Math.min(columns.count(), trees.depth()));
    double mean = 0;
    for (int row = 0; row < backgroundRows; row++) {
      mean += (output(background, row) - mean) / (row + 1);
    }
    this.base = mean;
  }

  /** Of more than two classes, boosting has no log-odds of one that others do not take part in. */
  static boolean canExplain(TreeEnsemble trees, boolean probabilitiesOnly) {
    return trees.sum() == TreeEnsemble.Sum.MEAN
        || (trees.sum() == TreeEnsemble.Sum.LOGIT && !probabilitiesOnly);
  }

  private static double[][] shares(int most) {
    double[][] shares = new double[most + 1][most + 1];
    for (int u = 1; u <= most; u++) {
      shares[u][0] = 1.0 / u;
      for (int v = 1; v <= most; v++) {
        shares[u][v] = shares[u][v - 1] * v / (u + v);
      }
    }
    return shares;
  }

  @Override
  double base() {
    return base;
  }

  @Override
  double output(double[] rows, int row) {
    return trees.output(asked, rows, row * columns.width());
  }

  @Override
  double[] effects(double[] rows, int row) {
    Walk walk = new Walk(rows, row * columns.width());
    for (int other = 0; other < backgroundRows; other++) {
      walk.against(other * columns.width());
    }
    double[] effects = walk.effects;
    for (int column = 0; column < effects.length; column++) {
      effects[column] /= backgroundRows;
    }
    return effects;
  }

  /** One customer, against one background row after the other. */
  private final class Walk {

    private final double[] rows;
    private final int customer;
    private final double[] effects = new double[columns.count()];

    /** Of each column whom it follows: 1 the customer, -1 the other, 0 nobody yet. */
    private final int[] follows = new int[columns.count()];

    private final int[] mine = new int[shares.length];
    private final int[] others = new int[shares.length];
    private int other;

    Walk(double[] rows, int customer) {
      this.rows = rows;
      this.customer = customer;
    }

    void against(int row) {
      other = row;
      for (int tree = 0; tree < trees.size(); tree++) {
        down(trees.root(tree), 0, 0);
      }
    }

    private void down(int node, int mineCount, int otherCount) {
      TreeEnsemble.Nodes nodes = trees.nodes();
      if (nodes.isLeaf(node)) {
        share(trees.leafValue(asked, node), mineCount, otherCount);
        return;
      }
      int myWay = nodes.child(node, rows, customer);
      int otherWay = nodes.child(node, background, other);
      int column = columnOfNumber[nodes.column(node)];
      if (myWay == otherWay) {
        down(myWay, mineCount, otherCount);
      } else if (follows[column] != 0) {
        down(follows[column] > 0 ? myWay : otherWay, mineCount, otherCount);
      } else {
        follows[column] = 1;
        mine[mineCount] = column;
        down(myWay, mineCount + 1, otherCount);
        follows[column] = -1;
        others[otherCount] = column;
        down(otherWay, mineCount, otherCount + 1);
        follows[column] = 0;
      }
    }

    private void share(double value, int mineCount, int otherCount) {
      if (mineCount > 0) {
        double plus = value * shares[mineCount][otherCount];
        for (int at = 0; at < mineCount; at++) {
          effects[mine[at]] += plus;
        }
      }
      if (otherCount > 0) {
        double minus = value * shares[otherCount][mineCount];
        for (int at = 0; at < otherCount; at++) {
          effects[others[at]] -= minus;
        }
      }
    }
  }
}
