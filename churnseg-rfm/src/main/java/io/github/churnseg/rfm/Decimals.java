package io.github.churnseg.rfm;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Money in decimals, where doubles would part equal customers: as doubles 0.30 / 3 is less than
 * 0.10 / 1. Amounts of up to four decimals and fifteen digits are whole numbers of ten-thousandths,
 * whose one division rounds to the same double as the slower division in decimals does.
 */
final class Decimals {

  private static final double PARTS = 1e4;
  private static final double GREATEST = 1e15;

  private Decimals() {}

  static double divide(double money, int parts) {
    double units = Math.rint(money * PARTS);
    if (isWhole(money, units)) {
      return units / (PARTS * parts);
    }
    return BigDecimal.valueOf(money)
        .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128)
        .doubleValue();
  }

  static double subtract(double money, double part) {
    double units = Math.rint(money * PARTS);
    double units2 = Math.rint(part * PARTS);
    if (isWhole(money, units) && isWhole(part, units2)) {
      return (units - units2) / PARTS;
    }
    return BigDecimal.valueOf(money).subtract(BigDecimal.valueOf(part)).doubleValue();
  }

  private static boolean isWhole(double money, double units) {
    return Math.abs(units) <= GREATEST && units / PARTS == money;
  }
}
