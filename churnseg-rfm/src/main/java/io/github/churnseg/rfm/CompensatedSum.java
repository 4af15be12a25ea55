package io.github.churnseg.rfm;

/**
 * Sums doubles in twice their precision, so that money in any order of rows comes to the same sum
 * (Dekker 1971, <a href="https://doi.org/10.1007/BF01397083">doi:10.1007/BF01397083</a>).
 */
final class CompensatedSum {

  private final double[] sum = new double[1];
  private final double[] rest = new double[1];

  void add(double value) {
    add(sum, rest, 0, value);
  }

  double value() {
    return sum[0];
  }

  /** Adds to one of many sums, each of which is held in two parts. */
  static void add(double[] sum, double[] rest, int at, double value) {
    double total = sum[at] + value;
    double back = total - sum[at];
    double error = (sum[at] - (total - back)) + (value - back) + rest[at];
    sum[at] = total + error;
    rest[at] = error - (sum[at] - total);
  }
}
