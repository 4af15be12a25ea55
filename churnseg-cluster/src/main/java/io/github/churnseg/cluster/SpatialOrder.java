package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sorts points so that neighbours in the order are neighbours in space, and so that the order
 * depends on the values only.
 *
 * <p>Each dimension is mapped to ranks, roughly, by a histogram; the leading bits of these ranks,
 * interleaved, are the point's key. A bit cuts each cell of space in two, so a prefix of the key is
 * a cell of a k-d tree whose cuts are marginal medians. The wider a dimension, the sooner its bits
 * come. Points with equal keys are sorted by their values.
 */
final class SpatialOrder {

  static final int KEY_BITS = 33;
  static final int ROW_BITS = 31;

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** As many bits of a key as two passes sort by. */
  private static final int ROUGH_BITS = 2 * DIGIT_BITS;

  /** Of more points than this, some are enough to find their ranks roughly. */
  private static final int SAMPLE = 1 << 15;

  private static final int CHUNK = 1 << 15;
  private static final int SHORT_RUN = 32;

  /** With more, a dimension would get a bit or two, which cells cannot use. */
  private static final int MOST_DIMENSIONS = 6;

  private final double[][] columns;
  private final int size;
  private final int chunks;
  private final int keyBits;
  private final Workers workers;

  private SpatialOrder(double[][] columns, int keyBits, Workers workers) {
    this.columns = columns;
    this.size = columns[0].length;
    this.chunks = (size + CHUNK - 1) / CHUNK;
    this.keyBits = keyBits;
    this.workers = workers;
  }

  /** Keys in order, each shifted to the left by {@link #ROW_BITS} with the point's row below. */
  static long[] sort(double[][] columns, double[] weights, Workers workers) {
    SpatialOrder order = new SpatialOrder(columns, KEY_BITS, workers);
    long[] sorted = order.sortByKey(order.keys(order.ranks(columns)));
    order.sortWithinKeys(sorted, weights);
    return sorted;
  }

  /**
   * The same in half the time, by fewer bits, the rest of which are zero. Points of equal keys stay
   * in the order they are in, and ranks come from every so many points only, so that the order does
   * not depend on the values alone.
   */
  static long[] sortRoughly(double[][] columns, Workers workers) {
    SpatialOrder order = new SpatialOrder(columns, ROUGH_BITS, workers);
    double[][] some = new double[columns.length][];
    int step = Math.max(1, order.size / SAMPLE);
    for (int j = 0; j < some.length; j++) {
      double[] column = columns[j];
      some[j] = new double[(order.size - 1) / step + 1];
      Arrays.setAll(some[j], i -> column[i * step]);
    }
    Ranks[] ranks = order.ranks(some);
    for (Ranks rank : ranks) {
      rank.roughen();
    }
    return order.sortByKey(order.keys(ranks));
  }

  /** The ranks of each dimension, told by some of its values or by all. */
  private Ranks[] ranks(double[][] some) {
    Ranks[] ranks = new Ranks[columns.length];
    Arrays.setAll(ranks, j -> Ranks.of(some[j], workers));
    allotBits(ranks);
    return ranks;
  }

  private long[] keys(Ranks[] ranks) {
    long[] keys = new long[size];
    workers.forEach(
        chunks,
        (worker, chunk) -> {
          int from = chunk * CHUNK;
          int to = Math.min(size, from + CHUNK);
          for (int j = 0; j < ranks.length; j++) {
            if (ranks[j].isUsed()) {
              ranks[j].addBits(columns[j], keys, from, to);
            }
          }
          for (int row = from; row < to; row++) {
            keys[row] |= row;
          }
        });
    return keys;
  }

  /** Gives one bit of the key after the other to the dimension that is widest at that point. */
  private void allotBits(Ranks[] ranks) {
    double[] widths = Arrays.stream(ranks).mapToDouble(r -> r.spread).toArray();
    double[] sorted = widths.clone();
    Arrays.sort(sorted);
    double narrowest = sorted[Math.max(0, sorted.length - MOST_DIMENSIONS)];
    int chosen = 0;
    for (int j = 0; j < widths.length; j++) {
      widths[j] = widths[j] < narrowest || chosen == MOST_DIMENSIONS ? 0 : widths[j];
      chosen += widths[j] > 0 ? 1 : 0;
    }
    int[] bits = new int[ranks.length];
    int[] owner = new int[keyBits];
    int most = ranks.length == 1 ? 18 : 16;
    int used = 0;
    while (used < keyBits) {
      int widest = 0;
      for (int j = 1; j < widths.length; j++) {
        if (widths[j] > widths[widest]) {
          widest = j;
        }
      }
      if (!(widths[widest] > 0)) {
        break;
      }
      owner[used++] = widest;
      widths[widest] = ++bits[widest] == most ? 0 : widths[widest] / 2;
    }
    for (int j = 0; j < ranks.length; j++) {
      ranks[j].place(bits[j], j, owner, used);
    }
  }

