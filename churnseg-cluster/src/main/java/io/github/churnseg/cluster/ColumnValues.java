package io.github.churnseg.cluster;

import io.github.churnseg.internal.Quantile;
import java.util.Arrays;

/** Values in order, those missing left out; NaN for every figure where there are none. */
final class ColumnValues {

  private final double[] sorted;

  /** Takes over the array. */
  ColumnValues(double[] values) {
    Arrays.sort(values);
    // Missing ones are the last after sorting.
    int present = values.length;
    while (present > 0 && Double.isNaN(values[present - 1])) {
      present--;
    }
    this.sorted = Arrays.copyOf(values, present);
  }

  double mean() {
    return mean(sorted);
  }

  /** Over the largest first, so that neither sums nor squares overflow or vanish. */
  double deviation() {
    double mean = mean();
    double[] apart = Arrays.stream(sorted).map(v -> Math.abs(v / 2 - mean / 2)).toArray();
    double most = Arrays.stream(apart).max().orElse(Double.NaN);
    if (most == 0) {
      return 0;
    }
    return 2 * most * Math.sqrt(mean(Arrays.stream(apart).map(v -> v / most * v / most).toArray()));
  }

  private static double mean(double[] values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    return Double.isInfinite(mean)
        ? Arrays.stream(values).map(value -> value / values.length).sum()
        : mean;
  }

  double median() {
    int size = sorted.length;
    return size == 0 ? Double.NaN : (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
  }

  double quantile(double share) {
    return sorted.length == 0 ? Double.NaN : Quantile.ofSorted(sorted, share);
  }

  double least() {
    return sorted.length == 0 ? Double.NaN : sorted[0];
  }

  /** The share that is below a value, those equal to it counted half. */
  double rank(double value) {
    return (below(value) + notAbove(value)) / 2;
  }

  /** The share that is below a value. */
  double below(double value) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return sorted.length == 0 ? Double.NaN : (double) from / sorted.length;
  }

  /** The share that is not above a value. */
  double notAbove(double value) {
    return below(Math.nextUp(value));
  }
}
