package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * How often the most common of many values occurs. Values are first counted by a short hash, so
 * that only those whose hash is common enough need be told apart.
 */
final class MostCommon {

  private final long[] values;
  private final int count;
  private final int shift;
  private final int[] ofHash;

  private MostCommon(long[] values, int count) {
    this.values = values;
    this.count = count;
    int bits = Math.min(20, 32 - Integer.numberOfLeadingZeros(count));
    this.shift = 64 - bits;
    this.ofHash = new int[1 << bits];
    for (int i = 0; i < count; i++) {
      ofHash[hash(values[i])]++;
    }
  }

  /** The greatest number of equal values among the first; 0 where there are none. */
  static int times(long[] values, int count) {
    MostCommon counts = new MostCommon(values, count);
    int greatest = 0;
    for (int ofOne : counts.ofHash) {
      greatest = Math.max(greatest, ofOne);
    }
    int likely = counts.timesWhereHashOccurs(greatest, 0);
    return counts.timesWhereHashOccurs(likely + 1, likely);
  }

  private int timesWhereHashOccurs(int atLeast, int known) {
    Long2IntOpenHashMap times = new Long2IntOpenHashMap();
    int most = known;
    for (int i = 0; i < count; i++) {
      if (ofHash[hash(values[i])] >= atLeast) {
        most = Math.max(most, times.addTo(values[i], 1) + 1);
      }
    }
    return most;
  }

  private int hash(long value) {
    return (int) ((value * 0x9e3779b97f4a7c15L) >>> shift);
  }
}
