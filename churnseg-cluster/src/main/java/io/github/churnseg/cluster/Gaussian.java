package io.github.churnseg.cluster;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** One normal distribution with its share of the customers. Immutable; not to be changed. */
final class Gaussian {

  final double share;
  final double[] mean;

  /** The lower half of the inverse of the covariance's Cholesky factor, a row a column. */
  private final double[][] whitening;

  private final double logScale;

  Gaussian(double share, double[] mean, double[][] whitening, double logScale) {
    this.share = share;
    this.mean = mean;
    this.whitening = whitening;
    this.logScale = logScale;
  }

  private static double logScale(double share, double[] mean, double[][] whitening) {
    double log = Math.log(share) - mean.length * Math.log(2 * Math.PI) / 2;
    for (int j = 0; j < mean.length; j++) {
      log += Math.log(whitening[j][j]);
    }
    return log;
  }

  /** The whitening's rows, of 1, 2, 3 … numbers, one after the other. */
  double[] whitening() {
    return Arrays.stream(whitening).flatMapToDouble(Arrays::stream).toArray();
  }

  double logScale() {
    return logScale;
  }

  static Gaussian of(double share, double[] mean, double[][] covariance) {
    RealMatrix lower =
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false), 1e-9, 0).getL();
    double[][] inverse = new double[mean.length][];
    for (int row = 0; row < mean.length; row++) {
      inverse[row] = new double[row + 1];
      inverse[row][row] = 1 / lower.getEntry(row, row);
      for (int column = 0; column < row; column++) {
        double sum = 0;
        for (int j = column; j < row; j++) {
          sum += lower.getEntry(row, j) * inverse[j][column];
        }
        inverse[row][column] = -sum / lower.getEntry(row, row);
      }
    }
    return new Gaussian(share, mean, inverse, logScale(share, mean, inverse));
  }

  /** The logarithm of share times density. */
  double logDensity(double[][] columns, int row) {
    double square = 0;
    for (double[] weights : whitening) {
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        sum += weights[j] * (columns[j][row] - mean[j]);
      }
      square += sum * sum;
    }
    return logScale - square / 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gaussian gaussian
        && Double.compare(share, gaussian.share) == 0
        && Double.compare(logScale, gaussian.logScale) == 0
        && Arrays.equals(mean, gaussian.mean)
        && Arrays.deepEquals(whitening, gaussian.whitening);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean);
  }

  static double logSum(double[] logs) {
    double most = Arrays.stream(logs).max().orElseThrow();
    double sum = 0;
    for (double log : logs) {
      sum += Math.exp(log - most);
    }
    return most + Math.log(sum);
  }
}
