package io.github.churnseg.rfm;

/** Standard deviation and coefficient of variation of a sample that may hold many zeros. */
final class Spread {

  private static final double DECIMALS = 1e9;

  private final int count;
  private final double sum;

  /** The standard deviation times the count, which needs no division before the root. */
  private final double scaledDeviation;

  /**
   * Of some values and as many zeros as fill up the count.
   *
   * @param values read from {@code from} to before {@code to}
   * @param count how many values there are with the zeros, at least 2
   */
  Spread(double[] values, int from, int to, int count) {
    double total = 0;
    for (int i = from; i < to; i++) {
      total += values[i];
    }
    double squares = (count - (to - from)) * total * total;
    for (int i = from; i < to; i++) {
      double deviation = count * values[i] - total;
      squares += deviation * deviation;
    }
    this.count = count;
    this.sum = total;
    this.scaledDeviation = Math.sqrt(squares / (count - 1));
  }

  double standardDeviation() {
    return rounded(scaledDeviation / count);
  }

  double coefficientOfVariation() {
    if (rounded(scaledDeviation) == 0) {
      return 0;
    }
    return sum <= 0 ? Double.POSITIVE_INFINITY : rounded(scaledDeviation / sum);
  }

  private static double rounded(double value) {
    return Math.rint(value * DECIMALS) / DECIMALS;
  }
}
