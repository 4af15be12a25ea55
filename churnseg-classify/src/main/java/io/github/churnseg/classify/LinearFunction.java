package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;

/**
 * A weighted sum of the inputs and a constant: one sum for the second of two classes, or one for
 * each of more classes against the rest, whose probabilities are then made to add up to one.
 */
final class LinearFunction implements ScoreFunction {

  private final int inputs;
  private final int classes;
  private final double[] weights;
  private final double[] constants;

  /** Takes over the arrays: {@code inputs} weights for each constant. */
  LinearFunction(int inputs, int classes, double[] weights, double[] constants) {
    this.inputs = inputs;
    this.classes = classes;
    this.weights = weights;
    this.constants = constants;
  }

  double weight(int sum, int input) {
    return weights[sum * inputs + input];
  }

  /** {@link #inputs} weights for each constant; not to be changed. */
  double[] weights() {
    return weights;
  }

  /** Not to be changed. */
  double[] constants() {
    return constants;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Scorer scorer() {
    return new BaseScorer(inputs, classes) {
      @Override
      void scoreFinite(double[] values, int from, int rows, double[] probabilities) {
        for (int row = 0; row < rows; row++) {
          int to = row * classes;
          int sums = constants.length;
          for (int sum = 0; sum < sums; sum++) {
            probabilities[to + classes - sums + sum] =
                Softmax.logistic(sum(sum, values, from + row * inputs));
          }
          OneAgainstRest.normalise(probabilities, to, classes, sums);
        }
      }
    };
  }

  /** The sum of a class that is asked for, from a row that begins at {@code from}. */
  double sum(int which, double[] values, int from) {
    double sum = constants[which];
    for (int i = 0; i < inputs; i++) {
      sum += weights[which * inputs + i] * values[from + i];
    }
    return sum;
  }

  @Override
  public String toString() {
    return "logistic regression";
  }
}
