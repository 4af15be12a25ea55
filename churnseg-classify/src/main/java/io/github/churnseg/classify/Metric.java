package io.github.churnseg.classify;

/** One figure of how good predictions are. */
public enum Metric {
  /** Area under the ROC curve: how often one of the class is ranked above one who is not. */
  AUC("AUC", true),
  /** Average precision, the area under the precision-recall curve; its baseline is the share. */
  PR_AUC("PR-AUC", true),
  /** Share of those predicted to be of the class who are. */
  PRECISION("precision", true),
  /** Share of the class that is predicted to be of it. */
  RECALL("recall", true),
  /** Harmonic mean of precision and recall. */
  F1("F1", true),
  /** Share of all customers whose most probable class is theirs. */
  ACCURACY("accuracy", true),
  /** Mean of minus the logarithm of the probability given to what happened. */
  LOG_LOSS("log-loss", false),
  /** Mean squared distance of the probability from what happened. */
  BRIER("Brier", false);

  private final String shown;
  private final boolean higherIsBetter;

  Metric(String shown, boolean higherIsBetter) {
    this.shown = shown;
    this.higherIsBetter = higherIsBetter;
  }

  /**
   * Which way is better.
   *
   * @return true if more is better
   */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /** The figure of one class; none for those of all classes together. */
  double of(ClassEvaluation one) {
    return switch (this) {
      case AUC -> one.auc();
      case PR_AUC -> one.prAuc();
      case PRECISION -> one.precision();
      case RECALL -> one.recall();
      case F1 -> one.f1();
      case BRIER -> one.brier();
      case ACCURACY, LOG_LOSS -> Double.NaN;
    };
  }

  /** As it is usually written, such as {@code PR-AUC}. */
  @Override
  public String toString() {
    return shown;
  }
}
