package io.github.churnseg.cluster;

/** The variance of each dimension, by sums that do not show the order of points. */
final class Variances {

  private Variances() {}

  static double[] of(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    int size = columns[0].length;
    double weight =
        weights.length == 0
            ? size
            : ExactTotal.of(
                size,
                ranges.heaviest,
                workers,
                (from, count, block) -> System.arraycopy(weights, from, block, 0, count));
    double[] variances = new double[columns.length];
    for (int j = 0; j < variances.length; j++) {
      if (ranges.low[j] == ranges.high[j]) {
        continue; // else a mean that is rounded would lend a constant column some variance
      }
      double[] column = columns[j];
      double mean =
          ExactTotal.of(
                  size,
                  ranges.largest(j) * ranges.heaviest,
                  workers,
                  (from, count, block) -> {
                    System.arraycopy(column, from, block, 0, count);
                    weigh(weights, from, count, block);
                  })
              / weight;
      double squares =
          ExactTotal.of(
              size,
              ranges.square(j) * ranges.heaviest,
              workers,
              (from, count, block) -> {
                System.arraycopy(column, from, block, 0, count);
                square(mean, count, block);
                weigh(weights, from, count, block);
              });
      variances[j] = squares / weight;
    }
    return variances;
  }

  private static void square(double mean, int count, double[] block) {
    for (int i = 0; i < count; i++) {
      block[i] = (block[i] - mean) * (block[i] - mean);
    }
  }

  private static void weigh(double[] weights, int from, int count, double[] block) {
    for (int i = 0; i < count && weights.length > 0; i++) {
      block[i] *= weights[from + i];
    }
  }
}
