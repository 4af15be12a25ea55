package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;

/** The same probabilities for everybody. */
final class ConstantFunction implements ScoreFunction {

  private final int inputs;
  private final double[] probabilities;

  ConstantFunction(int inputs, double[] probabilities) {
    this.inputs = inputs;
    this.probabilities = probabilities;
  }

  /** The shares of the classes among training rows. */
  static ConstantFunction prior(TrainingRows rows) {
    int[] counts = rows.counts();
    double[] shares = new double[counts.length];
    for (int index = 0; index < counts.length; index++) {
      shares[index] = (double) counts[index] / rows.size();
    }
    return new ConstantFunction(rows.columns(), shares);
  }

  /** Not to be changed. */
  double[] probabilities() {
    return probabilities;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int classes() {
    return probabilities.length;
  }

  @Override
  public Scorer scorer() {
    return new BaseScorer(inputs, probabilities.length) {
      @Override
      void scoreFinite(double[] values, int from, int rows, double[] out) {
        for (int row = 0; row < rows; row++) {
          System.arraycopy(probabilities, 0, out, row * probabilities.length, probabilities.length);
        }
      }
    };
  }

  @Override
  public String toString() {
    return "baseline";
  }
}
