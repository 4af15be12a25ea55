package io.github.churnseg.classify;

import io.github.churnseg.internal.Interruption;
import java.util.stream.IntStream;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;
import org.tribuo.common.liblinear.LibLinearModel;

/** Fits sums with LIBLINEAR, and copies their weights. */
final class LinearTraining {

  /** LIBLINEAR's own 0.01 stops before the third digit of a probability stands still. */
  private static final double TOLERANCE = 1e-4;

  private static final int STEPS = 10_000;

  private LinearTraining() {}

  static LinearFunction train(TrainingRows rows, LinearType penalty, double cost, long seed) {
    TribuoRows tribuo = new TribuoRows(rows);
    int[] asked = OneAgainstRest.asked(rows.classCount());
    int[] all = IntStream.range(0, rows.size()).toArray();
    double[] weights = new double[asked.length * rows.columns()];
    double[] constants = new double[asked.length];
    for (int sum = 0; sum < asked.length; sum++) {
      Interruption.check("training");
      if (rows.counts()[asked[sum]] == 0) {
        constants[sum] = Double.NEGATIVE_INFINITY;
        continue;
      }
      LibLinearClassificationTrainer trainer =
          new LibLinearClassificationTrainer(
              new LinearClassificationType(penalty), cost, STEPS, TOLERANCE, seed);
      trainer.setLabelWeights(tribuo.weightsOneAgainstRest(asked[sum]));
      LibLinearModel<Label> model = trainer.train(tribuo.oneAgainstRest(asked[sum], all));
      var inner = model.getInnerModels().get(0);
      double[] learnt = inner.getFeatureWeights();
      // LIBLINEAR's sum speaks for the class it met first.
      int first = TribuoRows.classOf(model.getOutputIDInfo())[inner.getLabels()[0]];
      double sign = first == 1 ? 1 : -1;
      for (int i = 0; i < rows.columns(); i++) {
        weights[sum * rows.columns() + i] = sign * learnt[i];
      }
      constants[sum] = sign * learnt[rows.columns()];
    }
    return new LinearFunction(rows.columns(), rows.classCount(), weights, constants);
  }
}
