package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Gives each point a key that says where in space it is: points that share the leading bits of
 * their keys are in one cell.
 *
 * <p>Each dimension is mapped to ranks, roughly, by a histogram; the leading bits of these ranks,
 * interleaved, are the point's key. A bit cuts each cell of space in two, so a prefix of the key is
 * a cell of a k-d tree whose cuts are marginal medians. The wider a dimension, the sooner its bits
 * come.
 */
final class SpatialKeys {

  /** Of more points than this, some are enough to find their ranks roughly. */
  private static final int SAMPLE = 1 << 15;

  /** With more, a dimension would get a bit or two, which cells cannot use. */
  private static final int MOST_DIMENSIONS = 6;

  private final double[][] columns;
  private final Ranks[] ranks;

  private SpatialKeys(double[][] columns, Ranks[] ranks) {
    this.columns = columns;
    this.ranks = ranks;
  }

  /** Keys that depend on the values of the points only. */
  static SpatialKeys of(double[][] columns, int bits, Workers workers) {
    return new SpatialKeys(columns, ranks(columns, bits, workers));
  }

  /**
   * Keys that cost less: the ranks come from every so many points only, so that the keys depend on
   * the order of points too, and are coarser.
   */
  static SpatialKeys rough(double[][] columns, int bits, Workers workers) {
    double[][] some = new double[columns.length][];
    workers.forEach(some.length, j -> some[j] = sample(columns[j]));
    Ranks[] ranks = ranks(some, bits, workers);
    for (Ranks rank : ranks) {
      rank.roughen();
    }
    return new SpatialKeys(columns, ranks);
  }

  private static double[] sample(double[] column) {
    int step = Math.max(1, column.length / SAMPLE);
    double[] sample = new double[(column.length - 1) / step + 1];
    Arrays.setAll(sample, i -> column[i * step]);
    return sample;
  }

  private static Ranks[] ranks(double[][] columns, int bits, Workers workers) {
    Ranks[] ranks = new Ranks[columns.length];
    Arrays.setAll(ranks, j -> Ranks.of(columns[j], workers));
    allotBits(ranks, bits);
    return ranks;
  }

  /** Gives one bit of the key after the other to the dimension that is widest at that point. */
  private static void allotBits(Ranks[] ranks, int keyBits) {
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

  /**
   * Gives the keys of some points; what of a key's lower bits is not used is zero.
   *
   * @param at where in {@code keys} the first of them goes
   */
  void fill(int from, int count, long[] keys, int at) {
    Arrays.fill(keys, at, at + count, 0);
    for (int j = 0; j < ranks.length; j++) {
      if (ranks[j].isUsed()) {
        ranks[j].addBits(columns[j], from, count, keys, at);
      }
    }
  }
}
