package io.github.churnseg.cluster;

/**
 * Sums of one product a dimension, for points at the start of their columns; for the loops see
 * {@link BlockDistances}.
 */
final class BlockSums {

  private static final int DIMENSIONS = BlockDistances.DIMENSIONS;

  private BlockSums() {}

  /** Adds the products in the dimensions after the first {@link BlockDistances#DIMENSIONS}. */
  static void addRest(double[][] columns, int count, double[] slope, double[] sum) {
    for (int j = DIMENSIONS; j < columns.length; j += DIMENSIONS) {
      next(columns, j, count, slope, sum);
    }
  }

  /** A dimension that is not there is the first one, with no slope. */
  private static double[] column(double[][] columns, int dimension) {
    return columns[dimension < columns.length ? dimension : 0];
  }

  private static double slope(double[] slope, int dimension) {
    return dimension < slope.length ? slope[dimension] : 0;
  }

  /** The sums in the first dimensions, or in all where there are fewer. */
  static void first(double[][] columns, int count, double base, double[] slope, double[] sum) {
    double[] x = columns[0];
    double[] y = column(columns, 1);
    double[] z = column(columns, 2);
    double[] u = column(columns, 3);
    double a = slope[0];
    double b = slope(slope, 1);
    double c = slope(slope, 2);
    double d = slope(slope, 3);
    for (int i = 0; i < count; i++) {
      sum[i] = base + x[i] * a + y[i] * b + z[i] * c + u[i] * d;
    }
  }

  private static void next(double[][] columns, int j, int count, double[] slope, double[] sum) {
    double[] x = columns[j];
    double[] y = column(columns, j + 1);
    double[] z = column(columns, j + 2);
    double[] u = column(columns, j + 3);
    double a = slope[j];
    double b = slope(slope, j + 1);
    double c = slope(slope, j + 2);
    double d = slope(slope, j + 3);
    for (int i = 0; i < count; i++) {
      sum[i] = sum[i] + x[i] * a + y[i] * b + z[i] * c + u[i] * d;
    }
  }
}
