package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/** The groups that K-means ended with, largest first. Arrays are not to be changed. */
final class Clustering {

  private static final int CHUNK = 1 << 13;

  /** Scaled, a row a group. */
  final double[][] centres;

  /** The group of each point, in the order of {@link Points}; empty where the points are gone. */
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

  /** The same without the points, for those who keep it when these are gone. */
  Clustering withoutPoints() {
    return new Clustering(centres, new int[0], sizes, places, inertia, iterations, converged);
  }

  /**
   * The groups of points that have been given to the nearest of some centres.
   *
   * @param groups the centre of each point; taken over
   * @param counts the points of each centre
   * @param sums of the points of each centre
   */
  static Clustering of(
      Points points,
      Sums sums,
      int[] groups,
      int[] counts,
      double[][] centres,
      int iterations,
      boolean converged,
      Workers workers) {
    double inertia = Inertia.of(points, sums, groups, centres, workers);
    int[] places = largestFirst(centres, counts);
    int[] groupOf = new int[places.length];
    for (int group = 0; group < places.length; group++) {
      groupOf[places[group]] = group;
    }
    int size = groups.length;
    workers.forEach(
        (size + CHUNK - 1) / CHUNK,
        chunk -> {
          int end = Math.min(size, (chunk + 1) * CHUNK);
          for (int point = chunk * CHUNK; point < end; point++) {
            groups[point] = groupOf[groups[point]];
          }
        });
    return new Clustering(
        Arrays.stream(places).mapToObj(c -> centres[c]).toArray(double[][]::new),
        groups,
        Arrays.stream(places).map(c -> counts[c]).toArray(),
        places,
        inertia,
        iterations,
        converged);
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
