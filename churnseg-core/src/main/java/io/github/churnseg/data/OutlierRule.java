package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.Quantile;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Says which values of a column are outliers: those outside a range that is given or found from the
 * column. Immutable.
 *
 * <pre>{@code
 * OutlierRule.above(100_000)
 * OutlierRule.beyondIqr(3)
 * }</pre>
 */
public final class OutlierRule {

  /** Makes the MAD of normal data their standard deviation: 1 / Φ⁻¹(3/4). */
  private static final double NORMAL = 1.482602218505602;

  private final String words;
  private final UnaryOperator<double[]> rangeOfSorted;

  private OutlierRule(String words, UnaryOperator<double[]> rangeOfSorted) {
    this.words = words;
    this.rangeOfSorted = rangeOfSorted;
  }

  /**
   * Values above a limit.
   *
   * @param limit the greatest value that is none
   * @return the rule
   */
  public static OutlierRule above(double limit) {
    return fixed("above " + Numerals.of(limit), Double.NEGATIVE_INFINITY, limit);
  }

  /**
   * Values below a limit.
   *
   * @param limit the least value that is none
   * @return the rule
   */
  public static OutlierRule below(double limit) {
    return fixed("below " + Numerals.of(limit), limit, Double.POSITIVE_INFINITY);
  }

  /**
   * Values below one quantile of the column or above another. Such a rule always finds outliers
   * where values differ: it trims, it does not judge.
   *
   * @param low the share of values below the range, from 0
   * @param high the share of values below its upper end, up to 1; above {@code low}
   * @return the rule
   */
  public static OutlierRule outsideQuantiles(double low, double high) {
    if (!(low >= 0 && low < high && high <= 1)) {
      throw new IllegalArgumentException(
          "quantiles " + low + " and " + high + "; choose 0 <= low < high <= 1");
    }
    return new OutlierRule(
        "outside quantiles " + Numerals.of(low) + " and " + Numerals.of(high),
        sorted -> new double[] {Quantile.ofSorted(sorted, low), Quantile.ofSorted(sorted, high)});
  }

  /**
   * Values further than k interquartile ranges below the lower or above the upper quartile (Tukey's
   * fences).
   *
   * @param k above 0; 1.5 is usual, 3 for far outliers
   * @return the rule
   */
  public static OutlierRule beyondIqr(double k) {
    requirePositive(k);
    String words = "beyond " + Numerals.of(k) + " IQR";
    return new OutlierRule(
        words,
        sorted -> {
          double lower = Quantile.ofSorted(sorted, 0.25);
          double upper = Quantile.ofSorted(sorted, 0.75);
          return around(words, lower, upper, k * (upper - lower));
        });
  }

  /**
   * Values further than k median absolute deviations from the median. The deviation is scaled by
   * 1.4826, so that k counts standard deviations of normal data (<a
   * href="https://doi.org/10.1016/j.jesp.2013.03.013">Leys et al. 2013</a>).
   *
   * @param k above 0; 3 is usual
   * @return the rule
   */
  public static OutlierRule beyondMad(double k) {
    requirePositive(k);
    String words = "beyond " + Numerals.of(k) + " MAD";
    return new OutlierRule(
        words,
        sorted -> {
          double median = Quantile.ofSorted(sorted, 0.5);
          double[] deviations = sorted.clone();
          Arrays.setAll(deviations, i -> Math.abs(sorted[i] - median));
          Arrays.sort(deviations);
          double mad = NORMAL * Quantile.ofSorted(deviations, 0.5);
          return around(words, median, median, k * mad);
        });
  }

  private static OutlierRule fixed(String words, double low, double high) {
    if (Double.isNaN(low) || Double.isNaN(high)) {
      throw new IllegalArgumentException("an outlier's limit must be a number, seen NaN");
    }
    return new OutlierRule(words, sorted -> new double[] {low, high});
  }

  private static void requirePositive(double k) {
    if (!(k > 0 && k < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("k=" + k + "; choose a finite k above 0");
    }
  }

  private static double[] around(String words, double lower, double upper, double margin) {
    if (margin == 0) {
      throw new InvalidDataException(
          words
              + ": at least half of the values are "
              + Numerals.of(lower)
              + ", so any other would be an outlier; give a limit instead");
    }
    return new double[] {lower - margin, upper + margin};
  }

  /** The least and the greatest value that is no outlier; the values sorted, at least one. */
  double[] range(double[] sorted) {
    return rangeOfSorted.apply(sorted);
  }

  /** The rule in words, as reports show it. */
  @Override
  public String toString() {
    return words;
  }
}
