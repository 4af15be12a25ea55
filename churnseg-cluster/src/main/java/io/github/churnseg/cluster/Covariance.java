package io.github.churnseg.cluster;

/** The shape that the groups of a {@link GaussianMixture} may have. */
public enum Covariance {
  /** Any ellipsoid, a shape for each group; d (d + 1) / 2 numbers a group. */
  FULL,
  /** Ellipsoids along the columns, a shape for each group; d numbers a group. */
  DIAGONAL
}
