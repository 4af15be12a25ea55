package io.github.churnseg.classify;

import java.util.Locale;

/**
 * Where a figure may be.
 *
 * @param low the lower end; {@code NaN} where there is no interval
 * @param high the upper end
 * @param level how sure, such as .95
 */
public record Interval(double low, double high, double level) {

  /** Such as {@code 0.90 to 0.94 (95 %)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4f to %.4f (%.0f %%)", low, high, 100 * level);
  }
}