  private long[] sortByKey(long[] keys) {
    long[] from = keys;
    long[] to = new long[size];
    int blocks = size < CHUNK ? 1 : workers.threads();
    for (int shift = Long.SIZE - keyBits; shift < Long.SIZE; shift += DIGIT_BITS) {
      if (pass(from, to, shift, blocks)) {
        long[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private boolean pass(long[] from, long[] to, int shift, int blocks) {
    int[][] places = new int[blocks][DIGITS];
    workers.forEach(
        blocks,
        (worker, block) -> {
          int[] counts = places[block];
          int end = start(block + 1, blocks);
          for (int i = start(block, blocks); i < end; i++) {
            counts[(int) (from[i] >>> shift) & DIGITS - 1]++;
          }
        });
    int place = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int before = place;
      for (int[] counts : places) {
        int count = counts[digit];
        counts[digit] = place;
        place += count;
      }
      if (place - before == size) {
        return false;
      }
    }
    workers.forEach(
        blocks,
        (worker, block) -> {
          int[] next = places[block];
          int end = start(block + 1, blocks);
          for (int i = start(block, blocks); i < end; i++) {
            to[next[(int) (from[i] >>> shift) & DIGITS - 1]++] = from[i];
          }
        });
    return true;
  }

  private int start(int block, int blocks) {
    return (int) ((long) size * block / blocks);
  }

  private void sortWithinKeys(long[] sorted, double[] weights) {
    RowOrder order = new RowOrder(columns, weights);
    workers.forEach(
        chunks,
        (worker, chunk) -> {
          int end = Math.min(size, (chunk + 1) * CHUNK);
          for (int i = chunk * CHUNK; i < end; i++) {
            // A run belongs to the chunk it begins in.
            if (i + 1 < size && sameKey(sorted[i], sorted[i + 1])) {
              int to = i + 2;
              while (to < size && sameKey(sorted[i], sorted[to])) {
                to++;
              }
              if (i == 0 || !sameKey(sorted[i - 1], sorted[i])) {
                sortRun(sorted, i, to, order);
              }
              i = to - 1;
            }
          }
        });
  }

  private static boolean sameKey(long a, long b) {
    return a >>> ROW_BITS == b >>> ROW_BITS;
  }

  private static void sortRun(long[] sorted, int from, int to, RowOrder order) {
    boolean inOrder = true;
    for (int i = from + 1; i < to && inOrder; i++) {
      inOrder = order.compare(row(sorted[i - 1]), row(sorted[i])) <= 0;
    }
    if (!inOrder && to - from <= SHORT_RUN) {
      insertionSort(sorted, from, to, order);
    } else if (!inOrder) {
      long key = sorted[from] >>> ROW_BITS << ROW_BITS;
      Integer[] rows = new Integer[to - from];
      Arrays.setAll(rows, i -> row(sorted[from + i]));
      Arrays.sort(rows, order);
      for (int i = from; i < to; i++) {
        sorted[i] = key | rows[i - from];
      }
    }
  }

  private static void insertionSort(long[] sorted, int from, int to, RowOrder order) {
    for (int i = from + 1; i < to; i++) {
      long entry = sorted[i];
      int place = i;
      while (place > from && order.compare(row(sorted[place - 1]), row(entry)) > 0) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = entry;
    }
  }

  static int row(long entry) {
    return (int) entry & Integer.MAX_VALUE;
  }

  /** By the first dimension in which two points differ, then by weight. */
  private static final class RowOrder implements Comparator<Integer> {

    private final double[][] columns;
    private final double[] weights;

    RowOrder(double[][] columns, double[] weights) {
      this.columns = columns;
      this.weights = weights;
    }

    @Override
    public int compare(Integer a, Integer b) {
      return compare(a.intValue(), b.intValue());
    }

    int compare(int a, int b) {
      for (double[] column : columns) {
        if (column[a] != column[b]) {
          return column[a] < column[b] ? -1 : 1;
        }
      }
      return weights.length == 0 ? 0 : Double.compare(weights[a], weights[b]);
    }
  }
}
