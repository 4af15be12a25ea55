package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Sorts points so that neighbours in the order are neighbours in space, and so that the order
 * depends on the values only: by their {@link SpatialKeys}, and where these are equal by the values
 * themselves. {@link RoughOrder} takes less time.
 */
final class SpatialOrder {

  static final int KEY_BITS = 33;
  static final int ROW_BITS = 31;

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private static final int CHUNK = 1 << 15;

  /** Keys of so many points fit into the innermost cache. */
  private static final int BLOCK = 1 << 11;

  private static final int SHORT_RUN = 32;

  private final double[][] columns;
  private final int size;
  private final int chunks;
  private final Workers workers;

  private SpatialOrder(double[][] columns, Workers workers) {
    this.columns = columns;
    this.size = columns[0].length;
    this.chunks = (size + CHUNK - 1) / CHUNK;
    this.workers = workers;
  }

  /** Keys in order, each shifted to the left by {@link #ROW_BITS} with the point's row below. */
  static long[] sort(double[][] columns, double[] weights, Workers workers) {
    SpatialOrder order = new SpatialOrder(columns, workers);
    long[] sorted = order.sortByKey(order.keys());
    order.sortWithinKeys(sorted, weights);
    return sorted;
  }

  private long[] keys() {
    SpatialKeys spatial = SpatialKeys.of(columns, KEY_BITS, workers);
    long[] keys = new long[size];
    workers.forEach(
        (size + BLOCK - 1) / BLOCK,
        block -> {
          int from = block * BLOCK;
          int count = Math.min(BLOCK, size - from);
          spatial.fill(from, count, keys, from);
          for (int row = from; row < from + count; row++) {
            keys[row] |= row;
          }
        });
    return keys;
  }

  private long[] sortByKey(long[] keys) {
    long[] from = keys;
    long[] to = new long[size];
    int blocks = size < CHUNK ? 1 : workers.threads();
    for (int shift = Long.SIZE - KEY_BITS; shift < Long.SIZE; shift += DIGIT_BITS) {
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
