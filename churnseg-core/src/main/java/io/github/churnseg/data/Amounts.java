package io.github.churnseg.data;

import java.math.BigDecimal;

/**
 * Money, one amount a line. Held as whole units of a power of ten wherever all amounts and their
 * sum fit into 63 bits, so that sums are exact and the order of lines cannot matter; otherwise as
 * doubles, summed with compensation.
 */
sealed interface Amounts {

  double get(int line);

  boolean isNegative(int line);

  /** Whether {@link #units} may be called, and sums of any lines are exact. */
  boolean isExact();

  /** Whole units of ten to the minus {@link #scale()}; only where exact. */
  long units(int line);

  int scale();

  Amounts select(int[] lines);

  /** Amounts as whole units of 10^-scale. */
  final class Exact implements Amounts {

    private final long[] units;
    private final int scale;

    Exact(long[] units, int scale) {
      this.units = units;
      this.scale = scale;
    }

    @Override
    public int scale() {
      return scale;
    }

    @Override
    public double get(int line) {
      return toDouble(units[line], scale);
    }

    @Override
    public boolean isNegative(int line) {
      return units[line] < 0;
    }

    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public long units(int line) {
      return units[line];
    }

    @Override
    public Amounts select(int[] lines) {
      long[] selected = new long[lines.length];
      for (int i = 0; i < lines.length; i++) {
        selected[i] = units[lines[i]];
      }
      return new Exact(selected, scale);
    }
  }

  /** Amounts with too many digits for whole units. */
  final class Rounded implements Amounts {

    private final double[] values;

    Rounded(double[] values) {
      this.values = values;
    }

    @Override
    public double get(int line) {
      return values[line];
    }

    @Override
    public boolean isNegative(int line) {
      return values[line] < 0;
    }

    @Override
    public boolean isExact() {
      return false;
    }

    @Override
    public long units(int line) {
      throw new IllegalStateException("these amounts are doubles");
    }

    @Override
    public int scale() {
      throw new IllegalStateException("these amounts are doubles");
    }

    @Override
    public Amounts select(int[] lines) {
      double[] selected = new double[lines.length];
      for (int i = 0; i < lines.length; i++) {
        selected[i] = values[lines[i]];
      }
      return new Rounded(selected);
    }
  }

  /** The double nearest to a number of units. */
  static double toDouble(long units, int scale) {
    if (scale <= 22 && Math.abs(units) < 1L << 53) {
      return units / PowersOfTen.asDouble(scale);
    }
    return BigDecimal.valueOf(units, scale).doubleValue();
  }
}
