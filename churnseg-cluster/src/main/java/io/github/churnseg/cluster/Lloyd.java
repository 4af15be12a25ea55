package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.Arrays;

/**
 * Lloyd's algorithm: each point to its nearest centre, each centre to the mean of its points, until
 * nothing moves. S. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information
 * Theory 28 (1982), doi:10.1109/TIT.1982.1056489.
 *
 * <p>At equal distances the first centre wins. A centre without points moves to the point that is
 * farthest from its nearest centre, and of equally far ones to the smallest in the first dimension
 * that tells them apart. Who belongs where is left to {@link Partition}.
 */
final class Lloyd {

  private final Points points;
  private final Plan plan;
  private final Partition partition;
  private double[][] centres;

  private Lloyd(Points points, double[][] centres, Plan plan, Workers workers) {
    this.points = points;
    this.plan = plan;
    this.centres = centres;
    this.partition = Partition.of(points, centres.length, workers);
  }

  /**
   * Runs from some centres until nothing moves.
   *
   * @param step called after each iteration
   */
  static Clustering run(
      Points points, double[][] start, Plan plan, Workers workers, Runnable step) {
    return new Lloyd(points, start, plan, workers).run(step);
  }

  private Clustering run(Runnable step) {
    double settled = plan.tolerance() > 0 ? plan.tolerance() * meanVariance() : 0;
    boolean converged = false;
    int iterations = 0;
    partition.assign(centres);
    while (!converged && iterations < plan.maxIterations()) {
      Interruption.check("K-means");
      double[][] next = means();
      double[] moves = new double[next.length];
      double squares = 0;
      for (int c = 0; c < next.length; c++) {
        double square = distance(next[c], centres[c]);
        moves[c] = Math.sqrt(square);
        squares += square;
      }
      iterations++;
      converged = squares <= settled;
      centres = next;
      partition.moved(moves);
      partition.assign(centres);
      step.run();
    }
    return partition.clustering(centres, iterations, converged);
  }

  private double meanVariance() {
    return Arrays.stream(points.moments().variances).average().orElseThrow();
  }

  private double[][] means() {
    double[][] means = new double[centres.length][points.dimensions()];
    Sums sums = partition.sums();
    boolean[] empty = new boolean[means.length];
    boolean anyEmpty = false;
    for (int c = 0; c < means.length; c++) {
      empty[c] = !(sums.weight(c) > 0);
      anyEmpty |= empty[c];
      if (!empty[c]) {
        sums.mean(c, means[c]);
      }
    }
    if (anyEmpty) {
      reseed(means, empty);
    }
    return means;
  }

  private void reseed(double[][] means, boolean[] empty) {
    double[] least = new double[points.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int c = 0; c < means.length; c++) {
      if (!empty[c]) {
        lower(least, means[c]);
      }
    }
    for (int c = 0; c < means.length; c++) {
      if (empty[c]) {
        means[c] = points.point(farthest(least));
        lower(least, means[c]);
      }
    }
  }

  private void lower(double[] least, double[] centre) {
    for (int point = 0; point < least.length; point++) {
      least[point] = Math.min(least[point], points.distance(point, centre));
    }
  }

  private int farthest(double[] least) {
    int farthest = -1;
    for (int point = 0; point < least.length; point++) {
      if (points.weight(point) > 0 && (farthest < 0 || isFarther(least, point, farthest))) {
        farthest = point;
      }
    }
    return farthest;
  }

  private boolean isFarther(double[] least, int point, int other) {
    return least[point] > least[other]
        || (least[point] == least[other] && points.compare(point, other) < 0);
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
