package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * Knows the shares of the classes and nothing of the customers: what any other classifier has to
 * beat. Immutable; fitting takes one pass.
 *
 * <pre>{@code
 * ClassifierModel guess = Baseline.prior().fit(customers);
 * }</pre>
 */
public final class Baseline implements Classifier {

  private final boolean majority;

  private Baseline(boolean majority) {
    this.majority = majority;
  }

  /**
   * Gives each class its share of the training rows as probability: the best there is in log-loss
   * and Brier score without looking at the customer.
   *
   * @return the plan
   */
  public static Baseline prior() {
    return new Baseline(false);
  }

  /**
   * Gives the largest class probability 1: the best there is in accuracy without looking. Of equal
   * classes the first by name.
   *
   * @return the plan
   */
  public static Baseline majority() {
    return new Baseline(true);
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows =
        TrainingRows.of(Preprocessing.withDefaults(), ClassWeights.none(), customers, labels);
    return Trainer.fit(rows.learntBy(this), this::train, rows, labels.positive(), progress);
  }

  private ScoreFunction train(TrainingRows rows, Progress progress) {
    if (!majority) {
      return ConstantFunction.prior(rows);
    }
    int[] counts = rows.counts();
    int largest = 0;
    for (int index = 1; index < counts.length; index++) {
      largest = counts[index] > counts[largest] ? index : largest;
    }
    double[] certain = new double[counts.length];
    certain[largest] = 1;
    return new ConstantFunction(rows.columns(), certain);
  }

  /** Which of the two. */
  @Override
  public String toString() {
    return majority ? "Baseline.majority()" : "Baseline.prior()";
  }
}
