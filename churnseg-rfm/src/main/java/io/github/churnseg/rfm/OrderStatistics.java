package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.util.KthSelector;

/**
 * Finds the value at a place of the ascending order without sorting: whole numbers in a small range
 * are counted, others are selected. Not safe to share between threads.
 */
final class OrderStatistics {

  /** Remembered from one place to the next; as many as commons-math itself keeps. */
  private static final int PIVOTS = 512;

  private OrderStatistics() {}

  /** Of doubles; the array is reordered. */
  static IntToDoubleFunction ofOwned(double[] values) {
    KthSelector selector = new KthSelector();
    int[] pivots = new int[PIVOTS];
    Arrays.fill(pivots, -1);
    return place -> selector.select(values, pivots, place);
  }

  static IntToDoubleFunction of(int[] values) {
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if ((long) greatest - least > 4L * values.length) {
      return ofOwned(Arrays.stream(values).asDoubleStream().toArray());
    }
    return counted(values, least, greatest);
  }

  private static IntToDoubleFunction counted(int[] values, int least, int greatest) {
    int[] upTo = new int[greatest - least + 1];
    for (int value : values) {
      upTo[value - least]++;
    }
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
    return place -> {
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
      return least + low;
    };
  }
}
