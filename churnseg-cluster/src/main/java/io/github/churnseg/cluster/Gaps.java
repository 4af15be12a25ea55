package io.github.churnseg.cluster;

/**
 * By how much points are nearer to one centre than to another: the difference of the squared
 * distances, which is a sum of one product a dimension and so takes a third of the steps.
 */
final class Gaps {

  private Gaps() {}

  /**
   * No gap that is computed here, and none that is the difference of two computed distances, is
   * farther from the true one.
   *
   * @param largest the largest absolute value of points and centres in each dimension
   */
  static double error(double[] largest) {
    double square = 0;
    for (double value : largest) {
      square += value * value;
    }
    return (largest.length + 5) * square * 0x1p-46 + Double.MIN_NORMAL;
  }

  static void of(
      double[][] columns, int from, int count, double[] first, double[] second, double[] gap) {
    double[] slope = new double[first.length];
    double shift = slope(first, second, slope);
    if (slope.length <= 3) {
      three(columns, from, count, shift, slope, gap);
    } else if (slope.length == 4) {
      four(columns, from, count, shift, slope, gap);
    } else {
      six(columns, from, count, shift, slope, gap);
    }
  }

  /** What a gap grows by in each dimension; returns the gap at zero. */
  static double slope(double[] first, double[] second, double[] slope) {
    double shift = 0;
    for (int j = 0; j < first.length; j++) {
      slope[j] = 2 * (first[j] - second[j]);
      shift += (second[j] - first[j]) * (second[j] + first[j]);
    }
    return shift;
  }

  /** A dimension that is not there is the first one, with no slope. */
  private static double[] column(double[][] columns, int dimension) {
    return columns[dimension < columns.length ? dimension : 0];
  }

  private static double slope(double[] slope, int dimension) {
    return dimension < slope.length ? slope[dimension] : 0;
  }

  private static void three(
      double[][] columns, int from, int count, double shift, double[] slope, double[] gap) {
    double[] x = columns[0];
    double[] y = column(columns, 1);
    double[] z = column(columns, 2);
    double a = slope[0];
    double b = slope(slope, 1);
    double c = slope(slope, 2);
    for (int i = 0; i < count; i++) {
      gap[i] = shift + x[from + i] * a + y[from + i] * b + z[from + i] * c;
    }
  }

  private static void four(
      double[][] columns, int from, int count, double shift, double[] slope, double[] gap) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double[] u = columns[3];
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double d = slope[3];
    for (int i = 0; i < count; i++) {
      gap[i] = shift + x[from + i] * a + y[from + i] * b + z[from + i] * c + u[from + i] * d;
    }
  }

  private static void six(
      double[][] columns, int from, int count, double shift, double[] slope, double[] gap) {
    double[] x = columns[0];
    double[] y = columns[1];
    double[] z = columns[2];
    double[] u = columns[3];
    double[] v = columns[4];
    double[] w = column(columns, 5);
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double d = slope[3];
    double e = slope[4];
    double f = slope(slope, 5);
    for (int i = 0; i < count; i++) {
      double half = shift + x[from + i] * a + y[from + i] * b + z[from + i] * c;
      gap[i] = half + u[from + i] * d + v[from + i] * e + w[from + i] * f;
    }
  }
}
