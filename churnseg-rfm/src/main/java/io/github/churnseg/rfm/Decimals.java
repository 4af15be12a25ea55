package io.github.churnseg.rfm;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Money in decimals, where doubles would part equal customers: as doubles 0.30 / 3 is less than
 * 0.10 / 1.
 */
final class Decimals {

  private Decimals() {}

  static double divide(double money, int parts) {
    return BigDecimal.valueOf(money)
        .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128)
        .doubleValue();
  }

  static double subtract(double money, double part) {
    return BigDecimal.valueOf(money).subtract(BigDecimal.valueOf(part)).doubleValue();
  }
}
