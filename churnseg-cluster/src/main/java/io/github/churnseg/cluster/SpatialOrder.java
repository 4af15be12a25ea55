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
  private static final int BINS = 1024;

  /** More of all values than this in one bin, and the bins say too little. */
  private static final double CROWDED = 0.75;

  private static final int CHUNK = 1 << 15;
  private static final int SHORT_RUN = 32;

  /** With more, a dimension would get a bit or two, which cells cannot use. */
  private static final int MOST_DIMENSIONS = 6;

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
    Ranks[] ranks = new Ranks[columns.length];
    Arrays.setAll(ranks, j -> Ranks.of(columns[j], workers));
    allotBits(ranks);
    Ranks[] used = Arrays.stream(ranks).filter(r -> r.bits > 0).toArray(Ranks[]::new);
    long[] keys = new long[size];
    workers.forEach(
        chunks,
        (worker, chunk) -> {
          int from = chunk * CHUNK;
          int to = Math.min(size, from + CHUNK);
          for (Ranks rank : used) {
            rank.addBits(keys, from, to);
          }
          for (int row = from; row < to; row++) {
            keys[row] |= row;
          }
        });
    return keys;
  }

  /** Gives one bit of the key after the other to the dimension that is widest at that point. */
  private static void allotBits(Ranks[] ranks) {
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
    int[] owner = new int[KEY_BITS];
    int most = ranks.length == 1 ? 18 : 16;
    int used = 0;
    while (used < KEY_BITS) {
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
    for (int shift = ROW_BITS; shift < Long.SIZE; shift += DIGIT_BITS) {
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

  /** Maps the values of one dimension to ranks from 0 to 2 to the power of the bits, roughly. */
  private static final class Ranks {

    final double spread;
    private final double[] values;
    private final double least;
    private final double binsPerUnit;
    private final double[] below = new double[BINS + 2];
    private int bits;
    private long[] spreadBits = new long[0];

    private Ranks(double[] values, double[] ends, int[] counts) {
      this.values = values;
      this.least = ends[0];
      this.binsPerUnit = binsPerUnit(ends);
      double centre = 0;
      double square = 0;
      for (int bin = 0; bin <= BINS; bin++) {
        below[bin + 1] = below[bin] + counts[bin];
        centre += (double) bin * counts[bin];
        square += (double) bin * bin * counts[bin];
      }
      centre /= values.length;
      double variance = square / values.length - centre * centre;
      // The bins are too coarse where nearly all values share one; a bin is then as good a guess.
      spread = binsPerUnit > 0 ? Math.sqrt(Math.max(variance, 1)) / binsPerUnit : 0;
    }

    /** Far outliers may press all others into one bin: that bin alone is then looked at. */
    static Ranks of(double[] values, Workers workers) {
      double[] everything = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
      double[] ends = ends(values, everything, 0, workers);
      int[] counts = counts(values, ends, workers);
      int fullest = fullest(counts);
      while (counts[fullest] > CROWDED * values.length) {
        double[] inner = ends(values, ends, fullest, workers);
        // Values so near one another that no bin is narrow enough stay in one.
        if (binsPerUnit(inner) == 0) {
          break;
        }
        ends = inner;
        counts = counts(values, ends, workers);
        fullest = fullest(counts);
      }
      return new Ranks(values, ends, counts);
    }

    private static int bin(double value, double least, double scale) {
      return Math.min(Math.max((int) ((value - least) * scale), 0), BINS);
    }

    /** The least and the largest value in a bin. */
    private static double[] ends(double[] values, double[] bins, int bin, Workers workers) {
      double scale = binsPerUnit(bins);
      double[][] ends = new double[(values.length + CHUNK - 1) / CHUNK][2];
      workers.forEach(
          ends.length,
          (worker, chunk) -> {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            int to = Math.min(values.length, (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < to; row++) {
              double value = values[row];
              if ((value < least || value > most)
                  && (scale == 0 || bin(value, bins[0], scale) == bin)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
              }
            }
            ends[chunk] = new double[] {least, most};
          });
      double[] all = ends[0];
      for (double[] part : ends) {
        all[0] = Math.min(all[0], part[0]);
        all[1] = Math.max(all[1], part[1]);
      }
      return all;
    }

    private static int[] counts(double[] values, double[] ends, Workers workers) {
      double scale = binsPerUnit(ends);
      int[][] counts = new int[workers.threads()][BINS + 1];
      workers.forEach(
          (values.length + CHUNK - 1) / CHUNK,
          (worker, chunk) -> {
            int[] own = counts[worker];
            int to = Math.min(values.length, (chunk + 1) * CHUNK);
            for (int row = chunk * CHUNK; row < to; row++) {
              own[bin(values[row], ends[0], scale)]++;
            }
          });
      for (int worker = 1; worker < counts.length; worker++) {
        for (int bin = 0; bin <= BINS; bin++) {
          counts[0][bin] += counts[worker][bin];
        }
      }
      return counts[0];
    }

    private static int fullest(int[] counts) {
      int fullest = 0;
      for (int bin = 1; bin < counts.length; bin++) {
        if (counts[bin] > counts[fullest]) {
          fullest = bin;
        }
      }
      return fullest;
    }

    private static double binsPerUnit(double[] ends) {
      double scale = BINS / (ends[1] - ends[0]);
      return ends[1] > ends[0] && scale < Double.POSITIVE_INFINITY ? scale : 0;
    }

    void place(int bits, int dimension, int[] owner, int used) {
      this.bits = bits;
      double scale = (1 << bits) / (double) (values.length + 1);
      for (int bin = 0; bin < below.length; bin++) {
        below[bin] *= scale;
      }
      spreadBits = new long[1 << bits];
      for (int rank = 0; rank < spreadBits.length; rank++) {
        int left = bits;
        for (int at = 0; at < used; at++) {
          if (owner[at] == dimension) {
            left--;
            long bit = ((long) rank >>> left) & 1;
            spreadBits[rank] |= bit << (Long.SIZE - 1 - at);
          }
        }
      }
    }

    void addBits(long[] keys, int from, int to) {
      int last = spreadBits.length - 1;
      for (int row = from; row < to; row++) {
        double place = (values[row] - least) * binsPerUnit;
        int bin = Math.min(Math.max((int) place, 0), BINS);
        double start = below[bin];
        int rank = (int) (start + (place - bin) * (below[bin + 1] - start));
        keys[row] |= spreadBits[Math.min(Math.max(rank, 0), last)];
      }
    }
  }
}
