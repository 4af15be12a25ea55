package io.github.churnseg.rfm;

/** How each of the three dimensions is cut. */
record ScoreRules(ScoreRule recency, ScoreRule frequency, ScoreRule monetary) {

  static ScoreRules quantiles(int r, int f, int m) {
    return new ScoreRules(
        new ScoreRule.Quantile(r), new ScoreRule.Quantile(f), new ScoreRule.Quantile(m));
  }

  ScoreRule of(Dimension dimension) {
    return switch (dimension) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
  }

  ScoreRules with(Dimension dimension, ScoreRule rule) {
    return switch (dimension) {
      case RECENCY -> new ScoreRules(rule, frequency, monetary);
      case FREQUENCY -> new ScoreRules(recency, rule, monetary);
      case MONETARY -> new ScoreRules(recency, frequency, rule);
    };
  }
}
