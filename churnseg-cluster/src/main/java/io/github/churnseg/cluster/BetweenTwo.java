package io.github.churnseg.cluster;

/**
 * Decides about the points of tiles between two centres, as far as one thread does it.
 *
 * <p>The gap of a point, by how much the square of its distance from the second centre exceeds that
 * from the first, is linear in its place. So while the centres move, the gaps of all points of a
 * small box change by nearly the same, and how much that is tells most times that none of them has
 * changed sides, without a look at any.
 */
final class BetweenTwo {

  private final TilePartition partition;
  private final Points points;
  private final Tiles tiles;
  private final Drift drift;
  private final Sides sides;
  private final TileBounds bounds;
  private final Sums change;
  private final Kernel kernel;
  private final Kernel.Found found = new Kernel.Found(0);
  private double[][] centres = new double[0][];

  /** More than the error of any gap. */
  private double error;

  BetweenTwo(TilePartition partition, TileBounds bounds, Sums change, Kernel kernel) {
    this.partition = partition;
    this.points = partition.points;
    this.tiles = partition.tiles;
    this.drift = partition.drift;
    this.sides = partition.sides;
    this.bounds = bounds;
    this.change = change;
    this.kernel = kernel;
  }

  void moveTo(double[][] newCentres) {
    centres = newCentres;
    double[] largest = new double[points.dimensions()];
    for (int j = 0; j < largest.length; j++) {
      largest[j] = points.ranges().largest(j);
      for (double[] centre : centres) {
        largest[j] = Math.max(largest[j], Math.abs(centre[j]));
      }
    }
    error = Gaps.error(largest);
  }

  /** Looks again at a tile if its decision has expired. */
  void lookAgain(int tile) {
    int first = partition.first(tile);
    int second = partition.second(tile);
    if (drift.both(first, second) >= partition.expiry[tile]) {
      double least = Double.MAX_VALUE;
      int size = tiles.starts[tile + 1] - tiles.starts[tile];
      for (int place = 0; place < size; place += Sides.RUN) {
        double gap = stillLeast(tile, place, first, second);
        least = Math.min(least, gap > 0 ? gap : decide(tile, place, first, second));
      }
      keep(tile, first, second, least);
    }
  }

  /** Decides about all points of a tile. */
  void decide(int tile) {
    int first = partition.first(tile);
    int second = partition.second(tile);
    double least = Double.MAX_VALUE;
    int size = tiles.starts[tile + 1] - tiles.starts[tile];
    for (int place = 0; place < size; place += Sides.RUN) {
      least = Math.min(least, decide(tile, place, first, second));
    }
    keep(tile, first, second, least);
  }

  /** Decides about a run of points, and returns the smallest gap of any. */
  private double decide(int tile, int place, int first, int second) {
    int from = tiles.starts[tile] + place;
    int count = Math.min(Sides.RUN, tiles.starts[tile + 1] - from);
    long bits =
        kernel.nearerToSecond(
            points.columns(), from, count, centres[first], centres[second], error, found);
    int run = Sides.run(tile, place);
    long movers = bits ^ sides.bits[run];
    if (movers != 0) {
      change.moveBetween(from, movers, bits, first, second);
      sides.bits[run] = bits;
    }
    sides.decided[run] = partition.time;
    sides.leastOfFirst[run] = found.leastOfFirst;
    sides.leastOfSecond[run] = found.leastOfSecond;
    return Math.min(found.leastOfFirst, found.leastOfSecond);
  }

  /** Remembers until when decisions hold by the smallest gap of any point. */
  private void keep(int tile, int first, int second, double gap) {
    double margin = bounds.margin(gap, bounds.reachOfBoth(tile, first, second));
    partition.expiry[tile] = drift.expiryOfBoth(first, second, margin);
  }

  /**
   * No point of a run has a smaller gap by now, if this is more than 0; else it may be on either
   * side.
   */
  private double stillLeast(int tile, int place, int first, int second) {
    int run = Sides.run(tile, place);
    double[][] then = partition.centresAt(sides.decided[run]);
    if (then.length == 0) {
      return 0;
    }
    double[] a = centres[first];
    double[] b = centres[second];
    double[] boxes = tiles.boxes;
    int at = tiles.row(tile);
    double shift = 0;
    double room = 3 * error;
    for (int j = 0; j < a.length; j++) {
      double middle = boxes[at + j];
      double half = boxes[at + a.length + j];
      double apart = b[j] - a[j];
      double before = then[second][j] - then[first][j];
      shift += apart * (b[j] - middle + (a[j] - middle));
      shift -= before * (then[second][j] - middle + (then[first][j] - middle));
      room += 2 * Math.abs(apart - before) * half;
    }
    return Math.min(sides.leastOfFirst[run] + shift, sides.leastOfSecond[run] - shift) - room;
  }
}
