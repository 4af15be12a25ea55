package io.github.churnseg.cluster;

import io.github.churnseg.internal.CrossCounts;
import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * How far the groups are those of these customers only: customers are drawn with replacement and
 * grouped anew, and the adjusted Rand index says how alike the two ways are to group the customers
 * there are. Resamples are small on purpose: with a million customers nothing would ever move.
 */
final class Stability {

  /** Customers in a resample at most. */
  private static final int RESAMPLE = 1000;

  /** Customers that both ways to group are compared on, at most. */
  private static final int COMPARED = 5000;

  private static final int RESTARTS = 3;

  /** The last iterations move next to nothing, and this is an estimate. */
  private static final int ITERATIONS = 30;

  private final Points points;
  private final List<Clustering> clusterings;
  private final Plan plan;
  private final int[] compared;
  private final int[][] groups;

  private Stability(Points points, List<Clustering> clusterings, Plan plan, int[] compared) {
    this.points = points;
    this.clusterings = clusterings;
    this.plan = plan.restarts(RESTARTS).maxIterations(ITERATIONS).threads(1);
    this.compared = compared;
    this.groups = new int[clusterings.size()][];
    for (int c = 0; c < groups.length; c++) {
      int[] all = clusterings.get(c).groups;
      groups[c] = Arrays.stream(compared).map(point -> all[point]).toArray();
    }
  }

  /** The mean index of each clustering, in their order. */
  static double[] of(
      Points points,
      List<Clustering> clusterings,
      Plan plan,
      int resamples,
      Workers workers,
      DoubleConsumer progress) {
    SplittableRandom root = new SplittableRandom(plan.seed());
    int[] compared = Draws.some(points.size(), COMPARED, root.split());
    Stability stability = new Stability(points, clusterings, plan, compared);
    SplittableRandom[] random = new SplittableRandom[resamples];
    Arrays.setAll(random, resample -> root.split());
    double[][] found = new double[resamples][];
    for (int from = 0; from < resamples; from += workers.threads()) {
      int first = from;
      Interruption.check("K-means");
      workers.forEach(
          Math.min(workers.threads(), resamples - from),
          task -> found[first + task] = stability.resample(random[first + task]));
      progress.accept(Math.min(1, (double) (from + workers.threads()) / resamples));
    }
    double[] means = new double[clusterings.size()];
    Arrays.setAll(
        means, c -> Arrays.stream(found).mapToDouble(one -> one[c]).average().orElseThrow());
    return means;
  }

  private double[] resample(SplittableRandom random) {
    try (Workers own = new Workers(1)) {
      Points drawn = Draws.bootstrap(points, RESAMPLE, random.split(), own);
      int most = clusterings.get(clusterings.size() - 1).centres.length;
      int distinct = drawn.distinct(most);
      Starts starts = Starts.draw(drawn, plan.k(Math.min(most, distinct)), random, own);
      double[] alike = new double[clusterings.size()];
      for (int c = 0; c < alike.length; c++) {
        int k = clusterings.get(c).centres.length;
        double[][] centres = starts.best(Math.min(k, distinct)).centres;
        int[] others = nearest(centres);
        alike[c] = CrossCounts.of(groups[c], k, others, centres.length).adjustedRand();
      }
      return alike;
    }
  }

  private int[] nearest(double[][] centres) {
    int[] nearest = new int[compared.length];
    for (int i = 0; i < nearest.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centres.length; c++) {
        double distance = points.distance(compared[i], centres[c]);
        if (distance < least) {
          least = distance;
          nearest[i] = c;
        }
      }
    }
    return nearest;
  }
}
