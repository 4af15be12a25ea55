package io.github.churnseg.cluster;

/** The variance of each dimension, by sums that do not show the order of points. */
final class Variances {

  private final double[][] columns;
  private final double[] weights;
  private final Ranges ranges;
  private final Workers workers;

  private Variances(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    this.columns = columns;
    this.weights = weights;
    this.ranges = ranges;
    this.workers = workers;
  }

  static double[] of(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    Variances variances = new Variances(columns, weights, ranges, workers);
    double weight = variances.weight();
    double[] means = new double[columns.length];
    for (int j = 0; j < means.length; j++) {
      means[j] = variances.sum(j) / weight;
    }
    return variances.about(means, weight);
  }

  /** The same in half the time, for those who know the exact sums of all points. */
  static double[] of(
      double[][] columns, double[] weights, Ranges ranges, Sums all, Workers workers) {
    double[] means = new double[columns.length];
    all.mean(0, means);
    return new Variances(columns, weights, ranges, workers).about(means, all.weight(0));
  }

  private double[] about(double[] means, double weight) {
    double[] variances = new double[means.length];
    for (int j = 0; j < variances.length; j++) {
      // Else a mean that is rounded would lend a constant column some variance.
      if (ranges.low[j] < ranges.high[j]) {
        variances[j] = squares(j, means[j]) / weight;
      }
    }
    return variances;
  }

  private double weight() {
    return weights.length == 0
        ? columns[0].length
        : ExactTotal.of(
            weights.length,
            ranges.heaviest,
            workers,
            (from, count, block) -> System.arraycopy(weights, from, block, 0, count));
  }

  private double sum(int dimension) {
    double[] column = columns[dimension];
    return ExactTotal.of(
        column.length,
        ranges.largest(dimension) * ranges.heaviest,
        workers,
        (from, count, block) -> {
          System.arraycopy(column, from, block, 0, count);
          weigh(from, count, block);
        });
  }

  private double squares(int dimension, double mean) {
    double[] column = columns[dimension];
    return ExactTotal.of(
        column.length,
        ranges.square(dimension) * ranges.heaviest,
        workers,
        (from, count, block) -> {
          System.arraycopy(column, from, block, 0, count);
          square(mean, count, block);
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
