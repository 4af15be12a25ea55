package io.github.churnseg.data;

/**
 * Sums doubles and keeps what each addition rounds away (Knuth's two-sum), so that the result is as
 * good as one of twice the digits and does not depend on the order in practice.
 */
final class CompensatedSum {

  private CompensatedSum() {}

  /** Exactly what {@code a + b} loses to rounding. */
  static double lost(double a, double b) {
    double sum = a + b;
    double partOfB = sum - a;
    return (a - (sum - partOfB)) + (b - partOfB);
  }

  /** Adds a value to the sum and the rest at an index. */
  static void add(double[] sums, double[] rests, int at, double value) {
    double sum = sums[at];
    rests[at] += lost(sum, value);
    sums[at] = sum + value;
  }
}
