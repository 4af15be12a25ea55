package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;
import java.util.List;

/** Support vector machines, one for the second of two classes or one for each of more. */
final class KernelMachine implements ScoreFunction {

  private final Kernel kernel;
  private final int inputs;
  private final int classes;
  private final List<Machine> machines;

  KernelMachine(Kernel kernel, int inputs, int classes, List<Machine> machines) {
    this.kernel = kernel;
    this.inputs = inputs;
    this.classes = classes;
    this.machines = List.copyOf(machines);
  }

  Kernel kernel() {
    return kernel;
  }

  List<Machine> machines() {
    return machines;
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

      private final Machine[] asked = machines.toArray(new Machine[0]);

      @Override
      void scoreFinite(double[] values, int from, int rows, double[] probabilities) {
        for (int row = 0; row < rows; row++) {
          int to = row * classes;
          for (int index = 0; index < asked.length; index++) {
            probabilities[to + classes - asked.length + index] =
                asked[index].probability(kernel, values, from + row * inputs, inputs);
          }
          OneAgainstRest.normalise(probabilities, to, classes, asked.length);
        }
      }
    };
  }

  @Override
  public String toString() {
    int vectors = machines.stream().mapToInt(machine -> machine.coefficients.length).sum();
    return "machine of " + vectors + " support vectors, " + kernel;
  }

  /**
   * The rows that hold the gap open, and the curve from distance to probability. Nobody writes to
   * the arrays.
   */
  static final class Machine {

    final double[] vectors;
    final double[] coefficients;
    final double constant;
    final Sigmoid curve;

    /** Takes over the arrays. */
    Machine(double[] vectors, double[] coefficients, double constant, Sigmoid curve) {
      this.vectors = vectors;
      this.coefficients = coefficients;
      this.constant = constant;
      this.curve = curve;
    }

    Machine with(Sigmoid other) {
      return new Machine(vectors, coefficients, constant, other);
    }

    double distance(Kernel kernel, double[] values, int from, int width) {
      double sum = constant;
      for (int vector = 0; vector < coefficients.length; vector++) {
        sum += coefficients[vector] * kernel.of(vectors, vector * width, values, from, width);
      }
      return sum;
    }

    double probability(Kernel kernel, double[] values, int from, int width) {
      return curve.probability(distance(kernel, values, from, width));
    }
  }
}
