package io.github.churnseg.classify;

import io.github.churnseg.model.Classifier;

/** One plan of a {@link ModelSearch}, and what was measured of it on the folds all plans share. */
public final class SearchResult {

  private final Trial trial;
  private final CrossValidated validated;

  SearchResult(Trial trial, CrossValidated validated) {
    this.trial = trial;
    this.validated = validated;
  }

  Trial trial() {
    return trial;
  }

  /**
   * The plan with its settings, to be fitted to all customers.
   *
   * @return the plan
   */
  public Classifier plan() {
    return trial.plan();
  }

  /**
   * The plan in words, with the settings that were varied.
   *
   * @return such as {@code LogisticRegression.l1(1.0): l1=1.0, scaling=Z_SCORE}
   */
  public String name() {
    return plan() + (trial.settings().isEmpty() ? "" : ": " + trial.settings());
  }

  /**
   * What was measured, with probabilities out of fold.
   *
   * @return the figures of each fold
   */
  public CrossValidated validated() {
    return validated;
  }

  /** The mean of a figure, or less it where less is better. */
  double merit(Metric metric) {
    double mean = validated.mean(metric);
    return metric.higherIsBetter() ? mean : -mean;
  }

  /** Plan and settings. */
  @Override
  public String toString() {
    return name();
  }
}
