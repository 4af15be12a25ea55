package io.github.churnseg.cluster;

/**
 * Decides about the points of tiles among more than two centres, as far as one thread does it. Each
 * point has a bound that says until when it keeps its centre ({@link Drift}).
 */
final class AmongMany {

  private final TilePartition partition;
  private final Points points;
  private final Tiles tiles;
  private final Drift drift;
  private final Kernel kernel;
  private final Kernel.Found found;
  private final double[][] block;
  private final int[] due = new int[Tiles.MOST_POINTS];
  private final int[] rivals;
  private final Movers movers;
  private double[][] centres = new double[0][];

  AmongMany(TilePartition partition, Sums change, Kernel kernel) {
    this.partition = partition;
    this.points = partition.points;
    this.tiles = partition.tiles;
    this.drift = partition.drift;
    this.movers = new Movers(change);
    this.kernel = kernel;
    this.found = new Kernel.Found(points.dimensions());
    this.block = found.block;
    this.rivals = new int[partition.k];
  }

  void moveTo(double[][] newCentres) {
    centres = newCentres;
  }

  /** Looks again at the points of a tile whose bounds have expired. */
  void lookAgain(int tile) {
    double[] moved = drift.moved();
    if (moved[partition.k] < partition.expiry[tile]) {
      return;
    }
    int count = 0;
    for (long rest = partition.rivals[tile]; rest != 0; rest &= rest - 1) {
      rivals[count++] = Long.numberOfTrailingZeros(rest);
    }
    int from = tiles.starts[tile];
    int size = tiles.starts[tile + 1] - from;
    double[] expiry = partition.pointExpiry(tile);
    int at = partition.place(tile);
    int dues = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      double left = expiry[at + i] - moved[partition.groups[from + i]];
      boolean isDue = !(left > 0);
      // Without a branch, since nothing foretells which way it would go.
      due[dues] = from + i;
      dues += isDue ? 1 : 0;
      least = isDue || left >= least ? least : left;
    }
    decide(tile, dues, rivals, count, least);
  }

  /** Decides about all points of a tile. */
  void decide(int tile, int[] candidates, int count) {
    int from = tiles.starts[tile];
    int size = tiles.starts[tile + 1] - from;
    for (int i = 0; i < size; i++) {
      due[i] = from + i;
    }
    decide(tile, size, candidates, count, Double.POSITIVE_INFINITY);
  }

  /**
   * Decides about points that are due.
   *
   * @param others how far centres may move until the first of the others is
   */
  private void decide(int tile, int dues, int[] candidates, int count, double others) {
    for (int j = 0; j < block.length; j++) {
      double[] column = points.column(j);
      for (int n = 0; n < dues; n++) {
        block[j][n] = column[due[n]];
      }
    }
    kernel.nearest(block, dues, centres, candidates, count, found);
    double[] expiry = partition.pointExpiry(tile);
    int at = partition.place(tile) - tiles.starts[tile];
    double least = others;
    for (int n = 0; n < dues; n++) {
      expiry[at + due[n]] = drift.expiry(found.centre[n], found.margin[n]);
      least = Math.min(least, found.margin[n]);
    }
    movers.move(block, dues, due, found.centre, partition.groups);
    partition.expiry[tile] = drift.expiry(partition.k, least);
  }
}
