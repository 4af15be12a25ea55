package io.github.churnseg.data;

import io.github.churnseg.internal.Quantile;

/** What takes the place of an outlier. Immutable. */
public final class Replacement {

  private enum Kind {
    MEDIAN,
    VALUE,
    CAP
  }

  private final Kind kind;
  private final double value;

  private Replacement(Kind kind, double value) {
    this.kind = kind;
    this.value = value;
  }

  /**
   * The median of the column, outliers included: it does not depend on how far out they are. For
   * whole numbers it is rounded, half to even.
   *
   * @return the replacement
   */
  public static Replacement median() {
    return new Replacement(Kind.MEDIAN, 0);
  }

  /**
   * A given value.
   *
   * @param value a finite number
   * @return the replacement
   */
  public static Replacement with(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("replacement " + value + "; choose a finite number");
    }
    return new Replacement(Kind.VALUE, value);
  }

  /**
   * The end of the range the value lies beyond (winsorizing). For whole numbers it is rounded into
   * the range.
   *
   * @return the replacement
   */
  public static Replacement cap() {
    return new Replacement(Kind.CAP, 0);
  }

  /** The value for an outlier, given the sorted column and the range of what is none. */
  double valueFor(double outlier, double[] sorted, double[] range, boolean whole) {
    return switch (kind) {
      case VALUE -> value;
      case MEDIAN -> {
        double median = Quantile.ofSorted(sorted, 0.5);
        yield whole ? Math.rint(median) : median;
      }
      case CAP -> {
        boolean low = outlier < range[0];
        double end = low ? range[0] : range[1];
        yield whole ? (low ? Math.ceil(end) : Math.floor(end)) : end;
      }
    };
  }

  /** The replacement in words, as reports show it. */
  @Override
  public String toString() {
    return switch (kind) {
      case MEDIAN -> "the median";
      case VALUE -> Numerals.of(value);
      case CAP -> "the nearest that is none";
    };
  }
}
