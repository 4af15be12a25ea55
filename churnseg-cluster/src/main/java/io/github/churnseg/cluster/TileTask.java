package io.github.churnseg.cluster;

import java.util.Arrays;

/** The part of a {@link TilePartition} that one thread does, tile by tile. */
final class TileTask {

  /** Below this many centres, a tile's rivals fit into the bits of a long. */
  private static final int MOST_REMEMBERED = Long.SIZE;

  /** What this thread has changed in the sums. */
  final Sums change;

  private final TilePartition partition;
  private final Points points;
  private final Tiles tiles;
  private final Drift drift;
  private final int k;
  private final int[] all;
  private final Kernel kernel = Kernels.best();
  private final Kernel.Found found = new Kernel.Found();
  private final double[][] middles;
  private final double[] margins = new double[TilePartition.CHUNK];
  private final double[][] block;
  private final int[] due = new int[TilePartition.CHUNK];
  private final int[] candidates;
  private double[][] centres = new double[0][];

  /** More than the error of any gap. */
  private double error;

  TileTask(TilePartition partition) {
    this.partition = partition;
    this.points = partition.points;
    this.tiles = partition.tiles;
    this.drift = partition.drift;
    this.k = partition.k;
    this.change = points.sums(k);
    this.middles = new double[points.dimensions()][TilePartition.CHUNK];
    this.block = new double[points.dimensions()][Tiles.MOST_POINTS];
    this.candidates = new int[k];
    this.all = new int[k];
    Arrays.setAll(all, c -> c);
  }

  /** Brings some tiles up to date. */
  void run(double[][] newCentres, int from, int to) {
    if (centres != newCentres) {
      centres = newCentres;
      error = error();
    }
    double[] moved = drift.moved();
    int count = 0;
    for (int tile = from; tile < to; tile++) {
      int before = partition.owner[tile];
      if (before >= k) {
        lookAgain(tile);
      } else if (before == TilePartition.NONE || moved[before] >= partition.expiry[tile]) {
        due[count++] = tile;
      }
    }
    if (count > 0) {
      lookAtMiddles(count);
    }
  }

  private double error() {
    double[] largest = new double[points.dimensions()];
    for (int j = 0; j < largest.length; j++) {
      largest[j] = points.ranges().largest(j);
      for (double[] centre : centres) {
        largest[j] = Math.max(largest[j], Math.abs(centre[j]));
      }
    }
    return Gaps.error(largest);
  }

