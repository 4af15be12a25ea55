package io.github.churnseg.classify;

import java.util.Locale;

/**
 * How alike two rows are.
 *
 * @param shape the formula
 * @param gamma its scale, or 0 where it follows from the rows
 * @param degree of a polynomial
 */
record Kernel(Shape shape, double gamma, int degree) {

  /** The formulas. */
  enum Shape {
    LINEAR,
    POLYNOMIAL,
    RBF
  }

  Kernel withGamma(double value) {
    return new Kernel(shape, value, degree);
  }

  /** With a scale that follows from the rows, unless one was given. */
  Kernel scaledTo(TrainingRows rows) {
    if (gamma > 0) {
      return this;
    }
    double mean = 0;
    for (int at = 0; at < rows.inputs.length; at++) {
      mean += (rows.inputs[at] - mean) / (at + 1);
    }
    double variance = 0;
    for (double value : rows.inputs) {
      variance += (value - mean) * (value - mean) / rows.inputs.length;
    }
    return withGamma(variance > 0 ? 1 / (rows.columns() * variance) : 1);
  }

  double of(double[] a, int aAt, double[] b, int bAt, int width) {
    double sum = 0;
    if (shape == Shape.RBF) {
      for (int i = 0; i < width; i++) {
        double difference = a[aAt + i] - b[bAt + i];
        sum += difference * difference;
      }
      return Softmax.exp(-gamma * sum);
    }
    for (int i = 0; i < width; i++) {
      sum += a[aAt + i] * b[bAt + i];
    }
    return shape == Shape.LINEAR ? sum : power(gamma * sum, degree);
  }

  private static double power(double base, int degree) {
    double power = 1;
    for (int factor = 0; factor < degree; factor++) {
      power *= base;
    }
    return power;
  }

  @Override
  public String toString() {
    return switch (shape) {
      case POLYNOMIAL -> "polynomial(" + degree + ")";
      default -> shape.name().toLowerCase(Locale.ROOT) + "()";
    };
  }
}
