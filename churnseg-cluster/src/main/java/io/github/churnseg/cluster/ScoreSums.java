package io.github.churnseg.cluster;

/**
 * Sums of one product a dimension, for points at the start of their columns: the scores of {@link
 * ScoreIndex}, and squared distances from zero, which tell whether these hold. Two sums a loop, so
 * that each value is read half as often, and as many dimensions as the compiler will still turn
 * into vector instructions: it counts operations, and five more for each array. A dimension that is
 * not there is the first one with no slope; its square is added again, so that distances are none
 * too small.
 */
final class ScoreSums {

  private static final int FIRST = 4;
  private static final int NEXT = 3;

  private final ScoreGrid grid;
  private final double[] one;
  private final double[] other;

  /** Puts the sums into these. */
  ScoreSums(ScoreGrid grid, double[] one, double[] other) {
    this.grid = grid;
    this.one = one;
    this.other = other;
  }

  /** The squared distances and the scores of a centre, both in the first dimensions. */
  void squaresFirst(double[][] columns, int count, int centre) {
    double[] slope = grid.slope(centre);
    double[] x = columns[0];
    double[] y = column(columns, 1);
    double[] z = column(columns, 2);
    double[] u = column(columns, 3);
    double base = grid.base(centre);
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double d = slope[3];
    double[] squares = one;
    double[] sum = other;
    for (int i = 0; i < count; i++) {
      double p = x[i];
      double q = y[i];
      double r = z[i];
      double s = u[i];
      squares[i] = p * p + q * q + r * r + s * s;
      sum[i] = base + p * a + q * b + r * c + s * d;
    }
  }

  /** Adds those in the other dimensions. */
  void squaresRest(double[][] columns, int count, int centre) {
    for (int j = FIRST; j < columns.length; j += NEXT) {
      squaresNext(columns, j, count, grid.slope(centre));
    }
  }

  private void squaresNext(double[][] columns, int j, int count, double[] slope) {
    double[] x = columns[j];
    double[] y = column(columns, j + 1);
    double[] z = column(columns, j + 2);
    double a = slope[j];
    double b = slope[j + 1];
    double c = slope[j + 2];
    double[] squares = one;
    double[] sum = other;
    for (int i = 0; i < count; i++) {
      double p = x[i];
      double q = y[i];
      double r = z[i];
      double square = squares[i];
      double score = sum[i];
      squares[i] = square + p * p + q * q + r * r;
      sum[i] = score + p * a + q * b + r * c;
    }
  }

  /** The scores of a centre and the next one in the first dimensions. */
  void twoFirst(double[][] columns, int count, int centre) {
    double[] slope = grid.slope(centre);
    double[] otherSlope = grid.slope(centre + 1);
    double[] x = columns[0];
    double[] y = column(columns, 1);
    double[] z = column(columns, 2);
    double[] u = column(columns, 3);
    double base = grid.base(centre);
    double a = slope[0];
    double b = slope[1];
    double c = slope[2];
    double d = slope[3];
    double otherBase = grid.base(centre + 1);
    double e = otherSlope[0];
    double f = otherSlope[1];
    double g = otherSlope[2];
    double h = otherSlope[3];
    double[] sum = one;
    double[] otherSum = other;
    for (int i = 0; i < count; i++) {
      double p = x[i];
      double q = y[i];
      double r = z[i];
      double s = u[i];
      sum[i] = base + p * a + q * b + r * c + s * d;
      otherSum[i] = otherBase + p * e + q * f + r * g + s * h;
    }
  }

  /** Adds those in the other dimensions. */
  void twoRest(double[][] columns, int count, int centre) {
    for (int j = FIRST; j < columns.length; j += NEXT) {
      twoNext(columns, j, count, grid.slope(centre), grid.slope(centre + 1));
    }
  }

  private void twoNext(double[][] columns, int j, int count, double[] slope, double[] otherSlope) {
    double[] x = columns[j];
    double[] y = column(columns, j + 1);
    double[] z = column(columns, j + 2);
    double a = slope[j];
    double b = slope[j + 1];
    double c = slope[j + 2];
    double d = otherSlope[j];
    double e = otherSlope[j + 1];
    double f = otherSlope[j + 2];
    double[] sum = one;
    double[] otherSum = other;
    for (int i = 0; i < count; i++) {
      double p = x[i];
      double q = y[i];
      double r = z[i];
      double score = sum[i];
      double otherScore = otherSum[i];
      sum[i] = score + p * a + q * b + r * c;
      otherSum[i] = otherScore + p * d + q * e + r * f;
    }
  }

  static double[] column(double[][] columns, int dimension) {
    return columns[dimension < columns.length ? dimension : 0];
  }
}
