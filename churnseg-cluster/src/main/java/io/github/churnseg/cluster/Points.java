package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Points in columns, in an order of their own that depends on their values only: whoever shuffles
 * the customers gets the same points in the same order, hence the same bits. Neighbours in the
 * order are neighbours in space, and are cut into tiles.
 */
final class Points {

  private static final int CHUNK = 1 << 15;

  private final double[][] columns;
  private final double[] weights;
  private final int[] rowOf;
  private final Tiles tiles;
  private final double[] variances;

  private Points(double[][] columns, double[] weights, int[] rowOf, Tiles tiles, Workers workers) {
    this.columns = columns;
    this.weights = weights;
    this.rowOf = rowOf;
    this.tiles = tiles;
    this.variances = variances(workers);
  }

  /** Takes over columns of finite values; {@code weights} is empty where all weigh the same. */
  static Points of(double[][] columns, double[] weights, Workers workers) {
    long[] sorted = SpatialOrder.sort(columns, weights, workers);
    int[] starts = Tiles.cut(sorted);
    int[] rowOf = new int[sorted.length];
    // One column after the other, each into the place of the one before: only one is there twice.
    double[] spare = new double[sorted.length];
    for (int j = 0; j < columns.length; j++) {
      double[] unsorted = columns[j];
      gather(unsorted, sorted, spare, workers);
      columns[j] = spare;
      spare = unsorted;
    }
    double[] sortedWeights = weights;
    if (weights.length > 0) {
      gather(weights, sorted, spare, workers);
      sortedWeights = spare;
    }
    for (int i = 0; i < rowOf.length; i++) {
      rowOf[i] = SpatialOrder.row(sorted[i]);
    }
    Tiles tiles = Tiles.of(columns, sortedWeights, starts, workers);
    return new Points(columns, sortedWeights, rowOf, tiles, workers);
  }

  private static void gather(double[] from, long[] sorted, double[] to, Workers workers) {
    workers.forEach(
        (to.length + CHUNK - 1) / CHUNK,
        (worker, chunk) -> {
          int end = Math.min(to.length, (chunk + 1) * CHUNK);
          for (int i = chunk * CHUNK; i < end; i++) {
            to[i] = from[SpatialOrder.row(sorted[i])];
          }
        });
  }

  /** Some of the points, as points of their own. */
  Points select(int[] members, Workers workers) {
    double[][] selected = new double[columns.length][members.length];
    double[] selectedWeights = new double[weights.length == 0 ? 0 : members.length];
    for (int i = 0; i < members.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        selected[j][i] = columns[j][members[i]];
      }
      if (weights.length > 0) {
        selectedWeights[i] = weights[members[i]];
      }
    }
    return of(selected, selectedWeights, workers);
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

  Tiles tiles() {
    return tiles;
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

  /** The variance of each dimension; not to be changed. */
  double[] variances() {
    return variances;
  }

  private double[] variances(Workers workers) {
    Sums all = tiles.sums.empty(1);
    for (int tile = 0; tile < tiles.count(); tile++) {
      all.addGroup(0, tiles.sums, tile, 1);
    }
    double[] means = new double[columns.length];
    all.mean(0, means);
    int chunks = (size() + CHUNK - 1) / CHUNK;
    double[][] squares = new double[chunks][columns.length];
    workers.forEach(
        chunks,
        (worker, chunk) -> {
          int end = Math.min(size(), (chunk + 1) * CHUNK);
          for (int j = 0; j < columns.length; j++) {
            squares[chunk][j] = squares(columns[j], means[j], chunk * CHUNK, end);
          }
        });
    double[] variances = new double[columns.length];
    for (double[] part : squares) {
      for (int j = 0; j < variances.length; j++) {
        variances[j] += part[j] / all.weight(0);
      }
    }
    return variances;
  }

  private double squares(double[] column, double mean, int from, int to) {
    double even = 0;
    double odd = 0;
    int point = from;
    for (; point + 1 < to; point += 2) {
      double a = column[point] - mean;
      double b = column[point + 1] - mean;
      even += weight(point) * a * a;
      odd += weight(point + 1) * b * b;
    }
    if (point < to) {
      double a = column[point] - mean;
      even += weight(point) * a * a;
    }
    return even + odd;
  }

  /**
   * How many points differ from one another, counted up to a limit; weightless ones do not count.
   */
  int distinct(int limit) {
    int distinct = 0;
    int last = -1;
    for (int point = 0; point < size() && distinct < limit; point++) {
      if (weight(point) > 0 && (last < 0 || distance(point, point(last)) > 0)) {
        distinct++;
        last = point;
      }
    }
    return distinct;
  }
}
