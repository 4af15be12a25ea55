package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Runs of neighbouring points, each with its bounding box and the exact sum of its points, so that
 * a whole run can be given to a centre at once.
 */
final class Tiles {

  /**
   * No tile has more points. Smaller tiles are open less often, but there are more of them, and to
   * look at one takes longer than to look at some of its points.
   */
  static final int MOST_POINTS = 192;

  private static final int CHUNK = 64;

  /** The first point of each tile, and the number of points. */
  final int[] starts;

  /** A row a tile: the middle of its box, then how far the box extends from it on each side. */
  final double[] boxes;

  private final int dimensions;

  /** No point of a tile is farther from the middle of its box. */
  final double[] radius;

  /** Sums of the tiles, a group a tile. */
  final Sums sums;

  private Tiles(int[] starts, double[] ends, Sums sums) {
    int count = starts.length - 1;
    this.starts = starts;
    this.boxes = ends;
    this.dimensions = ends.length / count / 2;
    this.radius = new double[count];
    this.sums = sums;
    for (int tile = 0; tile < count; tile++) {
      double square = 0;
      for (int at = row(tile); at < row(tile) + dimensions; at++) {
        double low = ends[at];
        double high = ends[at + dimensions];
        double middle = low + (high - low) / 2;
        // The middle is rounded, so that one end may be farther from it.
        double half = Math.max(high - middle, middle - low) * (1 + 0x1p-50);
        boxes[at] = middle;
        boxes[at + dimensions] = half;
        square += half * half;
      }
      radius[tile] = Math.sqrt(square) * (1 + 1e-9);
    }
  }

  /** Where the row of a tile begins in {@link #boxes}. */
  int row(int tile) {
    return tile * 2 * dimensions;
  }

  double middle(int tile, int dimension) {
    return boxes[row(tile) + dimension];
  }

  /** No point of a tile is farther from the middle in this dimension. */
  double half(int tile, int dimension) {
    return boxes[row(tile) + dimensions + dimension];
  }

  int count() {
    return radius.length;
  }

  /** Cuts sorted keys, cell by cell, until no cell has too many points. */
  static int[] cut(long[] sorted) {
    int[] starts = new int[sorted.length / (MOST_POINTS / 8) + 16];
    int count = 0;
    int from = 0;
    while (from < sorted.length) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = from;
      from = end(sorted, from);
    }
    starts = Arrays.copyOf(starts, count + 1);
    starts[count] = sorted.length;
    return starts;
  }

  /** The end of the largest cell that begins here and has not too many points. */
  private static int end(long[] sorted, int from) {
    int most = Math.min(sorted.length, from + MOST_POINTS);
    if (most == sorted.length) {
      return most;
    }
    // The cell must not reach the first point beyond, nor the last point before.
    int shared = Long.numberOfLeadingZeros(sorted[from] ^ sorted[most]);
    int before = from == 0 ? 0 : Long.numberOfLeadingZeros(sorted[from - 1] ^ sorted[from]);
    if (before < SpatialOrder.KEY_BITS) {
      shared = Math.max(shared, before);
    }
    if (shared >= SpatialOrder.KEY_BITS) {
      return most;
    }
    int unused = Long.SIZE - 1 - shared;
    long next = ((sorted[from] >>> unused) + 1) << unused;
    int to = most;
    while (to > from + 1 && Long.compareUnsigned(sorted[to - 1], next) >= 0) {
      to--;
    }
    return to;
  }

  static Tiles of(double[][] columns, Sums none, int[] starts, Workers workers) {
    int count = starts.length - 1;
    int chunks = (count + CHUNK - 1) / CHUNK;
    double[] ends = new double[2 * columns.length * count];
    Sums sums = none.empty(count);
    workers.forEach(
        chunks,
        (worker, chunk) -> {
          for (int j = 0; j < columns.length; j++) {
            measure(columns, j, starts, chunk, ends);
          }
          int end = Math.min(count, (chunk + 1) * CHUNK);
          for (int tile = chunk * CHUNK; tile < end; tile++) {
            sums.addPoints(tile, starts[tile], starts[tile + 1]);
          }
        });
    return new Tiles(starts, ends, sums);
  }

  private static void measure(double[][] columns, int j, int[] starts, int chunk, double[] ends) {
    int end = Math.min(starts.length - 1, (chunk + 1) * CHUNK);
    for (int tile = chunk * CHUNK; tile < end; tile++) {
      int low = tile * 2 * columns.length + j;
      measure(columns[j], starts[tile], starts[tile + 1], ends, low, low + columns.length);
    }
  }

  /** In two chains, since each minimum waits for the one before. */
  private static void measure(double[] column, int from, int to, double[] ends, int low, int high) {
    double least = column[from];
    double most = least;
    double otherLeast = column[to - 1];
    double otherMost = otherLeast;
    for (int point = from; point + 1 < to; point += 2) {
      least = Math.min(least, column[point]);
      most = Math.max(most, column[point]);
      otherLeast = Math.min(otherLeast, column[point + 1]);
      otherMost = Math.max(otherMost, column[point + 1]);
    }
    ends[low] = Math.min(least, otherLeast);
    ends[high] = Math.max(most, otherMost);
  }
}
