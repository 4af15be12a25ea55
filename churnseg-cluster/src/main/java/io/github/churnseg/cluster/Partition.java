package io.github.churnseg.cluster;

/** Which point belongs to which centre, kept up to date while the centres move. */
interface Partition {

  /** With more dimensions, a tile is too large to be on one side of a border. */
  int FEW_DIMENSIONS = 6;

  /** Whether points of so many dimensions are partitioned tile by tile, and must be in tiles. */
  private static boolean isByTiles(int dimensions) {
    return dimensions <= FEW_DIMENSIONS;
  }

  /** Points in an order in which they can be partitioned, which need not depend on values alone. */
  static Points points(double[][] columns, double[] weights, Ranges ranges, Workers workers) {
    return isByTiles(columns.length)
        ? Points.inRoughTiles(columns, weights, ranges, workers)
        : Points.asGiven(columns, weights, ranges, workers);
  }

  /** The partition that is fastest for these points. */
  static Partition of(Points points, int k, Workers workers) {
    return isByTiles(points.dimensions())
        ? new TilePartition(points, k, workers)
        : new PointPartition(points, k, workers);
  }

  /** Gives each point to its nearest centre. */
  void assign(double[][] centres);

  /** The sums of the points of each centre. */
  Sums sums();

  /** Tells how far each centre has moved since points were last assigned. */
  void moved(double[] moves);

  /** The partition as a result; the points must have been assigned to these centres. */
  Clustering clustering(double[][] last, int iterations, boolean converged);
}
