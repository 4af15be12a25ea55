package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Segmenter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * K-means: groups customers so that the sum of squared distances from the centres of their groups
 * is small.
 *
 * <pre>{@code
 * var model = KMeans.k(4).seed(42).fit(customers);
 * model.report();            // size, share and centre of each group
 * model.assign(newcomers);
 * }</pre>
 *
 * <p>A plan: immutable, safe to share between threads; each setting returns a new plan. The same
 * customers, settings and seed give the same bits, for any number of threads and any order of
 * customers. The result is what plain Lloyd iterations give from the same centres.
 *
 * <p>Time: a million customers in three columns take some tenths of a second a start. Memory: about
 * twice the numbers themselves; where that does not fit, see {@link MiniBatchKMeans}.
 */
public final class KMeans implements Segmenter<CustomerFeatures> {

  private final Plan plan;

  private KMeans(Plan plan) {
    this.plan = plan;
  }

  /**
   * Plans a given number of groups.
   *
   * @param k groups, 1 or more, and no more than there are customers who differ
   * @return a plan with {@link Scaling#LOG_Z_SCORE}, 10 drawn starts, seed 0, at most 1,000
   *     iterations a start until no customer moves, and as many threads as there are processors
   */
  public static KMeans k(int k) {
    return new KMeans(Plan.of(k));
  }

  /**
   * Plans to try several numbers of groups, and to say which of them the customers call for, if
   * any.
   *
   * @param from the smallest number, 1 or more
   * @param to the largest number, no more than there are customers who differ
   * @return a plan with the same defaults as {@link #k}
   */
  public static KScan scan(int from, int to) {
    return KScan.of(from, to, Plan.of(1));
  }

  static KMeans of(Plan plan) {
    return new KMeans(plan);
  }

  /**
   * Sets how columns are made comparable. {@link Scaling#LOG_Z_SCORE} unless set, since money and
   * counts have long tails: on the plain scale a few large customers become groups of their own.
   *
   * <p>Columns of categories become one column of zeros and ones a category; these are not scaled,
   * except that {@link Scaling#MIN_MAX} divides them by √2. Two customers of different categories
   * are then as far apart as two who differ by √2 standard deviations in a number, or by its whole
   * range. A customer without a category is refused, and so is, when customers are assigned, a
   * category that the model has not seen.
   *
   * @param scaling the way
   * @return a new plan
   */
  public KMeans scaling(Scaling scaling) {
    return new KMeans(plan.scaling(scaling));
  }

  /**
   * Sets which columns to group by; all of them unless set. A model that was fitted on chosen
   * columns ignores others; one that was fitted on all refuses customers that have more.
   *
   * @param columns numeric or categorical ones, in any order
   * @return a new plan
   */
  public KMeans columns(String... columns) {
    return new KMeans(plan.columns(List.of(columns)));
  }

  /**
   * Lets customers count more than once, or less. Sizes still count customers.
   *
   * @param column a numeric column of weights, 0 or more; not grouped by
   * @return a new plan
   */
  public KMeans weights(String column) {
    return new KMeans(plan.weights(column));
  }

  /**
   * Sets the seed of the starts; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public KMeans seed(long seed) {
    return new KMeans(plan.seed(seed));
  }

  /**
   * Sets how many starts the best is taken of; 10 unless set: with fewer, which groups come out
   * often depends on the seed. The time grows with it.
   *
   * @param restarts 1 or more
   * @return a new plan
   */
  public KMeans restarts(int restarts) {
    return new KMeans(plan.restarts(restarts));
  }

  /**
   * Starts from these centres, once, instead of drawing some.
   *
   * @param centres a row a group, in original units, in the order of {@link KMeansModel#columns()};
   *     copied
   * @return a new plan
   */
  public KMeans centres(double[][] centres) {
    return new KMeans(
        plan.centres(Arrays.stream(centres).map(c -> Arrays.stream(c).boxed().toList()).toList()));
  }

