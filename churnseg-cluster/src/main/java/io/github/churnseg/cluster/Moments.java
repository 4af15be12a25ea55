package io.github.churnseg.cluster;

import java.util.function.ObjIntConsumer;

/**
 * The weight of all points, and the mean and the variance of each dimension, by sums that do not
 * show the order of points. Arrays are not to be changed.
 */
final class Moments {

  final double weight;
  final double[] means;
  final double[] variances;

  private Moments(double weight, double[] means, double[] variances) {
    this.weight = weight;
    this.means = means;
    this.variances = variances;
  }

  static Moments of(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    try (Workers one = new Workers(1)) {
      Totals totals = new Totals(columns, weights, ranges, one);
      double weight = totals.weight();
      double[] means = new double[columns.length];
      double[] variances = new double[columns.length];
      // A column a task, which is still near at hand when it is read for the second time.
      workers.forEach(
          columns.length,
          j -> {
            means[j] = totals.values(j) / weight;
            variances[j] = totals.squares(j, means[j]) / weight;
          });
      return new Moments(weight, means, variances);
    }
  }

  /** The same in half the time, for those who know the exact sums of all points. */
  static Moments of(
      double[][] columns, double[] weights, Ranges ranges, Sums all, Workers workers) {
    Totals totals = new Totals(columns, weights, ranges, workers);
    double weight = all.weight(0);
    double[] means = new double[columns.length];
    all.mean(0, means);
    double[] variances = new double[columns.length];
    for (int j = 0; j < variances.length; j++) {
      variances[j] = totals.squares(j, means[j]) / weight;
    }
    return new Moments(weight, means, variances);
  }

  /** Adds up what the moments are made of. */
  private static final class Totals {

    private final double[][] columns;
    private final double[] weights;
    private final Ranges ranges;
    private final Workers workers;

    Totals(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
      this.columns = columns;
      this.weights = weights;
      this.ranges = ranges;
      this.workers = workers;
    }

    double weight() {
      return weights.length == 0
          ? columns[0].length
          : ExactTotal.of(
              weights.length,
              ranges.heaviest,
              workers,
              (from, count, block) -> System.arraycopy(weights, from, block, 0, count));
    }

    double values(int dimension) {
      return total(dimension, ranges.largest(dimension), (block, count) -> {});
    }

    /** Squared distances from the mean. */
    double squares(int dimension, double mean) {
      // Else a mean that is rounded would lend a constant column some variance.
      return ranges.low[dimension] < ranges.high[dimension]
          ? total(dimension, ranges.square(dimension), (block, count) -> square(mean, count, block))
          : 0;
    }

    /** What becomes of the values, each times its weight, added up. */
    private double total(int dimension, double largest, ObjIntConsumer<double[]> step) {
      double[] column = columns[dimension];
      return ExactTotal.of(
          column.length,
          largest * ranges.heaviest,
          workers,
          (from, count, block) -> {
            System.arraycopy(column, from, block, 0, count);
            step.accept(block, count);
            weigh(from, count, block);
          });
    }

    private static void square(double mean, int count, double[] block) {
      for (int i = 0; i < count; i++) {
        block[i] = (block[i] - mean) * (block[i] - mean);
      }
    }

    private void weigh(int from, int count, double[] block) {
      for (int i = 0; i < count && weights.length > 0; i++) {
        block[i] *= weights[from + i];
      }
    }
  }
}
