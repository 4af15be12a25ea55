package io.github.churnseg.data;

import io.github.churnseg.internal.CompensatedSum;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Money, one amount a line. Held as whole units of a power of ten wherever all amounts and the sum
 * of their sizes fit into 63 bits, so that sums of any lines are exact and the order of lines
 * cannot matter; otherwise as doubles, summed with compensation.
 */
sealed interface Amounts {

  double get(int line);

  boolean isNegative(int line);

  Amounts select(IntChunks lines);

  /** The sum of each group of lines. */
  double[] totals(int lines, int groups, IntUnaryOperator groupOfLine);

  /**
   * Amounts as whole units of 10^-scale.
   *
   * @param hasNegatives false if none is negative
   */
  record Exact(LongChunks units, int scale, boolean hasNegatives) implements Amounts {

    static Exact of(LongChunks units, int scale) {
      long signs = 0;
      for (int piece = 0; piece < Pieces.count(units.size()); piece++) {
        signs |= or(units.piece(piece), Pieces.linesIn(piece, units.size()));
      }
      return new Exact(units, scale, signs < 0);
    }

    private static long or(long[] values, int count) {
      long all = 0;
      for (int i = 0; i < count; i++) {
        all |= values[i];
      }
      return all;
    }

    @Override
    public double get(int line) {
      return toDouble(units.get(line), scale);
    }

    @Override
    public boolean isNegative(int line) {
      return units.get(line) < 0;
    }

    @Override
    public Amounts select(IntChunks lines) {
      return of(units.select(lines), scale);
    }

    @Override
    public double[] totals(int lines, int groups, IntUnaryOperator groupOfLine) {
      long[] sums = new long[groups];
      for (int line = 0; line < lines; line++) {
        int group = groupOfLine.applyAsInt(line);
        if (group >= 0) {
          sums[group] += units.get(line);
        }
      }
      double[] totals = new double[groups];
      Arrays.setAll(totals, group -> toDouble(sums[group], scale));
      return totals;
    }
  }

  /** Amounts with too many digits for whole units. */
  record Rounded(DoubleChunks values) implements Amounts {

    @Override
    public double get(int line) {
      return values.get(line);
    }

    @Override
    public boolean isNegative(int line) {
      return values.get(line) < 0;
    }

    @Override
    public Amounts select(IntChunks lines) {
      return new Rounded(values.select(lines));
    }

    @Override
    public double[] totals(int lines, int groups, IntUnaryOperator groupOfLine) {
      double[] sums = new double[groups];
      double[] rests = new double[groups];
      for (int line = 0; line < lines; line++) {
        int group = groupOfLine.applyAsInt(line);
        if (group >= 0) {
          CompensatedSum.add(sums, rests, group, values.get(line));
        }
      }
      for (int group = 0; group < groups; group++) {
        sums[group] += rests[group];
      }
      return sums;
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
