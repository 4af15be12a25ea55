package io.github.churnseg.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The exact decimals of one column of a block. */
final class Decimals {

  /** Marks a decimal of more digits than a long holds; its units are an index. */
  private static final byte TOO_LONG = -1;

  long[] units;
  byte[] scales;
  private final List<BigDecimal> tooLong = new ArrayList<>();

  Decimals(int lines) {
    units = new long[lines];
    scales = new byte[lines];
  }

  void resize(int lines) {
    units = Arrays.copyOf(units, lines);
    scales = Arrays.copyOf(scales, lines);
  }

  void clear() {
    tooLong.clear();
  }

  void set(int line, BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    if (plain.scale() <= PowersOfTen.LONGEST && plain.unscaledValue().bitLength() < 63) {
      units[line] = plain.unscaledValue().longValue();
      scales[line] = (byte) plain.scale();
    } else {
      units[line] = tooLong.size();
      scales[line] = TOO_LONG;
      tooLong.add(plain);
    }
  }

  /** Takes the value that a reader holds; returns its sign. */
  int set(int line, DecimalReader reader) {
    if (!reader.isNarrow()) {
      set(line, reader.exact());
      return reader.exact().signum();
    }
    long value = reader.unscaled();
    units[line] = value;
    scales[line] = (byte) reader.scale();
    return Long.signum(value);
  }

  /** Sets the product of two decimals. */
  void setProduct(int line, Decimals a, Decimals b) {
    long x = a.units[line];
    long y = b.units[line];
    int scale = a.scales[line] + b.scales[line];
    if (a.scales[line] != TOO_LONG
        && b.scales[line] != TOO_LONG
        && scale <= PowersOfTen.LONGEST
        && Math.multiplyHigh(x, y) == (x * y) >> 63) {
      units[line] = x * y;
      scales[line] = (byte) scale;
    } else {
      set(line, a.get(line).multiply(b.get(line)));
    }
  }

  BigDecimal get(int line) {
    return scales[line] == TOO_LONG
        ? tooLong.get((int) units[line])
        : BigDecimal.valueOf(units[line], scales[line]);
  }

  int sign(int line) {
    return scales[line] == TOO_LONG
        ? tooLong.get((int) units[line]).signum()
        : Long.signum(units[line]);
  }

  void move(int from, int to) {
    units[to] = units[from];
    scales[to] = scales[from];
  }

  void appendTo(AmountsBuilder builder, int lines) {
    if (tooLong.isEmpty()) {
      builder.addAll(units, scales, lines);
      return;
    }
    for (int line = 0; line < lines; line++) {
      if (scales[line] == TOO_LONG) {
        builder.add(tooLong.get((int) units[line]));
      } else {
        builder.add(units[line], scales[line]);
      }
    }
  }
}
