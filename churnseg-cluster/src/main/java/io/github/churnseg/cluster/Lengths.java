package io.github.churnseg.cluster;

/** Small sums that several indices share. */
final class Lengths {

  private Lengths() {}

  static double square(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  /**
   * One point's silhouette, from its mean distance to its own group and to the nearest other: P. J.
   * Rousseeuw, "Silhouettes", Journal of Computational and Applied Mathematics 20 (1987),
   * doi:10.1016/0377-0427(87)90125-7.
   */
  static double silhouette(double inside, double other) {
    double larger = Math.max(inside, other);
    return larger == 0 ? 0 : (other - inside) / larger;
  }
}
