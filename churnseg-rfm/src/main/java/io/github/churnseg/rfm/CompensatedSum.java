package io.github.churnseg.rfm;

/**
 * Sums doubles in twice their precision, so that money in any order of rows comes to the same sum
 * (Dekker 1971, <a href="https://doi.org/10.1007/BF01397083">doi:10.1007/BF01397083</a>).
 */
final class CompensatedSum {

  private double sum;
  private double rest;

  void add(double value) {
    double total = sum + value;
    double back = total - sum;
    double error = (sum - (total - back)) + (value - back) + rest;
    sum = total + error;
    rest = error - (sum - total);
  }

  double value() {
    return sum;
  }
}
