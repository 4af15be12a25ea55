package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Segmenter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ward's method: begins with each customer alone, and joins the two groups whose union adds least
 * to the sum of squared distances, until k are left. J. H. Ward, "Hierarchical grouping to optimize
 * an objective function", Journal of the American Statistical Association 58 (1963),
 * doi:10.1080/01621459.1963.10500845.
 *
 * <pre>{@code
 * var model = Agglomerative.k(4).fit(customers);
 * }</pre>
 *
 * <p>Up to 10,000 distinct customers are joined themselves; of more, 1,000 small groups that
 * K-means finds among 20,000 of them. A newcomer goes where the nearest of those joined went; the
 * model keeps them. A plan: immutable, safe to share between threads; draws nothing unless there
 * are more. Time: the square of what is joined, times the columns. Memory: the numbers twice and
 * what is joined, never its distances.
 */
public final class Agglomerative implements Segmenter<CustomerFeatures> {

  /** Distinct customers that are joined one by one, at most: some seconds of work. */
  static final int ONE_BY_ONE = 10_000;

  private static final int SAMPLE = 20_000;
  private static final int SMALL_GROUPS = 1000;
  private static final int ITERATIONS = 20;

  private final Plan plan;

  private Agglomerative(Plan plan) {
    this.plan = plan;
  }

  /**
   * Plans a given number of groups.
   *
   * @param k groups, 1 or more, and no more than there are customers who differ
   * @return a plan with {@link Scaling#LOG_Z_SCORE} and all columns
   */
  public static Agglomerative k(int k) {
    return new Agglomerative(Plan.of(k));
  }

  /**
   * Sets how columns are made comparable; {@link Scaling#LOG_Z_SCORE} unless set.
   *
   * @param scaling the way
   * @return a new plan
   */
  public Agglomerative scaling(Scaling scaling) {
    return new Agglomerative(plan.scaling(scaling));
  }

  /**
   * Sets which columns to group by; all of them unless set.
   *
   * @param columns numeric or categorical ones
   * @return a new plan
   */
  public Agglomerative columns(String... columns) {
    return new Agglomerative(plan.columns(List.of(columns)));
  }

  /**
   * Sets the seed of the draws that more than 10,000 distinct customers need; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public Agglomerative seed(long seed) {
    return new Agglomerative(plan.seed(seed));
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set. The result
   * does not depend on it.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public Agglomerative threads(int threads) {
    return new Agglomerative(plan.threads(threads));
  }

  @Override
  public AgglomerativeModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  @Override
  public AgglomerativeModel fit(CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan);
    progress.update("ward", 0);
    try (Workers workers = new Workers(plan.threads())) {
      Points points = Points.inTiles(encoded.columns, encoded.weights, workers);
      int distinct = points.distinct(Integer.MAX_VALUE);
      DistinctCustomers.require(plan.k(), points);
      Prototypes prototypes =
          distinct <= ONE_BY_ONE
              ? Prototypes.distinct(points)
              : Prototypes.nearest(points, smallGroups(points, workers));
      Ward ward = new Ward(prototypes);
      AgglomerativeModel model =
          new AgglomerativeModel(plan, encoded.encoder, prototypes, ward.cut(plan.k()));
      progress.update("ward", 1);
      return model;
    }
  }

  private double[][] smallGroups(Points points, Workers workers) {
    SplittableRandom random = new SplittableRandom(plan.seed());
    int[] some = Draws.some(points.size(), SAMPLE, random.split());
    Points sample = Points.inTiles(Draws.columns(points.columns(), some), new double[0], workers);
    int wanted = Math.max(SMALL_GROUPS, Math.min(plan.k(), sample.size()));
    int count = sample.distinct(wanted);
    Plan own = plan.k(count).maxIterations(ITERATIONS);
    double[][] start = Seeds.draw(sample, count, random.split(), workers);
    return Lloyd.run(sample, start, own, workers, () -> {}).centres;
  }

  /** The settings. */
  @Override
  public String toString() {
    return "Ward, k=%d, %s".formatted(plan.k(), plan.scaling());
  }
}
