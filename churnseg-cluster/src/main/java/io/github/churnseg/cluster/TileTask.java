package io.github.churnseg.cluster;

import java.util.Arrays;

/** The part of a {@link TilePartition} that one thread does, tile by tile. */
final class TileTask {

  /** Below this many centres, a tile's rivals fit into the bits of a long. */
  private static final int MOST_REMEMBERED = Long.SIZE;

  /** With more centres, the middles of many tiles are compared with all of them at a time. */
  private static final int FEW_CENTRES = 16;

  /** What this thread has changed in the sums. */
  final Sums change;

  private final TilePartition partition;
  private final Tiles tiles;
  private final Drift drift;
  private final int k;
  private final int[] all;
  private final Kernel kernel = Kernels.best();
  private final Kernel.Found found;
  private final TileBounds bounds;
  private final BetweenTwo betweenTwo;
  private final AmongMany amongMany;
  private final double[][] middles;
  private final int[] due = new int[TilePartition.CHUNK];
  private double[][] centres = new double[0][];

  TileTask(TilePartition partition) {
    Points points = partition.points;
    this.partition = partition;
    this.tiles = partition.tiles;
    this.drift = partition.drift;
    this.k = partition.k;
    this.change = points.sums(k);
    this.bounds = new TileBounds(points, k);
    this.betweenTwo = new BetweenTwo(partition, bounds, change, kernel);
    this.amongMany = new AmongMany(partition, change, kernel);
    this.found = new Kernel.Found(points.dimensions());
    this.middles = found.block;
    this.all = new int[k];
    Arrays.setAll(all, c -> c);
  }

  /** Brings some tiles up to date. */
  void run(double[][] newCentres, int from, int to) {
    if (centres != newCentres) {
      centres = newCentres;
      bounds.moveTo(centres);
      betweenTwo.moveTo(centres);
      amongMany.moveTo(centres);
    }
    double[] moved = drift.moved();
    int count = 0;
    for (int tile = from; tile < to; tile++) {
      int before = partition.owner[tile];
      if (before >= k) {
        lookAgain(tile);
      } else if (before == TilePartition.NONE) {
        due[count++] = tile;
      } else if (moved[before] >= partition.expiry[tile]) {
        if (k <= FEW_CENTRES) {
          lookCloser(tile, before);
        } else {
          due[count++] = tile;
        }
      }
    }
    if (count > 0) {
      lookAtMiddles(count);
    }
  }

  private void lookAtMiddles(int count) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < middles.length; j++) {
        middles[j][i] = tiles.middle(due[i], j);
      }
    }
    kernel.nearest(middles, count, centres, all, k, found);
    int open = 0;
    for (int i = 0; i < count; i++) {
      int tile = due[i];
      double margin = found.margin[i] - 2 * tiles.radius[tile];
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
    if (drift.moved()[k] >= partition.rivalExpiry[tile]) {
      lookCloser(tile, groupInTheMiddle(tile));
    } else {
      lookAgainAmongRivals(tile);
    }
  }

  private void lookAgainAmongRivals(int tile) {
    if (partition.owner[tile] == partition.between) {
      betweenTwo.lookAgain(tile);
    } else {
      amongMany.lookAgain(tile);
    }
  }

  private int groupInTheMiddle(int tile) {
    int from = tiles.starts[tile];
    int half = (tiles.starts[tile + 1] - from) / 2;
    if (partition.owner[tile] == partition.between) {
      boolean isSecond = partition.sides.isSecond(tile, half);
      return isSecond ? partition.second(tile) : partition.first(tile);
    }
    return partition.groups[from + half];
  }

  /** Finds out whether a tile is open, and between which centres. */
  private void lookCloser(int tile, int guess) {
    int count = bounds.find(tile, guess);
    int[] candidates = bounds.rivals;
    double margin = bounds.margin;
    if (count == 1) {
      settle(tile, candidates[0], margin);
      return;
    }
    boolean remembered = k <= MOST_REMEMBERED;
    long rivals = 0;
    for (int n = 0; n < count && remembered; n++) {
      rivals |= 1L << candidates[n];
    }
    if (remembered && partition.owner[tile] >= k && partition.rivals[tile] == rivals) {
      lookAgainAmongRivals(tile);
    } else if (remembered && count == 2) {
      open(tile, candidates[0]);
      openBetween(tile, rivals);
      betweenTwo.decide(tile);
    } else {
      open(tile, candidates[0]);
      partition.owner[tile] = partition.among;
      amongMany.decide(tile, candidates, count);
    }
    double others = drift.expiry(k, margin);
    partition.rivals[tile] = rivals;
    partition.rivalExpiry[tile] = remembered ? others : Math.min(others, partition.expiry[tile]);
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
    int end = tiles.starts[tile + 1];
    for (int start = from; start < end; start += Sides.RUN) {
      long bits = 0;
      for (int point = start; point < Math.min(end, start + Sides.RUN); point++) {
        int group = partition.groups[point];
        if (group == second) {
          bits |= 1L << (point - start);
        } else if (group != first) {
          change.movePoint(point, group, first);
        }
      }
      partition.sides.bits[Sides.run(tile, start - from)] = bits;
    }
  }
}
