package io.github.churnseg.classify;

import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;

/**
 * How well risks told who left.
 *
 * @param auc area under the ROC curve; .5 is chance
 * @param prAuc average precision; the share who left is chance
 * @param brier mean squared distance of the risk from what happened; less is better
 * @param lift how many times more left among the tenth with the highest risks than among all
 */
public record ChurnFigures(double auc, double prAuc, double brier, double lift) {

  private static final double TENTH = 0.1;

  static ChurnFigures of(Predictions predictions, Labels truth) {
    Evaluation evaluation = Evaluation.of(predictions, truth);
    return new ChurnFigures(
        evaluation.auc(),
        evaluation.get(Metric.PR_AUC),
        evaluation.get(Metric.BRIER),
        evaluation.gains().lift(TENTH));
  }
}
