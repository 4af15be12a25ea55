package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import java.util.List;
import java.util.SplittableRandom;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;

/** Grows classification trees with Tribuo, each from a seed of its own, and copies them. */
final class TreeTraining {

  private TreeTraining() {}

  static TreeEnsemble train(
      String name, TreeSettings settings, TrainingRows rows, Progress progress) {
    TribuoRows tribuo = new TribuoRows(rows);
    long[] seeds = new SplittableRandom(settings.seed()).longs(settings.trees()).toArray();
    List<Node<Label>> grown =
        Parallel.map(
            settings.trees(),
            "training",
            progress,
            tree -> grow(settings, rows, tribuo, seeds[tree]));
    TreeEnsemble.Nodes nodes = new TreeEnsemble.Nodes();
    int[] roots = new int[grown.size()];
    for (int tree = 0; tree < roots.length; tree++) {
      roots[tree] = nodes.reserve(1);
      copy(grown.get(tree), nodes, roots[tree], rows.classCount());
    }
    return new TreeEnsemble(
        name,
        TreeEnsemble.Sum.MEAN,
        rows.columns(),
        rows.classCount(),
        roots,
        nodes,
        new double[0]);
  }

  private static Node<Label> grow(
      TreeSettings settings, TrainingRows rows, TribuoRows tribuo, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights = tribuo.classWeights();
    if (settings.bootstrap()) {
      int[] drawn = new int[rows.size()];
      for (int draw = 0; draw < rows.size(); draw++) {
        drawn[random.nextInt(rows.size())]++;
      }
      for (int row = 0; row < weights.length; row++) {
        weights[row] *= drawn[row];
      }
    }
    MutableDataset<Label> dataset = tribuo.weighted(weights);
    // Tribuo rounds the share to a number of columns; less than half a column would be none.
    double share = Math.max(settings.columnShare(rows.columns()), 1.0 / rows.columns());
    CARTClassificationTrainer trainer =
        new CARTClassificationTrainer(
            settings.depth(),
            settings.leastSplit(),
            0f,
            (float) Math.min(1, share),
            settings.randomSplits(),
            new GiniIndex(),
            random.nextLong());
    return trainer.train(dataset).getRoot();
  }

  private static void copy(Node<Label> from, TreeEnsemble.Nodes nodes, int to, int classes) {
    if (from instanceof SplitNode<Label> split) {
      int left = nodes.split(to, split.getFeatureID(), split.splitValue());
      copy(split.getLessThanOrEqual(), nodes, left, classes);
      copy(split.getGreaterThan(), nodes, left + 1, classes);
    } else if (from instanceof LeafNode<Label> leaf) {
      nodes.leaf(to, shares(leaf, classes));
    }
  }

  /** Tribuo adds and subtracts weights in single precision, so that a share may fall below zero. */
  private static double[] shares(LeafNode<Label> leaf, int classes) {
    double[] shares = new double[classes];
    double sum = 0;
    for (Label label : leaf.getDistribution().values()) {
      double share = Math.max(0, label.getScore());
      shares[TribuoRows.number(label)] = share;
      sum += share;
    }
    for (int index = 0; index < classes; index++) {
      shares[index] /= sum;
    }
    return shares;
  }
}
