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
    return Arrays.stream(sorted).average().orElse(Double.NaN);
  }

  double deviation() {
    double mean = mean();
    return Math.sqrt(
        Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).average().orElse(Double.NaN));
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
