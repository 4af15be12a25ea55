package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Points in an order in which neighbours are mostly neighbours in space, cut into tiles. It depends
 * on the order they were in, and takes a fraction of the time of {@link SpatialOrder}.
 *
 * <p>The values themselves are moved, and in two steps, each of which stays within a cache: to
 * buckets by the leading bits of their {@link SpatialKeys}, and then within each bucket. A tile is
 * a cell of a bucket.
 */
final class RoughOrder {

  /** A column of a bucket with so many points, and what is known of their cells, fit a cache. */
  private static final int BUCKET = 1 << 14;

  /** More buckets than this cannot be filled side by side without leaving the cache. */
  private static final int MOST_BUCKET_BITS = 11;

  /**
   * With more, some of three dimensions would have more ranks than the bins of a histogram tell.
   */
  private static final int KEY_BITS = 22;

  final double[][] columns;
  final double[] weights;

  /** The first point of each tile, and the number of points. */
  final int[] starts;

  private RoughOrder(double[][] columns, double[] weights, int[] starts) {
    this.columns = columns;
    this.weights = weights;
    this.starts = starts;
  }

  /** Takes over columns, and weights, of which there are none where all weigh the same. */
  static RoughOrder of(double[][] columns, double[] weights, Workers workers) {
    int dimensions = columns.length;
    int size = columns[0].length;
    SpatialKeys keys = SpatialKeys.rough(columns, KEY_BITS, workers);
    double[][] fields = Arrays.copyOf(columns, dimensions + (weights.length > 0 ? 1 : 0));
    Arrays.fill(fields, dimensions, fields.length, weights);
    MovingColumns moving = new MovingColumns(fields);
    int[] room = new int[size];
    Buckets buckets = Buckets.of(moving, keys, bucketBits(size), room, workers);
    int[] starts = order(moving, buckets, room, workers);
    // In the array that was given, lest who still holds it keeps an array alive for nothing.
    Arrays.setAll(columns, moving::column);
    return new RoughOrder(
        columns, weights.length > 0 ? moving.column(dimensions) : weights, starts);
  }

  private static int bucketBits(int size) {
    int bits = 1;
    while (bits < MOST_BUCKET_BITS && size >> bits > BUCKET) {
      bits++;
    }
    return bits;
  }

  /** Orders points within buckets, and gives the first of each tile, and the number of points. */
  private static int[] order(MovingColumns columns, Buckets buckets, int[] room, Workers workers) {
    BucketOrder[] own = new BucketOrder[workers.threads()];
    Arrays.setAll(own, worker -> new BucketOrder(columns, buckets, room));
    int[] tiles = new int[buckets.count()];
    workers.forEach(tiles.length, (worker, bucket) -> tiles[bucket] = own[worker].order(bucket));
    columns.moved();
    int[] starts = new int[Arrays.stream(tiles).sum() + 1];
    int count = 0;
    for (int bucket = 0; bucket < tiles.length; bucket++) {
      System.arraycopy(room, buckets.starts[bucket], starts, count, tiles[bucket]);
      count += tiles[bucket];
    }
    starts[count] = room.length;
    return starts;
  }
}
