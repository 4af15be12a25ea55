package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.CompensatedSum;
import java.util.Arrays;

/**
 * Where A ends and B ends, learnt from the revenues of all customers. Customers of equal revenue
 * cross a line together.
 */
final class AbcLines {

  /** Shares that differ by less than this are equal: it absorbs the rounding of sums of money. */
  private static final double ROUNDING = 1e-12;

  private final Line a;
  private final Line b;
  private final double positiveRevenue;

  /**
   * One line.
   *
   * @param asked the share of revenue it was to be drawn at
   * @param reached the share of those above it
   * @param lowest the least revenue above it
   * @param tied customers with just that revenue
   */
  record Line(double asked, double reached, double lowest, int tied) {}

  AbcLines(Line a, Line b, double positiveRevenue) {
    this.a = a;
    this.b = b;
    this.positiveRevenue = positiveRevenue;
  }

  static AbcLines of(double[] revenue, double limitA, double limitB) {
    double[] ascending = revenue.clone();
    Arrays.sort(ascending);
    CompensatedSum total = new CompensatedSum();
    for (double amount : ascending) {
      total.add(Math.max(0, amount));
    }
    if (!(total.value() > 0)) {
      throw new InvalidDataException(
          "none of "
              + revenue.length
              + " customers has a positive revenue, so there is nothing to divide into A, B, C");
    }
    return new AbcLines(
        line(ascending, limitA, total.value()),
        line(ascending, limitB, total.value()),
        total.value());
  }

  /** Goes down from the best until those above hold the share. */
  private static Line line(double[] ascending, double asked, double total) {
    CompensatedSum above = new CompensatedSum();
    int next = ascending.length - 1;
    int tied = 0;
    while (next >= 0 && ascending[next] > 0 && above.value() / total < asked - ROUNDING) {
      double lowest = ascending[next];
      for (tied = 0; next >= 0 && ascending[next] == lowest; next--) {
        above.add(lowest);
        tied++;
      }
    }
    return new Line(asked, above.value() / total, ascending[next + 1], tied);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AbcLines lines
        && a.equals(lines.a)
        && b.equals(lines.b)
        && Double.compare(positiveRevenue, lines.positiveRevenue) == 0;
  }

  @Override
  public int hashCode() {
    return a.hashCode() + 31 * b.hashCode();
  }

  AbcClass of(double revenue) {
    if (revenue >= a.lowest) {
      return AbcClass.A;
    }
    return revenue >= b.lowest ? AbcClass.B : AbcClass.C;
  }

  Line a() {
    return a;
  }

  Line b() {
    return b;
  }

  double positiveRevenue() {
    return positiveRevenue;
  }
}
