package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.model.Scorer;
import java.util.Objects;

/** Checks what goes in, so that the functions need not. */
abstract class BaseScorer implements Scorer {

  private final int inputs;
  private final int classes;

  BaseScorer(int inputs, int classes) {
    this.inputs = inputs;
    this.classes = classes;
  }

  @Override
  public final int inputs() {
    return inputs;
  }

  @Override
  public final int classes() {
    return classes;
  }

  @Override
  public final void score(double[] values, int firstRow, int rows, double[] probabilities) {
    Objects.checkFromIndexSize(firstRow, rows, inputs == 0 ? rows : values.length / inputs);
    Objects.checkFromIndexSize(0, rows, probabilities.length / classes);
    int from = firstRow * inputs;
    if (!allFinite(values, from, from + rows * inputs)) {
      throw refusal(values, firstRow, rows);
    }
    scoreFinite(values, from, rows, probabilities);
  }

  /** Scores rows whose first number stands at {@code from}. */
  abstract void scoreFinite(double[] values, int from, int rows, double[] probabilities);

  /** Zero times a number is zero, unless the number is infinite or none. */
  private static boolean allFinite(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int at = from;
    for (; at + 3 < to; at += 4) {
      a += values[at] * 0;
      b += values[at + 1] * 0;
      c += values[at + 2] * 0;
      d += values[at + 3] * 0;
    }
    for (; at < to; at++) {
      a += values[at] * 0;
    }
    return a + b + c + d == 0;
  }

  private InvalidDataException refusal(double[] values, int firstRow, int rows) {
    int at = firstRow * inputs;
    while (at < (firstRow + rows) * inputs - 1 && Double.isFinite(values[at])) {
      at++;
    }
    return new InvalidDataException(
        "row %d, column %d (from 0): %s; encoded rows hold finite numbers only"
            .formatted(at / inputs, at % inputs, values[at]));
  }
}
