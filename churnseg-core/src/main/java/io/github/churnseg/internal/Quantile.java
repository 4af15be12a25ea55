package io.github.churnseg.internal;

/** Quantiles by linear interpolation between the two nearest values (type 7). */
public final class Quantile {

  private Quantile() {}

  /** The quantile of values that are sorted; there must be at least one. */
  public static double ofSorted(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    double part = at - below;
    double low = sorted[below];
    double high = sorted[below + 1];
    return low == high ? low : low + part * (high - low);
  }
}
