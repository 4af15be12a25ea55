package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/** The groups that K-means ended with, largest first. Arrays are not to be changed. */
final class Clustering {

  /** Scaled, a row a group. */
  final double[][] centres;

  /** The group of each point, in the order of {@link Points}. */
  final int[] groups;

  /** Points in each group. */
  final int[] sizes;

  /** The place each group had in the run; at equal distances the first place wins. */
  final int[] places;

  final double inertia;
  final int iterations;
  final boolean converged;

  Clustering(
      double[][] centres,
      int[] groups,
      int[] sizes,
      int[] places,
      double inertia,
      int iterations,
      boolean converged) {
    this.centres = centres;
    this.groups = groups;
    this.sizes = sizes;
    this.places = places;
    this.inertia = inertia;
    this.iterations = iterations;
    this.converged = converged;
  }

  /** Whether both have the same centres, in the same places, found in the same way. */
  boolean sameAs(Clustering other) {
    return Arrays.deepEquals(centres, other.centres)
        && Arrays.equals(sizes, other.sizes)
        && Arrays.equals(places, other.places)
        && Double.compare(inertia, other.inertia) == 0
        && iterations == other.iterations
        && converged == other.converged;
  }

  /** The places in the run, largest group first; of equally large ones the smaller centre first. */
  static int[] largestFirst(double[][] centres, int[] counts) {
    Integer[] order = new Integer[centres.length];
    Arrays.setAll(order, c -> c);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(c -> -counts[c])
            .thenComparing((a, b) -> Arrays.compare(centres[a], centres[b])));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }
}
