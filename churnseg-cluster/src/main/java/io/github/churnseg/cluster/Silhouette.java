package io.github.churnseg.cluster;

/**
 * The distance that silhouettes are taken in: for each customer how much nearer the own group is
 * than the next one, from -1 to 1, and the mean of it. P. J. Rousseeuw, "Silhouettes", Journal of
 * Computational and Applied Mathematics 20 (1987), doi:10.1016/0377-0427(87)90125-7.
 */
public enum Silhouette {
  /**
   * Plain distance, as in most tools. Exact up to a limit, by a sample with a standard error above:
   * the time grows with the square of the number of customers.
   */
  EUCLIDEAN,
  /**
   * Squared distance, which K-means itself minimises. Exact for any number of customers in one
   * pass; the values are higher than those of {@link #EUCLIDEAN}, never to be mixed with them.
   */
  SQUARED_EUCLIDEAN
}
