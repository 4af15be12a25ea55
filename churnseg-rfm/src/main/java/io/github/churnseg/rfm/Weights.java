package io.github.churnseg.rfm;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;

/** How much each score counts in the weighted score; the three sum to 1. */
record Weights(double r, double f, double m) {

  /** Recency tells most of who is leaving, then frequency, then money. */
  static final Weights DEFAULT = new Weights(0.5, 0.3, 0.2);

  private static final double TOLERANCE = 1e-9;

  Weights {
    double sum = r + f + m;
    if (!(Math.abs(sum - 1) <= TOLERANCE) || DoubleStream.of(r, f, m).anyMatch(w -> w < 0)) {
      throw new IllegalArgumentException(
          "weights must be 0 or more and sum to 1, seen "
              + r
              + ", "
              + f
              + ", "
              + m
              + " with sum "
              + sum
              + "; divide each by the sum");
    }
  }

  /**
   * The weighted mean, computed in decimals: as doubles 0.3 * 3 + 0.2 * 1 is less than 0.3 * 1 +
   * 0.2 * 4, and customers with equal weighted scores would fall on two sides of a cut.
   */
  double mean(int scoreR, int scoreF, int scoreM) {
    return times(r, scoreR).add(times(f, scoreF)).add(times(m, scoreM)).doubleValue();
  }

  @Override
  public String toString() {
    return r + ", " + f + " and " + m;
  }

  private static BigDecimal times(double weight, int score) {
    return BigDecimal.valueOf(weight).multiply(BigDecimal.valueOf(score));
  }
}
