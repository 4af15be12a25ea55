package io.github.churnseg.classify;

import java.util.Optional;

/** A test by itself, before others are known. */
record TestOutcome(
    String test,
    double statistic,
    double p,
    Measure measure,
    double effect,
    Optional<String> note) {

  /** How effects are measured, and from where on Cohen (1988) calls them small, medium, large. */
  enum Measure {
    HEDGES_G("Hedges' g", 0.2, 0.5, 0.8),
    RANK_BISERIAL("rank-biserial", 0.1, 0.3, 0.5),
    ETA_SQUARED("eta²", 0.01, 0.06, 0.14),
    EPSILON_SQUARED("epsilon²", 0.01, 0.06, 0.14),
    CRAMERS_V("Cramér's V", 0.1, 0.3, 0.5),
    CORRELATION("r", 0.1, 0.3, 0.5);

    private final String shown;
    private final double small;
    private final double medium;
    private final double large;

    Measure(String shown, double small, double medium, double large) {
      this.shown = shown;
      this.small = small;
      this.medium = medium;
      this.large = large;
    }

    String shown() {
      return shown;
    }

    String words(double effect) {
      double size = Math.abs(effect);
      if (Double.isNaN(size)) {
        return "";
      }
      return size >= large ? "large" : size >= medium ? "medium" : size >= small ? "small" : "none";
    }
  }

  static TestOutcome untestable(Measure measure, String why) {
    return new TestOutcome("none", Double.NaN, Double.NaN, measure, Double.NaN, Optional.of(why));
  }

  TestOutcome withNote(String text) {
    return new TestOutcome(test, statistic, p, measure, effect, Optional.of(text));
  }
}
