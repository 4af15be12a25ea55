package io.github.churnseg.rfm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntToDoubleFunction;

/**
 * Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996, <a
 * href="https://doi.org/10.1080/00031305.1996.10473566">doi:10.1080/00031305.1996.10473566</a>):
 * the default of R, NumPy and pandas. The position is computed exactly, so that a quantile that
 * falls on a value is that value, and one between two values is never rounded up to the greater:
 * which side of a cut a value lies on is then the same in any currency unit.
 */
final class Quantiles {

  private Quantiles() {}

  /**
   * The quantile {@code numerator / denominator} of values in ascending order.
   *
   * @param size how many values
   * @param ascending gives the value at a place from 0 to {@code size - 1}
   */
  static double at(int numerator, int denominator, int size, IntToDoubleFunction ascending) {
    long position = (long) (size - 1) * numerator;
    return between(
        (int) (position / denominator), (double) (position % denominator) / denominator, ascending);
  }

  /** The quantile at a probability, which is taken as the decimal it prints as. */
  static double at(double probability, int size, IntToDoubleFunction ascending) {
    BigDecimal position = BigDecimal.valueOf(probability).multiply(BigDecimal.valueOf(size - 1L));
    BigDecimal whole = position.setScale(0, RoundingMode.FLOOR);
    return between(whole.intValueExact(), position.subtract(whole).doubleValue(), ascending);
  }

  private static double between(int place, double part, IntToDoubleFunction ascending) {
    double low = ascending.applyAsDouble(place);
    if (part == 0) {
      return low;
    }
    double high = ascending.applyAsDouble(place + 1);
    double cut = part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
    return cut >= low && cut < high ? cut : low;
  }
}
