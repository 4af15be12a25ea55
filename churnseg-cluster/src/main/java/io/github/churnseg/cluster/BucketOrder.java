package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Orders the points of one bucket after the other and cuts them into tiles: the second step of a
 * {@link RoughOrder}, as far as one thread does it.
 */
final class BucketOrder {

  private final MovingColumns columns;
  private final Buckets buckets;

  /** For each point of a bucket its cell, then its place, at last the starts of the tiles. */
  private final int[] room;

  /** For each cell of a bucket, where it ends. */
  private int[] ends = new int[0];

  private int first;
  private int tileStarts;

  BucketOrder(MovingColumns columns, Buckets buckets, int[] room) {
    this.columns = columns;
    this.buckets = buckets;
    this.room = room;
  }

  /**
   * Orders a bucket and leaves the first point of each of its tiles in the room of the bucket, from
   * the start on.
   *
   * @return how many tiles there are
   */
  int order(int bucket) {
    first = buckets.starts[bucket];
    int end = buckets.starts[bucket + 1];
    if (first == end) {
      return 0;
    }
    int cells = sortByCell(end);
    for (int j = 0; j < columns.count(); j++) {
      columns.move(j, first, end, room);
    }
    tileStarts = first;
    cut(0, cells);
    return tileStarts - first;
  }

  /** Finds the place of each point, by about as many cells as there are points. */
  private int sortByCell(int end) {
    int bits =
        Math.min(Character.SIZE, Integer.SIZE - Integer.numberOfLeadingZeros(end - first) - 1);
    int cells = 1 << bits;
    if (ends.length < cells) {
      ends = new int[cells];
    }
    Arrays.fill(ends, 0, cells, 0);
    int unused = Character.SIZE - bits;
    for (int point = first; point < end; point++) {
      int cell = buckets.rests[point] >>> unused;
      ends[cell]++;
      room[point] = cell;
    }
    int start = first;
    for (int cell = 0; cell < cells; cell++) {
      int count = ends[cell];
      ends[cell] = start;
      start += count;
    }
    for (int point = first; point < end; point++) {
      room[point] = ends[room[point]]++;
    }
    return cells;
  }

  /** Halves some cells until they have not too many points. */
  private void cut(int fromCell, int toCell) {
    int from = fromCell == 0 ? first : ends[fromCell - 1];
    int to = ends[toCell - 1];
    if (to - from > Tiles.MOST_POINTS && toCell - fromCell > 1) {
      int middle = (fromCell + toCell) / 2;
      cut(fromCell, middle);
      cut(middle, toCell);
      return;
    }
    for (int point = from; point < to; point += Tiles.MOST_POINTS) {
      room[tileStarts++] = point;
    }
  }
}
