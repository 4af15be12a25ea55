package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import java.util.List;
import java.util.SplittableRandom;

/** Grows classification trees, each from a seed of its own. */
final class TreeTraining {

  private TreeTraining() {}

  static TreeEnsemble train(
      String name, TreeSettings settings, TrainingRows rows, Progress progress) {
    RankedColumns columns = RankedColumns.of(rows);
    long[] seeds = new SplittableRandom(settings.seed()).longs(settings.trees()).toArray();
    List<TreeEnsemble.Nodes> grown =
        Parallel.map(
            settings.trees(),
            "training",
            progress,
            tree -> grow(settings, rows, columns, new SplittableRandom(seeds[tree])));
    TreeEnsemble.Nodes nodes = new TreeEnsemble.Nodes();
    int[] roots = grown.stream().mapToInt(nodes::append).toArray();
    return new TreeEnsemble(
        name,
        TreeEnsemble.Sum.MEAN,
        rows.columns(),
        rows.classCount(),
        roots,
        nodes,
        new double[0]);
  }

  private static TreeEnsemble.Nodes grow(
      TreeSettings settings, TrainingRows rows, RankedColumns columns, SplittableRandom random) {
    double[] weights = rows.weights();
    if (settings.bootstrap()) {
      int[] drawn = new int[rows.size()];
      for (int draw = 0; draw < rows.size(); draw++) {
        drawn[random.nextInt(rows.size())]++;
      }
      for (int row = 0; row < weights.length; row++) {
        weights[row] *= drawn[row];
      }
    }
    return new TreeGrower(settings, columns, rows, weights, random).grow();
  }
}
