package io.github.churnseg.cluster;

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
}
