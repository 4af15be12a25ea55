package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Points in columns, in an order of their own that depends on their values only: whoever shuffles
 * the customers gets the same points in the same order, hence the same bits.
 */
final class Points {

  private final double[][] columns;
  private final double[] weights;
  private final int[] rowOf;

  private Points(double[][] columns, double[] weights, int[] rowOf) {
    this.columns = columns;
    this.weights = weights;
    this.rowOf = rowOf;
  }

  /** Takes over columns of finite values; {@code weights} is empty where all weigh the same. */
  static Points of(double[][] columns, double[] weights) {
    Integer[] order = new Integer[columns[0].length];
    Arrays.setAll(order, row -> row);
    Comparator<Integer> byValue = Comparator.comparingDouble(row -> columns[0][row]);
    for (double[] column : columns) {
      byValue = byValue.thenComparingDouble(row -> column[row]);
    }
    if (weights.length > 0) {
      byValue = byValue.thenComparingDouble(row -> weights[row]);
    }
    Arrays.sort(order, byValue);
    int[] rowOf = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    double[][] sorted = new double[columns.length][];
    Arrays.setAll(sorted, j -> gather(columns[j], rowOf));
    return new Points(sorted, weights.length > 0 ? gather(weights, rowOf) : weights, rowOf);
  }

  private static double[] gather(double[] values, int[] rowOf) {
    double[] gathered = new double[rowOf.length];
    Arrays.setAll(gathered, i -> values[rowOf[i]]);
    return gathered;
  }

  int size() {
    return rowOf.length;
  }

  int dimensions() {
    return columns.length;
  }

  /** The values of one dimension, in the order of the points; not to be changed. */
  double[] column(int dimension) {
    return columns[dimension];
  }

  /** All dimensions; not to be changed. */
  double[][] columns() {
    return columns;
  }

  /** The customer's row that a point stands for. */
  int row(int point) {
    return rowOf[point];
  }

  double weight(int point) {
    return weights.length == 0 ? 1 : weights[point];
  }

  double[] point(int point) {
    double[] values = new double[columns.length];
    Arrays.setAll(values, j -> columns[j][point]);
    return values;
  }

  /** The squared distance of a point to a place. */
  double distance(int point, double[] place) {
    double sum = 0;
    for (int j = 0; j < place.length; j++) {
      double difference = columns[j][point] - place[j];
      sum += difference * difference;
    }
    return sum;
  }

  /** The variance of each dimension, without regard to weights. */
  double[] variances() {
    double[] variances = new double[columns.length];
    Arrays.setAll(variances, j -> variance(columns[j]));
    return variances;
  }

  private static double variance(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    double mean = sum / column.length;
    double squares = 0;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
    }
    // A constant column has a mean that rounding may have moved a little.
    return column[0] == column[column.length - 1] && squares < 1e-20 * mean * mean
        ? 0
        : squares / column.length;
  }

  /** How many points differ from one another; those of no weight do not count. */
  int distinct() {
    int distinct = 0;
    int last = -1;
    for (int point = 0; point < size(); point++) {
      if (weight(point) > 0 && (last < 0 || distance(point, point(last)) > 0)) {
        distinct++;
        last = point;
      }
    }
    return distinct;
  }
}
