package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Bisecting K-means: all customers are one group at first; then the group with the largest sum of
 * squared distances is cut in two by K-means, until there are k. In the end Lloyd iterations from
 * these centres let every customer go to its nearest one.
 *
 * <pre>{@code
 * var model = BisectingKMeans.k(20).seed(42).fit(customers);
 * }</pre>
 *
 * <p>For many groups: large groups are divided before small ones, and starts matter less than with
 * {@link KMeans}. A plan: immutable, safe to share between threads. The same customers, settings
 * and seed give the same bits. M. Steinbach, G. Karypis, V. Kumar, "A comparison of document
 * clustering techniques", KDD workshop on text mining 2000.
 */
public final class BisectingKMeans implements Segmenter<CustomerFeatures> {

  private final KMeans plan;

  private BisectingKMeans(KMeans plan) {
    this.plan = plan;
  }

  /**
   * Plans a given number of groups.
   *
   * @param k groups, 1 or more, and no more than there are customers who differ
   * @return a plan with {@link Scaling#LOG_Z_SCORE}, the best of 3 starts for each cut since two
   *     centres are seldom placed badly, and seed 0
   */
  public static BisectingKMeans k(int k) {
    return new BisectingKMeans(KMeans.k(k).restarts(3));
  }

  /**
   * Sets how columns are made comparable; {@link Scaling#LOG_Z_SCORE} unless set, see {@link
   * KMeans#scaling}.
   *
   * @param scaling the way
   * @return a new plan
   */
  public BisectingKMeans scaling(Scaling scaling) {
    return new BisectingKMeans(plan.scaling(scaling));
  }

  /**
   * Sets which columns to group by; all of them unless set.
   *
   * @param columns numeric or categorical ones, in any order
   * @return a new plan
   */
  public BisectingKMeans columns(String... columns) {
    return new BisectingKMeans(plan.columns(columns));
  }

  /**
   * Lets customers count more than once, or less; see {@link KMeans#weights}.
   *
   * @param column a numeric column of weights, 0 or more; not grouped by
   * @return a new plan
   */
  public BisectingKMeans weights(String column) {
    return new BisectingKMeans(plan.weights(column));
  }

  /**
   * Sets the seed of the starts; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public BisectingKMeans seed(long seed) {
    return new BisectingKMeans(plan.seed(seed));
  }

  /**
   * Sets how many starts the best is taken of for each cut; 3 unless set.
   *
   * @param restarts 1 or more
   * @return a new plan
   */
  public BisectingKMeans restarts(int restarts) {
    return new BisectingKMeans(plan.restarts(restarts));
  }

  /**
   * Sets how many threads to use at most; as many as there are processors unless set.
   *
   * @param threads 1 or more
   * @return a new plan
   */
  public BisectingKMeans threads(int threads) {
    return new BisectingKMeans(plan.threads(threads));
  }

  @Override
  public KMeansModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  @Override
  public KMeansModel fit(CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan.plan());
    try (Workers workers = new Workers(plan.plan().threads())) {
      Points points = Points.inTiles(encoded.columns, encoded.weights, workers);
      DistinctCustomers.require(plan.plan().k(), points);
      double[][] centres = cut(points, workers, progress);
      Clustering clustering = Lloyd.run(points, centres, plan.plan(), workers, () -> {});
      progress.update("bisecting k-means", 1);
      return new KMeansModel(
          plan.plan(), encoded.encoder, clustering, Origin.of(toString(), points));
    }
  }

  private double[][] cut(Points all, Workers workers, Progress progress) {
    SplittableRandom random = new SplittableRandom(plan.plan().seed());
    int k = plan.plan().k();
    List<Part> parts = new ArrayList<>(List.of(Part.whole(all, workers)));
    while (parts.size() < k) {
      Interruption.check("K-means");
      progress.update("bisecting k-means", (double) parts.size() / (k + 1));
      int widest = 0;
      for (int part = 1; part < parts.size(); part++) {
        if (parts.get(part).inertia > parts.get(widest).inertia) {
          widest = part;
        }
      }
      Part cut = parts.remove(widest);
      KMeans two = plan.with(plan.plan().k(2)).seed(random.nextLong());
      Clustering halves = two.cluster(cut.points, List.of(), workers, Progress.NONE);
      parts.add(Part.half(cut.points, halves, 0, workers));
      parts.add(Part.half(cut.points, halves, 1, workers));
    }
    return parts.stream().map(part -> part.centre).toArray(double[][]::new);
  }

  /** The settings. */
  @Override
  public String toString() {
    return "Bisecting " + plan;
  }

  /** A group on the way. */
  private static final class Part {

    final Points points;
    final double[] centre;
    final double inertia;

    Part(Points points, double[] centre, double inertia) {
      this.points = points;
      this.centre = centre;
      this.inertia = inertia;
    }

    static Part whole(Points points, Workers workers) {
      Plan one = KMeans.k(1).plan();
      Clustering group =
          Lloyd.run(points, new double[][] {points.point(0)}, one, workers, () -> {});
      return new Part(points, group.centres[0], group.inertia);
    }

    static Part half(Points points, Clustering halves, int group, Workers workers) {
      int[] members =
          IntStream.range(0, points.size()).filter(p -> halves.groups[p] == group).toArray();
      double[] centre = halves.centres[group];
      Points own = points.select(members, workers);
      double inertia =
          IntStream.range(0, own.size())
              .mapToDouble(point -> own.weight(point) * own.distance(point, centre))
              .sum();
      return new Part(own, centre, inertia);
    }
  }
}
