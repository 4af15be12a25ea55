package io.github.churnseg.internal;

/**
 * Sums doubles and keeps what each addition rounds away (Knuth's two-sum), so that the result is as
 * good as one of twice the digits and does not depend on the order in practice. One thread.
 */
public final class CompensatedSum {

  private double sum;
  private double rest;

  /** Makes a sum of nothing. */
  public CompensatedSum() {}

  /** Adds a value. */
  public void add(double value) {
    double before = sum;
    sum = before + value;
    rest += lost(before, value);
  }

  /** The sum so far. */
  public double value() {
    return sum + rest;
  }

  /** Exactly what {@code a + b} loses to rounding. */
  public static double lost(double a, double b) {
    double sum = a + b;
    double partOfB = sum - a;
    return (a - (sum - partOfB)) + (b - partOfB);
  }

  /** Adds a value to one of many sums, each of which is the total of two parts. */
  public static void add(double[] sums, double[] rests, int at, double value) {
    double sum = sums[at];
    rests[at] += lost(sum, value);
    sums[at] = sum + value;
  }
}