  /**
   * Sets how many iterations a start may take; 1,000 unless set, which is seldom reached. A model
   * that reached it says that it has not converged.
   *
   * @param iterations 1 or more
   * @return a new plan
   */
  public KMeans maxIterations(int iterations) {
    return new KMeans(plan.maxIterations(iterations));
  }

  /**
   * Sets how little centres may move to count as settled: the sum of their squared moves, in units
   * of the mean variance of the scaled columns (scikit-learn's {@code tol}). 0 unless set: until no
   * customer changes its group, since the last iterations cost next to nothing here.
   *
   * @param tolerance 0 or more, below 1
   * @return a new plan
   */
  public KMeans tolerance(double tolerance) {
    return new KMeans(plan.tolerance(tolerance));
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set. The result
   * does not depend on it.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public KMeans threads(int threads) {
    return new KMeans(plan.threads(threads));
  }

  @Override
  public KMeansModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Finds the groups and tells how far it has come.
   *
   * @param customers whom to group; every value there and finite
   * @param progress told of the stage {@code k-means} at each start and after each iteration
   * @return the groups
   * @throws InvalidDataException if a value is missing or not finite, or fewer than k customers
   *     differ
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it is looked
   *     at before each iteration and each drawn centre
   */
  @Override
  public KMeansModel fit(CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan);
    try (Workers workers = new Workers(plan.threads())) {
      List<double[]> given = start(encoded.encoder);
      Points points =
          given.isEmpty()
              ? Points.inTiles(encoded.columns, encoded.weights, workers)
              : Partition.points(
                  encoded.columns, encoded.weights, encoded.ranges(workers), workers);
      Clustering best = cluster(points, given, workers, progress);
      return new KMeansModel(plan, encoded.encoder, best, Origin.of(toString(), points));
    }
  }

  /** The best of the starts; centres that are given are scaled ones. */
  Clustering cluster(Points points, List<double[]> given, Workers workers, Progress progress) {
    DistinctCustomers.require(plan.k(), points);
    SplittableRandom random = new SplittableRandom(plan.seed());
    Clustering best = null;
    for (int start = 0; start < plan.starts(); start++) {
      SplittableRandom own = random.split();
      Runnable step = told(progress, start);
      double[][] centres =
          given.isEmpty()
              ? Seeds.draw(points, plan.k(), own, workers)
              : given.toArray(new double[0][]);
      Clustering clustering = Lloyd.run(points, centres, plan, workers, step);
      best = best == null || clustering.inertia < best.inertia ? clustering : best;
    }
    progress.update("k-means", 1);
    return Objects.requireNonNull(best);
  }

  /**
   * Tells of a start and then of each of its iterations. How many there will be nobody knows, so
   * that the share nears the end of the start without reaching it.
   */
  private Runnable told(Progress progress, int start) {
    progress.update("k-means", (double) start / plan.starts());
    int[] iterations = new int[1];
    return () -> {
      double done = ++iterations[0] / (iterations[0] + 10.0);
      progress.update("k-means", (start + done) / plan.starts());
    };
  }

  private List<double[]> start(Encoder encoder) {
    List<double[]> scaled = new ArrayList<>();
    List<Dimension> dimensions = encoder.dimensions();
    for (List<Double> centre : plan.centres()) {
      if (centre.size() != dimensions.size()) {
        throw new IllegalArgumentException(
            "centre %d has %d values, but there are %d columns: %s"
                .formatted(scaled.size(), centre.size(), dimensions.size(), encoder.names()));
      }
      double[] place = new double[centre.size()];
      Arrays.setAll(place, j -> dimensions.get(j).scale(centre.get(j)));
      if (!Arrays.stream(place).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException("centre " + scaled.size() + " is not finite: " + centre);
      }
      scaled.add(place);
    }
    return scaled;
  }

  KMeans with(Plan other) {
    return new KMeans(other);
  }

  Plan plan() {
    return plan;
  }

  /** The settings. */
  @Override
  public String toString() {
    return plan.inWords();
  }
}
