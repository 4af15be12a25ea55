package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Segmenter;
import java.util.List;

/**
 * A mixture of normal distributions: groups may be longer one way than another, and overlap. Fitted
 * by expectation and maximisation from the groups of K-means: A. P. Dempster, N. M. Laird, D. B.
 * Rubin, Journal of the Royal Statistical Society B 39 (1977),
 * doi:10.1111/j.2517-6161.1977.tb01600.x.
 *
 * <pre>{@code
 * var model = GaussianMixture.k(3).covariance(Covariance.FULL).seed(42).fit(customers);
 * model.bic();               // smaller is better; compare ks and shapes by it
 * }</pre>
 *
 * <p>A plan: immutable, safe to share between threads. The same customers, settings and seed give
 * the same bits, for any number of threads and any order of customers. Time: an iteration costs as
 * many steps as customers times groups times the numbers of a shape, of which {@link
 * Covariance#FULL} has half the square of the columns. Memory: beside K-means' own, eight bytes a
 * customer and group.
 *
 * <p>To the variance of a column in each group a millionth of its variance among all customers is
 * added. Where a column has few distinct values, such as a number of orders, a group may have no
 * variance of its own in it, and that floor then decides on the likelihood: do not choose k by the
 * BIC of such columns.
 */
public final class GaussianMixture implements Segmenter<CustomerFeatures> {

  private final Plan plan;
  private final Covariance covariance;

  private GaussianMixture(Plan plan, Covariance covariance) {
    this.plan = plan;
    this.covariance = covariance;
  }

  /**
   * Plans a given number of groups.
   *
   * @param k groups, 1 or more, and no more than there are customers who differ
   * @return a plan with {@link Scaling#LOG_Z_SCORE}, {@link Covariance#FULL}, a start from the best
   *     of 10 K-means, seed 0, and at most 1,000 iterations until the mean log-likelihood grows by
   *     less than 1e-8
   */
  public static GaussianMixture k(int k) {
    return new GaussianMixture(Plan.of(k).tolerance(1e-8), Covariance.FULL);
  }

  /**
   * Sets the shape of groups; {@link Covariance#FULL} unless set.
   *
   * @param shape the shape
   * @return a new plan
   */
  public GaussianMixture covariance(Covariance shape) {
    return new GaussianMixture(plan, shape);
  }

  /**
   * Sets how columns are made comparable; {@link Scaling#LOG_Z_SCORE} unless set.
   *
   * @param scaling the way
   * @return a new plan
   */
  public GaussianMixture scaling(Scaling scaling) {
    return new GaussianMixture(plan.scaling(scaling), covariance);
  }

  /**
   * Sets which columns to group by; all of them unless set.
   *
   * @param columns numeric or categorical ones
   * @return a new plan
   */
  public GaussianMixture columns(String... columns) {
    return new GaussianMixture(plan.columns(List.of(columns)), covariance);
  }

  /**
   * Sets the seed of the K-means it starts from; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public GaussianMixture seed(long seed) {
    return new GaussianMixture(plan.seed(seed), covariance);
  }

  /**
   * Sets how many starts the K-means before takes the best of; 10 unless set.
   *
   * @param restarts 1 or more
   * @return a new plan
   */
  public GaussianMixture restarts(int restarts) {
    return new GaussianMixture(plan.restarts(restarts), covariance);
  }

  /**
   * Sets how many iterations there may be; 1,000 unless set.
   *
   * @param iterations 1 or more
   * @return a new plan
   */
  public GaussianMixture maxIterations(int iterations) {
    return new GaussianMixture(plan.maxIterations(iterations), covariance);
  }

  /**
   * Sets by how little the mean log-likelihood may grow to count as settled; 1e-8 unless set.
   *
   * @param tolerance 0 or more, below 1
   * @return a new plan
   */
  public GaussianMixture tolerance(double tolerance) {
    return new GaussianMixture(plan.tolerance(tolerance), covariance);
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set. The result
   * does not depend on it.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public GaussianMixture threads(int threads) {
    return new GaussianMixture(plan.threads(threads), covariance);
  }

  @Override
  public GaussianMixtureModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Finds the groups and tells how far it has come.
   *
   * @param customers whom to group; every value there and finite
   * @param progress told of the stages {@code k-means} and {@code gaussian mixture}, of the latter
   *     after each iteration
   * @return the groups
   * @throws io.github.churnseg.InvalidDataException if a value is missing or not finite, or fewer
   *     than k customers differ
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  @Override
  public GaussianMixtureModel fit(CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan);
    try (Workers workers = new Workers(plan.threads())) {
      Points points = Points.inTiles(encoded.columns, encoded.weights, workers);
      Clustering start = KMeans.of(plan.tolerance(0)).cluster(points, List.of(), workers, progress);
      return new MixtureRun(points, plan, covariance, workers)
          .run(start, encoded.encoder, progress);
    }
  }

  /** The settings. */
  @Override
  public String toString() {
    return "Gaussian mixture, k=%d, %s covariance, %s, seed %d"
        .formatted(plan.k(), covariance, plan.scaling(), plan.seed());
  }
}
