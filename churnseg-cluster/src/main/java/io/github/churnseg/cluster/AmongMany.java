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
  private final Sums change;
  private final Kernel kernel;
  private final Kernel.Found found = new Kernel.Found();
  private final double[] margins = new double[Tiles.MOST_POINTS];
  private final double[][] block;
  private final int[] due = new int[Tiles.MOST_POINTS];
  private final int[] rivals;
  private double[][] centres = new double[0][];

  AmongMany(TilePartition partition, Sums change, Kernel kernel) {
    this.partition = partition;
    this.points = partition.points;
    this.tiles = partition.tiles;
    this.drift = partition.drift;
    this.change = change;
    this.kernel = kernel;
    this.block = new double[points.dimensions()][Tiles.MOST_POINTS];
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
    for (int i = 0; i < size; i++) {
      // Without a branch, since nothing foretells which way it would go.
      due[dues] = i;
      dues += moved[partition.groups[from + i]] >= expiry[at + i] ? 1 : 0;
    }
    decide(tile, due, dues, rivals, count);
  }

  /** Decides about all points of a tile. */
  void decide(int tile, int[] candidates, int count) {
    int size = tiles.starts[tile + 1] - tiles.starts[tile];
    for (int i = 0; i < size; i++) {
      due[i] = i;
    }
    decide(tile, due, size, candidates, count);
  }

  private void decide(int tile, int[] which, int dues, int[] candidates, int count) {
    int from = tiles.starts[tile];
    for (int j = 0; j < block.length; j++) {
      double[] column = points.column(j);
      for (int n = 0; n < dues; n++) {
        block[j][n] = column[from + which[n]];
      }
    }
    kernel.nearest(block, dues, centres, candidates, count, found);
    found.margins(dues, block.length, margins);
    int[] groups = partition.groups;
    double[] expiry = partition.pointExpiry(tile);
    int at = partition.place(tile);
    for (int n = 0; n < dues; n++) {
      int i = which[n];
      int centre = found.centre[n];
      if (groups[from + i] != centre) {
        change.movePoint(block, n, from + i, groups[from + i], centre);
        groups[from + i] = centre;
      }
      expiry[at + i] = drift.expiry(centre, margins[n]);
    }
    partition.expiry[tile] = earliest(tile);
  }

  private double earliest(int tile) {
    double[] expiry = partition.pointExpiry(tile);
    int before = partition.place(tile) - tiles.starts[tile];
    double[] moved = drift.moved();
    double least = Double.POSITIVE_INFINITY;
    for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
      double left = expiry[before + point] - moved[partition.groups[point]];
      least = left < least ? left : least;
    }
    return drift.expiry(partition.k, least);
  }
}
