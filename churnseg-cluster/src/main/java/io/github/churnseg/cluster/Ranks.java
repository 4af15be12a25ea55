package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Maps the values of one dimension to ranks from 0 to 2 to the power of the bits, roughly, by a
 * histogram of all or some of them; and ranks to the bits of a point's key.
 */
final class Ranks {

  private static final int BINS = 1 << 10;

  /** More of all values than this in one bin, and the bins say too little. */
  private static final double CROWDED = 0.75;

  private static final int CHUNK = 1 << 15;

  final double spread;
  private final int size;
  private final double least;
  private final double binsPerUnit;
  private final double[] below = new double[BINS + 2];

  /** What the key gets, for each rank. */
  private long[] bitsOfRank = new long[0];

  /** What the key gets, for each bin, or nothing where it goes by ranks. */
  private long[] bitsOfBin = new long[0];

  private Ranks(int size, double[] ends, int[] counts) {
    this.size = size;
    this.least = ends[0];
    this.binsPerUnit = binsPerUnit(ends);
    double centre = 0;
    double square = 0;
    for (int bin = 0; bin <= BINS; bin++) {
      below[bin + 1] = below[bin] + counts[bin];
      centre += (double) bin * counts[bin];
      square += (double) bin * bin * counts[bin];
    }
    centre /= size;
    double variance = square / size - centre * centre;
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
    return new Ranks(values.length, ends, counts);
  }

  private static int bin(double value, double least, double scale) {
    double place = (value - least) * scale;
    // Branches, since they are hardly ever taken.
    if (place < 0) {
      return 0;
    }
    return place > BINS ? BINS : (int) place;
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

  /** Whether the dimension has any part in the keys. */
  boolean isUsed() {
    return bitsOfRank.length > 1;
  }

  /**
   * Gives the dimension its bits of the key.
   *
   * @param owner the dimension of each bit, the highest first
   */
  void place(int bits, int dimension, int[] owner, int used) {
    double scale = (1 << bits) / (double) (size + 1);
    for (int bin = 0; bin < below.length; bin++) {
      below[bin] *= scale;
    }
    bitsOfRank = new long[1 << bits];
    for (int rank = 0; rank < bitsOfRank.length; rank++) {
      int left = bits;
      for (int at = 0; at < used; at++) {
        if (owner[at] == dimension) {
          left--;
          long bit = ((long) rank >>> left) & 1;
          bitsOfRank[rank] |= bit << (Long.SIZE - 1 - at);
        }
      }
    }
  }

  /** From now on all values of a bin get the same bits: quicker, and as good for a few bits. */
  void roughen() {
    if (bitsOfRank.length <= BINS / 4) {
      bitsOfBin = new long[BINS + 1];
      Arrays.setAll(bitsOfBin, bin -> bitsOfRank[(int) ((below[bin] + below[bin + 1]) / 2)]);
    }
  }

  /**
   * Adds what this dimension has of the keys of some points.
   *
   * @param at where in {@code keys} the first of them is
   */
  void addBits(double[] values, int from, int count, long[] keys, int at) {
    if (bitsOfBin.length > 0) {
      for (int i = 0; i < count; i++) {
        keys[at + i] |= bitsOfBin[bin(values[from + i], least, binsPerUnit)];
      }
      return;
    }
    int last = bitsOfRank.length - 1;
    for (int i = 0; i < count; i++) {
      double place = (values[from + i] - least) * binsPerUnit;
      int bin = Math.min(Math.max((int) place, 0), BINS);
      double start = below[bin];
      int rank = (int) (start + (place - bin) * (below[bin + 1] - start));
      keys[at + i] |= bitsOfRank[Math.min(Math.max(rank, 0), last)];
    }
  }
}
