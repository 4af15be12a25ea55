package io.github.churnseg.classify;

import java.util.Arrays;

/** Several classes as one question each: this one, or another? Two classes are one question. */
final class OneAgainstRest {

  private OneAgainstRest() {}

  /** The classes that are asked for: the second of two, or each of more. */
  static int[] asked(int classes) {
    if (classes == 2) {
      return new int[] {1};
    }
    int[] all = new int[classes];
    Arrays.setAll(all, index -> index);
    return all;
  }

  /** Makes the answers, written at the end of the row's probabilities, add up to one. */
  static void normalise(double[] probabilities, int to, int classes, int answers) {
    if (answers == 1) {
      probabilities[to] = 1 - probabilities[to + 1];
      return;
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += probabilities[to + k];
    }
    for (int k = 0; k < classes; k++) {
      probabilities[to + k] = sum > 0 ? probabilities[to + k] / sum : 1.0 / classes;
    }
  }
}
