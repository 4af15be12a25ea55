package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Joins places by Ward's method along chains of nearest neighbours: F. Murtagh, "A survey of recent
 * advances in hierarchical clustering algorithms", The Computer Journal 26 (1983),
 * doi:10.1093/comjnl/26.4.354. Of equally near groups the one that came first is taken.
 */
final class Ward {

  private final double[][] centres;
  private final double[] weights;
  private final int[] active;
  private int count;

  /** By join, one member of each of the two groups. */
  private final int[][] joined;

  private final double[] costs;

  Ward(Prototypes prototypes) {
    int size = prototypes.places.length;
    this.centres = Arrays.stream(prototypes.places).map(double[]::clone).toArray(double[][]::new);
    this.weights = Arrays.stream(prototypes.sizes).asDoubleStream().toArray();
    this.active = new int[size];
    Arrays.setAll(active, place -> place);
    this.count = size;
    this.joined = new int[Math.max(0, size - 1)][];
    this.costs = new double[joined.length];
    joinAll();
  }

  private void joinAll() {
    int[] chain = new int[active.length + 1];
    int length = 0;
    int joins = 0;
    while (count > 1) {
      if (length == 0) {
        Interruption.check("agglomerative clustering");
        chain[length++] = active[0];
      }
      int last = chain[length - 1];
      int before = length > 1 ? chain[length - 2] : -1;
      int next = nearest(last, before);
      if (next == before) {
        costs[joins] = cost(last, next);
        joined[joins++] = new int[] {last, next};
        join(Math.min(last, next), Math.max(last, next));
        length -= 2;
      } else {
        chain[length++] = next;
      }
    }
  }

  /** The nearest group; the one before in the chain, if none is nearer. */
  private int nearest(int group, int before) {
    int nearest = before;
    double least = before < 0 ? Double.POSITIVE_INFINITY : cost(group, before);
    for (int i = 0; i < count; i++) {
      int other = active[i];
      if (other != group) {
        double cost = cost(group, other);
        if (cost < least) {
          least = cost;
          nearest = other;
        }
      }
    }
    return nearest;
  }

  private double cost(int a, int b) {
    return weights[a]
        * weights[b]
        / (weights[a] + weights[b])
        * Lengths.square(centres[a], centres[b]);
  }

  private void join(int kept, int gone) {
    double all = weights[kept] + weights[gone];
    for (int j = 0; j < centres[kept].length; j++) {
      centres[kept][j] =
          (weights[kept] * centres[kept][j] + weights[gone] * centres[gone][j]) / all;
    }
    weights[kept] = all;
    int place = Arrays.binarySearch(active, 0, count, gone);
    System.arraycopy(active, place + 1, active, place, count - place - 1);
    count--;
  }

  /** The group of each place after all joins but the costliest {@code k - 1}. */
  int[] cut(int k) {
    Integer[] order = new Integer[joined.length];
    Arrays.setAll(order, join -> join);
    Arrays.sort(order, Comparator.comparingDouble(join -> costs[join]));
    int[] root = new int[joined.length + 1];
    Arrays.setAll(root, place -> place);
    for (int join = 0; join < root.length - k; join++) {
      int[] pair = joined[order[join]];
      root[find(root, pair[0])] = find(root, pair[1]);
    }
    int[] groups = new int[root.length];
    int[] number = new int[root.length];
    Arrays.fill(number, -1);
    int next = 0;
    for (int place = 0; place < root.length; place++) {
      int top = find(root, place);
      number[top] = number[top] < 0 ? next++ : number[top];
      groups[place] = number[top];
    }
    return groups;
  }

  private static int find(int[] root, int place) {
    int at = place;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
