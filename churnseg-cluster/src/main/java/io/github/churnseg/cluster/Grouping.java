package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Which group each point is in, for indices that look at points and groups only. Groups that have
 * no point are left out, and the rest numbered anew in their order.
 */
final class Grouping {

  final int[] groups;
  final int k;
  final int[] sizes;

  private Grouping(int[] groups, int[] sizes) {
    this.groups = groups;
    this.k = sizes.length;
    this.sizes = sizes;
  }

  /** Takes over an array of group numbers below {@code k}. */
  static Grouping of(int[] groups, int k) {
    int[] counts = new int[k];
    for (int group : groups) {
      counts[group]++;
    }
    int[] numberOf = new int[k];
    int used = 0;
    for (int group = 0; group < k; group++) {
      numberOf[group] = used;
      used += counts[group] > 0 ? 1 : 0;
    }
    int[] numbers =
        used == k ? groups : Arrays.stream(groups).map(group -> numberOf[group]).toArray();
    return new Grouping(numbers, Arrays.stream(counts).filter(count -> count > 0).toArray());
  }

  int smallest() {
    return Arrays.stream(sizes).min().orElseThrow();
  }
}
