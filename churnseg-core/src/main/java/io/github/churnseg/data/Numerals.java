package io.github.churnseg.data;

import java.math.BigDecimal;

/** Numbers in messages: all digits that matter, no exponent where a person would write none. */
final class Numerals {

  private Numerals() {}

  static String of(double value) {
    double size = Math.abs(value);
    if (size >= 1e15 || (size < 1e-6 && size > 0) || Double.isNaN(value)) {
      return Double.toString(value);
    }
    return value == 0
        ? "0"
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
