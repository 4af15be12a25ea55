package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One run of boosting: logits of all rows, moved a tree at a time. */
final class Boosting {

  private final BoostingSettings settings;
  private final TrainingRows rows;
  private final int outputs;
  private final double[] logits;
  private final double[] probabilities;
  private final double[] gradients;
  private final double[] curvatures;

  private Boosting(BoostingSettings settings, TrainingRows rows) {
    this.settings = settings;
    this.rows = rows;
    this.outputs = rows.classCount() == 2 ? 1 : rows.classCount();
    this.logits = new double[rows.size() * outputs];
    this.probabilities = new double[rows.size() * outputs];
    this.gradients = new double[rows.size()];
    this.curvatures = new double[rows.size()];
  }

  static TreeEnsemble train(BoostingSettings settings, TrainingRows rows, Progress progress) {
    return new Boosting(settings, rows).run(progress);
  }

  private TreeEnsemble run(Progress progress) {
    SplittableRandom random = new SplittableRandom(settings.seed());
    double[] start = start();
    for (int at = 0; at < logits.length; at++) {
      logits[at] = start[at % outputs];
    }
    BinnedColumns columns = BinnedColumns.of(rows);
    TreeEnsemble.Nodes nodes = new TreeEnsemble.Nodes();
    int[] roots = new int[settings.rounds() * outputs];
    for (int round = 0; round < settings.rounds(); round++) {
      Interruption.check("training");
      int[] drawn = draw(rows.size(), settings.rowShare(), random);
      computeProbabilities();
      for (int output = 0; output < outputs; output++) {
        computeGradients(output);
        int[] tried = draw(rows.columns(), settings.columnShare(), random);
        BoostedTree tree = new BoostedTree(settings, columns, gradients, curvatures, tried, nodes);
        int root = tree.grow(drawn);
        roots[round * outputs + output] = root;
        for (int row = 0; row < rows.size(); row++) {
          int leaf = nodes.leaf(root, rows.inputs, row * rows.columns());
          logits[row * outputs + output] += nodes.value(leaf);
        }
      }
      progress.update("training", (round + 1.0) / settings.rounds());
    }
    return new TreeEnsemble(
        "gradient boosting",
        outputs == 1 ? TreeEnsemble.Sum.LOGIT : TreeEnsemble.Sum.SOFTMAX,
        rows.columns(),
        rows.classCount(),
        roots,
        nodes,
        start);
  }

  /** The logits that give the weighted shares of the classes. */
  private double[] start() {
    double[] sums = new double[rows.classCount()];
    for (int row = 0; row < rows.size(); row++) {
      sums[rows.classes[row]] += rows.weight(row);
    }
    if (outputs == 1) {
      return new double[] {StrictMath.log(sums[1] / sums[0])};
    }
    return Arrays.stream(sums).map(sum -> StrictMath.log(Math.max(sum, 1e-9))).toArray();
  }

  private void computeProbabilities() {
    if (outputs == 1) {
      for (int row = 0; row < rows.size(); row++) {
        probabilities[row] = Softmax.logistic(logits[row]);
      }
      return;
    }
    double[] one = new double[outputs];
    for (int row = 0; row < rows.size(); row++) {
      System.arraycopy(logits, row * outputs, one, 0, outputs);
      Softmax.write(one, probabilities, row * outputs);
    }
  }

  private void computeGradients(int output) {
    int asked = outputs == 1 ? 1 : output;
    for (int row = 0; row < rows.size(); row++) {
      double p = probabilities[row * outputs + output];
      double target = rows.classes[row] == asked ? 1 : 0;
      gradients[row] = rows.weight(row) * (p - target);
      curvatures[row] = rows.weight(row) * Math.max(p * (1 - p), 1e-12);
    }
  }

  /** Numbers drawn without replacement, in order. */
  private static int[] draw(int count, double share, SplittableRandom random) {
    int[] all = new int[count];
    Arrays.setAll(all, index -> index);
    int wanted = (int) Math.max(1, Math.round(share * count));
    if (wanted < count) {
      Stratified.shuffle(all, random);
      all = Arrays.copyOf(all, wanted);
      Arrays.sort(all);
    }
    return all;
  }
}
