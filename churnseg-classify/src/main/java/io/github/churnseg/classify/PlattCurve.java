package io.github.churnseg.classify;

/**
 * A sigmoid of the logit of a model's probability.
 *
 * @param rows how many it was fitted on. The logit is that of the probability after one more
 *     customer of each kind has been seen beside so many, which keeps 0 and 1 finite, and equal
 *     only what was equal
 * @param sigmoid of the logit; its slope is not below 0
 */
record PlattCurve(int rows, Sigmoid sigmoid) implements Curve {

  static PlattCurve fit(double[] probabilities, boolean[] yes) {
    int rows = yes.length;
    double[] logits = new double[rows];
    double[] weights = new double[rows];
    int positives = 0;
    for (int row = 0; row < rows; row++) {
      logits[row] = logit(probabilities[row], rows);
      weights[row] = 1;
      positives += yes[row] ? 1 : 0;
    }
    Sigmoid fitted = Sigmoid.fit(logits, yes, weights);
    // A curve that falls would turn the model's order round on the strength of noise.
    return new PlattCurve(
        rows,
        fitted.slope() >= 0
            ? fitted
            : new Sigmoid(0, StrictMath.log((positives + 1.0) / (rows - positives + 1.0))));
  }

  private static double logit(double probability, int rows) {
    return StrictMath.log((rows * probability + 1) / (rows * (1 - probability) + 1));
  }

  @Override
  public double of(double probability) {
    return sigmoid.probability(logit(probability, rows));
  }
}
