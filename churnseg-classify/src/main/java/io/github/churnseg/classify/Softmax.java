package io.github.churnseg.classify;

/**
 * From any numbers to probabilities. The exponential is computed here from additions and products
 * alone, so that it gives the same bits on every machine; its relative error is below 1e-11.
 */
final class Softmax {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Adding and taking it off again rounds to a whole number. */
  private static final double ROUND = 0x1.8p52;

  private Softmax() {}

  /** Overwrites the logits, and writes as many probabilities, whose sum is one. */
  static void write(double[] logits, double[] probabilities, int to) {
    double largest = logits[0];
    for (int k = 1; k < logits.length; k++) {
      largest = Math.max(largest, logits[k]);
    }
    double sum = 0;
    for (int k = 0; k < logits.length; k++) {
      logits[k] = exp(logits[k] - largest);
      sum += logits[k];
    }
    for (int k = 0; k < logits.length; k++) {
      probabilities[to + k] = logits[k] / sum;
    }
  }

  /** 1 / (1 + exp(-x)). */
  static double logistic(double x) {
    double small = exp(-Math.abs(x));
    return x >= 0 ? 1 / (1 + small) : small / (1 + small);
  }

  /** e to the power of a number that is not above zero. */
  static double exp(double x) {
    if (x < -700) {
      return 0;
    }
    double whole = x * LOG2_E + ROUND - ROUND;
    double r = x - whole * LN2_HIGH - whole * LN2_LOW;
    double series =
        1
            + r
                * (1
                    + r
                        * (1 / 2.0
                            + r
                                * (1 / 6.0
                                    + r
                                        * (1 / 24.0
                                            + r
                                                * (1 / 120.0
                                                    + r
                                                        * (1 / 720.0
                                                            + r
                                                                * (1 / 5040.0
                                                                    + r
                                                                        * (1 / 40320.0
                                                                            + r
                                                                                * (1 / 362880.0
                                                                                    + r
                                                                                        / 3628800.0)))))))));
    return series * Double.longBitsToDouble((long) (whole + 1023) << 52);
  }
}
