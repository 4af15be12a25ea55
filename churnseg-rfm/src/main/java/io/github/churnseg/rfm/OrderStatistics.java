package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Finds the value at a place of the ascending order without sorting everything: the values are
 * counted by buckets, and only the bucket that holds the place is sorted. Some ten times as fast as
 * quickselect where several places are asked for. Not safe to share between threads.
 */
final class OrderStatistics implements IntToDoubleFunction {

  private static final int MOST_BUCKETS = 1 << 12;

  private final double[] values;
  private final long least;
  private final int shift;

  /** How many values are in the buckets up to each. */
  private final int[] upTo;

  private int sortedBucket = -1;
  private double[] sorted = {};

  private OrderStatistics(double[] values) {
    this.values = values;
    long low = -1L;
    long high = 0;
    for (double value : values) {
      long key = key(value);
      low = Long.compareUnsigned(key, low) < 0 ? key : low;
      high = Long.compareUnsigned(key, high) > 0 ? key : high;
    }
    int most = Math.min(MOST_BUCKETS, Integer.highestOneBit(values.length / 16 + 2));
    int bits = Integer.numberOfTrailingZeros(most);
    least = low;
    shift = Math.max(0, 64 - Long.numberOfLeadingZeros(high - low) - bits);
    upTo = new int[most];
    for (double value : values) {
      upTo[bucket(value)]++;
    }
    accumulate(upTo);
  }

  /** Of doubles, which the caller does not change any more. */
  static IntToDoubleFunction of(double[] values) {
    return new OrderStatistics(values);
  }

  static IntToDoubleFunction of(int[] values) {
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if ((long) greatest - least > 4L * values.length) {
      return of(Arrays.stream(values).asDoubleStream().toArray());
    }
    return counted(values, least, greatest);
  }

  private static IntToDoubleFunction counted(int[] values, int least, int greatest) {
    int[] upTo = new int[greatest - least + 1];
    for (int value : values) {
      upTo[value - least]++;
    }
    accumulate(upTo);
    return place -> least + firstBeyond(upTo, place);
  }

  @Override
  public double applyAsDouble(int place) {
    int bucket = firstBeyond(upTo, place);
    int before = bucket == 0 ? 0 : upTo[bucket - 1];
    if (bucket != sortedBucket) {
      sorted = new double[upTo[bucket] - before];
      int count = 0;
      for (double value : values) {
        if (bucket(value) == bucket) {
          sorted[count++] = value;
        }
      }
      Arrays.sort(sorted);
      sortedBucket = bucket;
    }
    return sorted[place - before];
  }

  private int bucket(double value) {
    return (int) ((key(value) - least) >>> shift);
  }

  /** A number that is, without sign, in the order of the doubles. */
  private static long key(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits ^ ((bits >> 63) | Long.MIN_VALUE);
  }

  private static void accumulate(int[] counts) {
    for (int i = 1; i < counts.length; i++) {
      counts[i] += counts[i - 1];
    }
  }

  /** The first bucket with which more values have been counted than the place. */
  private static int firstBeyond(int[] upTo, int place) {
    int low = 0;
    int high = upTo.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
