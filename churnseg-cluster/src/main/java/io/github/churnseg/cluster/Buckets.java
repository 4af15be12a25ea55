package io.github.churnseg.cluster;

/**
 * Points in buckets by the leading bits of their keys, in no order within a bucket: the first step
 * of a {@link RoughOrder}.
 *
 * <p>Each thread moves a share of the points, and has places of its own in each bucket, which it
 * fills one after the other. So it writes to few places at a time, which stay within the cache.
 */
final class Buckets {

  private static final int BLOCK = 1 << 11;

  /** The first point of each bucket, and the number of points. */
  final int[] starts;

  /** What follows the leading bits in each key. */
  final char[] rests;

  private final int bits;
  private final int size;

  /** For each share of the points, the place of the next in each bucket. */
  private final int[][] next;

  private Buckets(int size, int bits, int shares) {
    this.size = size;
    this.bits = bits;
    this.starts = new int[(1 << bits) + 1];
    this.rests = new char[size];
    this.next = new int[shares][1 << bits];
  }

  /**
   * Moves points to buckets.
   *
   * @param bits of the key by which buckets are told apart, 1 or more
   * @param room for a number a point
   */
  static Buckets of(
      MovingColumns columns, SpatialKeys keys, int bits, int[] room, Workers workers) {
    int shares = workers.threads();
    Buckets buckets = new Buckets(room.length, bits, shares);
    char[] unsorted = new char[room.length];
    workers.forEach(shares, share -> buckets.count(share, keys, room, unsorted));
    buckets.divide();
    workers.forEach(shares, share -> buckets.place(share, room, unsorted));
    for (int j = 0; j < columns.count(); j++) {
      int column = j;
      workers.forEach(
          shares,
          share -> columns.move(column, buckets.first(share), buckets.first(share + 1), room));
    }
    columns.moved();
    return buckets;
  }

  int count() {
    return starts.length - 1;
  }

  private int first(int share) {
    return (int) ((long) size * share / next.length);
  }

  private void count(int share, SpatialKeys keys, int[] bucketOf, char[] unsorted) {
    int[] counts = next[share];
    long[] block = new long[BLOCK];
    int shift = Long.SIZE - bits;
    int end = first(share + 1);
    int count;
    for (int from = first(share); from < end; from += count) {
      count = Math.min(BLOCK, end - from);
      keys.fill(from, count, block, 0);
      for (int i = 0; i < count; i++) {
        int bucket = (int) (block[i] >>> shift);
        counts[bucket]++;
        bucketOf[from + i] = bucket;
        unsorted[from + i] = (char) (block[i] >>> (shift - Character.SIZE));
      }
    }
  }

  /** Makes places of counts. */
  private void divide() {
    int place = 0;
    for (int bucket = 0; bucket < count(); bucket++) {
      starts[bucket] = place;
      for (int[] counts : next) {
        int count = counts[bucket];
        counts[bucket] = place;
        place += count;
      }
    }
    starts[count()] = place;
  }

  /** Puts the place of each point where its bucket was, and the rest of its key to that place. */
  private void place(int share, int[] bucketOf, char[] unsorted) {
    int[] places = next[share];
    int end = first(share + 1);
    for (int row = first(share); row < end; row++) {
      int place = places[bucketOf[row]]++;
      bucketOf[row] = place;
      rests[place] = unsorted[row];
    }
  }
}
