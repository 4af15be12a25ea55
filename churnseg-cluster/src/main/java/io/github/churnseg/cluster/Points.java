package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Points in columns. In tiles they are in an order of their own that depends on their values only:
 * whoever shuffles the customers gets the same points in the same order, hence the same bits.
 * Neighbours in the order are neighbours in space. As given they are in the order of the customers,
 * for those who only do what no order shows in.
 */
final class Points {

  private static final int CHUNK = 1 << 15;

  private final double[][] columns;
  private final double[] weights;
  private final Optional<Tiles> tiles;
  private final Ranges ranges;
  private final Sums none;
  private final Moments moments;

  /** Whether equal points are neighbours. */
  private final boolean sorted;

  private Points(
      double[][] columns,
      double[] weights,
      Ranges ranges,
      Optional<int[]> starts,
      boolean sorted,
      Workers workers) {
    this.columns = columns;
    this.weights = weights;
    this.ranges = ranges;
    this.sorted = sorted;
    this.none = Sums.none(columns, weights, ranges);
    this.tiles = starts.map(s -> Tiles.of(columns, none, s, workers));
    this.moments =
        tiles
            .map(t -> Moments.of(columns, weights, ranges, all(t), workers))
            .orElseGet(() -> Moments.of(columns, weights, ranges, workers));
  }

  /** Takes over columns of finite values; {@code weights} is empty where all weigh the same. */
  static Points inTiles(double[][] columns, double[] weights, Workers workers) {
    Ranges ranges = Ranges.of(columns, weights, workers);
    long[] order = SpatialOrder.sort(columns, weights, workers);
    // One column after the other, each into the place of the one before: only one is there twice.
    double[] spare = new double[order.length];
    for (int j = 0; j < columns.length; j++) {
      double[] unsorted = columns[j];
      gather(unsorted, order, spare, workers);
      columns[j] = spare;
      spare = unsorted;
    }
    double[] sortedWeights = weights;
    if (weights.length > 0) {
      gather(weights, order, spare, workers);
      sortedWeights = spare;
    }
    Optional<int[]> starts = Optional.of(Tiles.cut(order));
    return new Points(columns, sortedWeights, ranges, starts, true, workers);
  }

  /**
   * The same in less time, for those who only do what the order does not show in: it depends on
   * that of the customers too. Takes over weights as well.
   */
  static Points inRoughTiles(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    RoughOrder order = RoughOrder.of(columns, weights, workers);
    Optional<int[]> starts = Optional.of(order.starts);
    return new Points(order.columns, order.weights, ranges, starts, false, workers);
  }

  /** The same in the order they are in, which takes a fraction of the time. */
  static Points asGiven(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    return new Points(columns, weights, ranges, Optional.empty(), false, workers);
  }

  /** Exact sums of parts add up to those of all points. */
  private Sums all(Tiles parts) {
    Sums all = none.empty(1);
    for (int tile = 0; tile < parts.count(); tile++) {
      all.addGroup(0, parts.sums, tile, 1);
    }
    return all;
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
    return inTiles(selected, selectedWeights, workers);
  }

  int size() {
    return columns[0].length;
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

  /** The tiles of points that are in tiles. */
  Tiles tiles() {
    return tiles.orElseThrow();
  }

  Ranges ranges() {
    return ranges;
  }

  /** Sums of some groups of these points, all of them empty. */
  Sums sums(int groups) {
    return none.empty(groups);
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

  /** The weight of all, and the mean and the variance of each dimension. */
  Moments moments() {
    return moments;
  }

  /** Orders points by the first dimension in which they differ. */
  int compare(int a, int b) {
    for (double[] column : columns) {
      if (column[a] != column[b]) {
        return column[a] < column[b] ? -1 : 1;
      }
    }
    return 0;
  }

  /**
   * How many points differ from one another, counted up to a limit; weightless ones do not count.
   */
  int distinct(int limit) {
    Set<List<Double>> seen = new HashSet<>();
    int distinct = 0;
    int last = -1;
    for (int point = 0; point < size() && distinct < limit; point++) {
      if (weight(point) > 0 && (last < 0 || compare(last, point) != 0)) {
        boolean isNew = sorted || seen.add(Arrays.stream(point(point)).boxed().toList());
        distinct += isNew ? 1 : 0;
        last = point;
      }
    }
    return distinct;
  }
}
