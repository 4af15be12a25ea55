package io.github.churnseg.classify;

/** What SHAP values add up to. */
public enum ShapScale {
  /** The probability of the class: an effect of 0.05 is five percentage points. */
  PROBABILITY("probability"),
  /**
   * The log-odds of the class, ln(p / (1 - p)): an effect of 0.69 doubles the odds. Models that sum
   * up evidence, such as logistic regression and boosting, are additive on this scale.
   */
  LOG_ODDS("log-odds");

  private final String shown;

  ShapScale(String shown) {
    this.shown = shown;
  }

  /** As it is usually written, such as {@code log-odds}. */
  @Override
  public String toString() {
    return shown;
  }
}