  private void lookAtMiddles(int count) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < middles.length; j++) {
        middles[j][i] = tiles.middle(due[i], j);
      }
    }
    kernel.nearest(middles, count, centres, all, k, found);
    found.margins(count, middles.length, margins);
    int open = 0;
    for (int i = 0; i < count; i++) {
      int tile = due[i];
      double margin = margins[i] - 2 * tiles.radius[tile];
      if (margin > 0) {
        settle(tile, found.centre[i], margin);
      } else {
        found.centre[open] = found.centre[i];
        due[open++] = tile;
      }
    }
    int[] nearest = Arrays.copyOf(found.centre, open);
    for (int i = 0; i < open; i++) {
      lookCloser(due[i], nearest[i]);
    }
  }

  /** Looks at an open tile if its decisions have expired. */
  private void lookAgain(int tile) {
    double any = drift.moved()[k];
    if (any >= partition.rivalExpiry[tile]) {
      lookCloser(tile, groupInTheMiddle(tile));
    } else if (partition.owner[tile] == partition.between) {
      int first = partition.first(tile);
      int second = partition.second(tile);
      if (drift.both(first, second) >= partition.expiry[tile]) {
        decideBetween(tile, first, second);
      }
    } else if (any >= partition.expiry[tile]) {
      int count = 0;
      for (long rest = partition.rivals[tile]; rest != 0; rest &= rest - 1) {
        candidates[count++] = Long.numberOfTrailingZeros(rest);
      }
      decideAmong(tile, count);
    }
  }

  private int groupInTheMiddle(int tile) {
    int from = tiles.starts[tile];
    int half = (tiles.starts[tile + 1] - from) / 2;
    if (partition.owner[tile] == partition.between) {
      boolean isFirst = (partition.sides[tile] >>> half & 1) == 0;
      return isFirst ? partition.first(tile) : partition.second(tile);
    }
    return partition.groups[from + half];
  }

  /** Finds the centres that can be nearest somewhere in the box. */
  private void lookCloser(int tile, int near) {
    int count = 0;
    long rivals = 0;
    double margin = Double.POSITIVE_INFINITY;
    double reach = reach(tile, near);
    for (int c = 0; c < k; c++) {
      double lead = c == near ? 0 : lead(tile, near, c, reach);
      if (lead > 0) {
        margin = Math.min(margin, lead);
      } else {
        candidates[count++] = c;
        rivals |= 1L << c;
      }
    }
    if (count == 1) {
      settle(tile, near, margin);
      return;
    }
    boolean remembered = k <= MOST_REMEMBERED;
    if (count == 2 && remembered) {
      if (partition.owner[tile] != partition.between || partition.rivals[tile] != rivals) {
        open(tile, near);
        openBetween(tile, rivals);
      }
      decideBetween(tile, candidates[0], candidates[1]);
    } else {
      open(tile, near);
      partition.owner[tile] = partition.among;
      decideAmong(tile, count);
    }
    double others = drift.expiry(k, margin);
    partition.rivals[tile] = rivals;
    partition.rivalExpiry[tile] = remembered ? others : Math.min(others, partition.expiry[tile]);
  }

  /** By how much all points of a tile are nearer to one centre than to another, at least. */
  private double lead(int tile, int near, int far, double reach) {
    double[] a = centres[near];
    double[] b = centres[far];
    double least = 0;
    for (int j = 0; j < a.length; j++) {
      // The corner of the box that is nearest to the other centre's side.
      double corner = b[j] > a[j] ? tiles.high(tile, j) : tiles.low(tile, j);
      least += (b[j] - a[j]) * ((b[j] - corner) + (a[j] - corner));
    }
    if (!(least > 0)) {
      return 0;
    }
    double both = reach + reach(tile, far);
    return least / both - rounding() * both;
  }

  /** No point of the tile is farther from the centre. */
  private double reach(int tile, int centre) {
    return Math.sqrt(square(tile, centre)) * (1 + 1e-9) + tiles.radius[tile];
  }

  /** No point of the tile has a larger sum of its distances from both centres. */
  private double reachOfBoth(int tile, int first, int second) {
    // At equal distances the bound of the sum is exact, and at a border they are nearly equal.
    double squares = square(tile, first) + square(tile, second);
    return Math.sqrt(2 * squares) * (1 + 1e-9) + 2 * tiles.radius[tile];
  }

  /** The squared distance of a centre from the middle of a tile's box. */
  private double square(int tile, int centre) {
    double[] place = centres[centre];
    double square = 0;
    for (int j = 0; j < place.length; j++) {
      double away = tiles.middle(tile, j) - place[j];
      square += away * away;
    }
    return square;
  }

  private void settle(int tile, int centre, double margin) {
    int before = partition.owner[tile];
    if (before == TilePartition.NONE) {
      change.addGroup(centre, tiles.sums, tile, 1);
    } else if (before >= k) {
      partition.write(tile);
      int[] groups = partition.groups;
      for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
        if (groups[point] != centre) {
          change.movePoint(point, groups[point], centre);
        }
      }
    } else if (before != centre) {
      change.addGroup(before, tiles.sums, tile, -1);
      change.addGroup(centre, tiles.sums, tile, 1);
    }
    partition.owner[tile] = centre;
    partition.expiry[tile] = drift.expiry(centre, margin);
  }

  /** Gives each point of the tile its own centre, at first as it was. */
  private void open(int tile, int near) {
    if (partition.owner[tile] == TilePartition.NONE) {
      change.addGroup(near, tiles.sums, tile, 1);
      partition.owner[tile] = near;
    }
    partition.write(tile);
  }

  /** From now on the points of the tile belong to one of two centres. */
  private void openBetween(int tile, long rivals) {
    partition.owner[tile] = partition.between;
    partition.rivals[tile] = rivals;
    int first = partition.first(tile);
    int second = partition.second(tile);
    int from = tiles.starts[tile];
    long sides = 0;
    for (int point = from; point < tiles.starts[tile + 1]; point++) {
      int group = partition.groups[point];
      if (group == second) {
        sides |= 1L << (point - from);
      } else if (group != first) {
        change.movePoint(point, group, first);
      }
    }
    partition.sides[tile] = sides;
  }

  private void decideBetween(int tile, int first, int second) {
    int from = tiles.starts[tile];
    int count = tiles.starts[tile + 1] - from;
    long sides =
        kernel.nearerToSecond(
            points.columns(), from, count, centres[first], centres[second], error, found);
    long movers = sides ^ partition.sides[tile];
    if (movers != 0) {
      change.moveBetween(from, movers, sides, first, second);
      partition.sides[tile] = sides;
    }
    double reach = reachOfBoth(tile, first, second);
    double margin = found.leastGap / reach - rounding() * reach;
    partition.expiry[tile] = drift.expiryOfBoth(first, second, margin);
  }

  private void decideAmong(int tile, int count) {
    int from = tiles.starts[tile];
    int size = tiles.starts[tile + 1] - from;
    for (int j = 0; j < block.length; j++) {
      System.arraycopy(points.column(j), from, block[j], 0, size);
    }
    kernel.nearest(block, size, centres, candidates, count, found);
    int[] groups = partition.groups;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < size; i++) {
      int centre = found.centre[i];
      if (groups[from + i] != centre) {
        change.movePoint(from + i, groups[from + i], centre);
        groups[from + i] = centre;
      }
      double gap = found.second[i] - found.nearest[i];
      least = gap < least ? gap : least;
      most = found.second[i] > most ? found.second[i] : most;
    }
    double reach = 2 * Math.sqrt(most);
    partition.expiry[tile] = drift.expiry(k, least / reach - rounding() * reach);
  }

  /** More than the relative error of the difference of two computed distances. */
  private double rounding() {
    return (points.dimensions() + 8) * 0x1p-49;
  }
}
