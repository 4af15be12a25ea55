package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Drawn starts that serve every k up to the largest: the first k centres of a draw for more are a
 * draw for k. And the best of them for one k.
 */
final class Starts {

  /** With fewer points than this the threads share out starts, with more the points. */
  private static final int SMALL = 1 << 16;

  private final Points points;
  private final Plan plan;
  private final Workers workers;
  private final double[][][] centres;

  private Starts(Points points, Plan plan, Workers workers) {
    this.points = points;
    this.plan = plan;
    this.workers = workers;
    this.centres = new double[plan.restarts()][][];
  }

  /** Draws starts for {@code plan.k()}, the largest k. */
  static Starts draw(Points points, Plan plan, SplittableRandom random, Workers workers) {
    Starts starts = new Starts(points, plan, workers);
    SplittableRandom[] own = new SplittableRandom[plan.restarts()];
    Arrays.setAll(own, start -> random.split());
    starts.each(
        (start, inner) -> starts.centres[start] = Seeds.draw(points, plan.k(), own[start], inner));
    return starts;
  }

  Clustering best(int k) {
    Clustering[] ends = new Clustering[centres.length];
    Plan one = plan.k(k);
    each(
        (start, inner) -> {
          double[][] first = new double[k][];
          Arrays.setAll(first, c -> centres[start][c].clone());
          Clustering end = Lloyd.run(points, first, one, inner, () -> {});
          // With many points only the best so far is kept.
          boolean keep = isSmall() || start == 0 || end.inertia < ends[0].inertia;
          ends[isSmall() ? start : 0] = keep ? end : ends[0];
        });
    Clustering best = ends[0];
    for (int start = 1; isSmall() && start < ends.length; start++) {
      best = ends[start].inertia < best.inertia ? ends[start] : best;
    }
    return best;
  }

  private boolean isSmall() {
    return points.size() < SMALL;
  }

  private void each(Start start) {
    if (isSmall()) {
      workers.forEach(
          centres.length,
          number -> {
            try (Workers own = new Workers(1)) {
              start.run(number, own);
            }
          });
    } else {
      for (int number = 0; number < centres.length; number++) {
        Interruption.check("K-means");
        start.run(number, workers);
      }
    }
    Interruption.check("K-means");
  }

  private interface Start {
    void run(int number, Workers workers);
  }
}
