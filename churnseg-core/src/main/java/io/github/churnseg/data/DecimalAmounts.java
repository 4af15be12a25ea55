package io.github.churnseg.data;

/**
 * Turns doubles into whole units of a power of ten wherever each is a decimal of at most 15 digits
 * or so, so that their sums are exact: 0.1 is taken for the decimal 0.1, not for the double next to
 * it.
 */
final class DecimalAmounts {

  private static final double EXACT_LONGS = 1L << 53;
  private static final int MAX_SCALE = 22;
  private static final int NO_SCALE = MAX_SCALE + 1;

  private DecimalAmounts() {}

  /** Exact amounts if all fit and their absolute sum does; NaN counts as zero, being no amount. */
  static Amounts of(double[] values) {
    int scale = 0;
    for (double value : values) {
      if (!Double.isNaN(value) && !fits(value, scale)) {
        scale = Math.max(scale, scaleOf(value));
      }
      if (scale == NO_SCALE) {
        return new Amounts.Rounded(DoubleChunks.of(values));
      }
    }
    long[] units = new long[values.length];
    long total = 0;
    try {
      for (int i = 0; i < values.length; i++) {
        units[i] = Double.isNaN(values[i]) ? 0 : units(values[i], scale);
        total = Math.addExact(total, Math.absExact(units[i]));
      }
    } catch (ArithmeticException tooLarge) {
      return new Amounts.Rounded(DoubleChunks.of(values));
    }
    return Amounts.Exact.of(LongChunks.of(units), scale);
  }

  private static boolean fits(double value, int scale) {
    double power = PowersOfTen.asDouble(scale);
    double scaled = value * power;
    return Math.abs(scaled) < EXACT_LONGS && Math.rint(scaled) / power == value;
  }

  /** The fewest decimals that give the value back. */
  private static int scaleOf(double value) {
    int scale = 0;
    while (scale <= MAX_SCALE && !fits(value, scale)) {
      scale++;
    }
    return scale;
  }

  private static long units(double value, int scale) {
    if (fits(value, scale)) {
      return (long) Math.rint(value * PowersOfTen.asDouble(scale));
    }
    int own = scaleOf(value);
    long units = (long) Math.rint(value * PowersOfTen.asDouble(own));
    for (int decimals = own; decimals < scale; decimals++) {
      units = Math.multiplyExact(units, 10);
    }
    return units;
  }
}
