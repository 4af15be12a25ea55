package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tries several numbers of groups, and says which of them, if any, the customers call for.
 *
 * <pre>{@code
 * var report = KMeans.scan(2, 10).restarts(20).seed(42).evaluate(customers);
 * System.out.println(report);
 * int k = report.best(KReport.Criterion.SILHOUETTE).k();
 * }</pre>
 *
 * <p>A plan: immutable, safe to share between threads; each setting returns a new plan. The same
 * customers, settings and seed give the same report, for any number of threads and any order of
 * customers, unless a {@link #timeLimit} cuts it short.
 *
 * <p>Cost: all ks share the scaled columns and the drawn starts (the first k centres of a draw for
 * the largest k are a draw for k), and one set of distances gives the silhouettes of all. Memory:
 * beside K-means' own, four bytes a customer and k.
 */
public final class KScan {

  private final ScanPlan plan;

  private KScan(ScanPlan plan) {
    this.plan = plan;
  }

  static KScan of(int from, int to, Plan kMeans) {
    return new KScan(
        new ScanPlan(from, to, kMeans, Silhouette.EUCLIDEAN, 10_000, 20, 10, Optional.empty()));
  }

  /**
   * Sets how columns are made comparable; {@link Scaling#LOG_Z_SCORE} unless set, as for {@link
   * KMeans#scaling}.
   *
   * @param scaling the way
   * @return a new plan
   */
  public KScan scaling(Scaling scaling) {
    return with(plan.kMeans().scaling(scaling));
  }

  /**
   * Sets which columns to group by; all of them unless set.
   *
   * @param columns numeric or categorical ones
   * @return a new plan
   */
  public KScan columns(String... columns) {
    return with(plan.kMeans().columns(List.of(columns)));
  }

  /**
   * Lets customers count more than once, or less, when groups are looked for and in the inertia.
   * The other figures count each customer once.
   *
   * @param column a numeric column of weights, 0 or more; not grouped by
   * @return a new plan
   */
  public KScan weights(String column) {
    return with(plan.kMeans().weights(column));
  }

  /**
   * Sets how many starts the best is taken of, for each k; 10 unless set. The time grows with it.
   *
   * @param restarts 1 or more
   * @return a new plan
   */
  public KScan restarts(int restarts) {
    return with(plan.kMeans().restarts(restarts));
  }

  /**
   * Sets the seed of all draws; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public KScan seed(long seed) {
    return with(plan.kMeans().seed(seed));
  }

  /**
   * Sets how many iterations a start may take; 1,000 unless set.
   *
   * @param iterations 1 or more
   * @return a new plan
   */
  public KScan maxIterations(int iterations) {
    return with(plan.kMeans().maxIterations(iterations));
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set. The result
   * does not depend on it.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public KScan threads(int threads) {
    return with(plan.kMeans().threads(threads));
  }

  /**
   * Sets the distance of the silhouette; {@link Silhouette#EUCLIDEAN} unless set, as most other
   * tools have it.
   *
   * @param silhouette which distance; the squared one is exact for any number of customers
   * @return a new plan
   */
  public KScan silhouette(Silhouette silhouette) {
    return new KScan(plan.silhouette(silhouette));
  }

  /**
   * Sets up to how many customers the Euclidean silhouette is exact; 10,000 unless set, a tenth of
   * a second of work, which grows with the square. With more customers some are drawn from each
   * group, at least 1,000 in all and more the fewer customers there are, and compared with all
   * customers; the standard error is reported.
   *
   * @param customers 100 or more
   * @return a new plan
   */
  public KScan silhouetteSample(int customers) {
    return new KScan(plan.silhouetteSample(customers));
  }

  /**
   * Sets how many resamples the stability is taken over; 20 unless set, 0 for none. Each is of at
   * most 1,000 customers, drawn with replacement and grouped anew.
   *
   * @param resamples 0 or more
   * @return a new plan
   */
  public KScan stability(int resamples) {
    return new KScan(plan.resamples(resamples));
  }

  /**
   * Sets how many sets of customers without groups are drawn, of each of two kinds, to see what
   * figures chance gives; 10 unless set, 0 for none. They are what "no clear k" and the gap
   * statistic rest on; each has at most 1,000 customers.
   *
   * @param sets 0, or 2 or more
   * @return a new plan
   */
  public KScan references(int sets) {
    return new KScan(plan.references(sets));
  }

  /**
   * Stops the scan after this time; no limit unless set. What is done by then is reported, at least
   * the first k, and the report says what is missing. Only then may two runs differ.
   *
   * @param limit more than nothing
   * @return a new plan
   */
  public KScan timeLimit(Duration limit) {
    return new KScan(plan.timeLimit(limit));
  }

  private KScan with(Plan kMeans) {
    return new KScan(plan.kMeans(kMeans));
  }

  /**
   * Tries each k.
   *
   * @param customers whom to group
   * @return what each k gives
   * @throws io.github.churnseg.InvalidDataException if a value is missing or not finite, or there
   *     are fewer distinct customers than the largest k
   */
  public KReport evaluate(CustomerFeatures customers) {
    return evaluate(customers, Progress.NONE);
  }

  /**
   * Tries each k and tells how far it has come.
   *
   * @param customers whom to group
   * @param progress told of the stages {@code k-means}, {@code silhouette}, {@code stability} and
   *     {@code references}
   * @return what each k gives
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public KReport evaluate(CustomerFeatures customers, Progress progress) {
    return ScanRun.run(plan, customers, progress);
  }

  /** The settings. */
  @Override
  public String toString() {
    return "scan of k=%d..%d, %s, best of %d starts, seed %d"
        .formatted(
            plan.from(),
            plan.to(),
            plan.kMeans().scaling(),
            plan.kMeans().restarts(),
            plan.kMeans().seed());
  }
}
