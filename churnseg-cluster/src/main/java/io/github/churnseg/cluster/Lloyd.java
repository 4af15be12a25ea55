package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Lloyd's algorithm: each point to its nearest centre, each centre to the mean of its points, until
 * nothing moves. S. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information
 * Theory 28 (1982), doi:10.1109/TIT.1982.1056489.
 *
 * <p>At equal distances the first centre wins. A centre without points moves to the point that is
 * farthest from its nearest centre, and of equally far ones to the first in the order of {@link
 * Points}.
 */
final class Lloyd {

  private static final int CHUNK = 4096;

  private final Points points;
  private final Plan plan;
  private final Workers workers;
  private final int[] groups;
  private final double[] chunkInertia;
  private double[][] centres;

  private Lloyd(Points points, double[][] centres, Plan plan, Workers workers) {
    this.points = points;
    this.plan = plan;
    this.workers = workers;
    this.centres = centres;
    this.groups = new int[points.size()];
    this.chunkInertia = new double[(points.size() + CHUNK - 1) / CHUNK];
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
    double settled = plan.tolerance() * Arrays.stream(points.variances()).average().orElseThrow();
    boolean converged = false;
    int iterations = 0;
    while (!converged && iterations < plan.maxIterations()) {
      Workers.checkInterrupted();
      double[][] moved = means();
      iterations++;
      double shift = 0;
      for (int c = 0; c < moved.length; c++) {
        shift += distance(moved[c], centres[c]);
      }
      converged = shift <= settled;
      centres = moved;
      step.run();
    }
    assign();
    return clustering(iterations, converged);
  }

  private Sums assign() {
    Sums total = Sums.none(points, centres.length);
    Sums[] sums = new Sums[chunkInertia.length];
    workers.forEach(sums.length, chunk -> sums[chunk] = assign(chunk, total.none()));
    for (Sums chunk : sums) {
      total.addAll(chunk);
    }
    return total;
  }

  private Sums assign(int chunk, Sums sums) {
    double inertia = 0;
    int end = Math.min(points.size(), (chunk + 1) * CHUNK);
    for (int point = chunk * CHUNK; point < end; point++) {
      int nearest = nearest(point);
      groups[point] = nearest;
      sums.add(nearest, point);
      inertia += points.weight(point) * points.distance(point, centres[nearest]);
    }
    chunkInertia[chunk] = inertia;
    return sums;
  }

  private int nearest(int point) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double distance = points.distance(point, centres[c]);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  private double[][] means() {
    Sums sums = assign();
    double[][] moved = new double[centres.length][points.dimensions()];
    int placed = 0;
    for (int c = 0; c < moved.length; c++) {
      if (!sums.isEmpty(c)) {
        sums.mean(c, moved[c]);
        placed++;
      }
    }
    if (placed < moved.length) {
      reseed(sums, moved);
    }
    return moved;
  }

  private void reseed(Sums sums, double[][] moved) {
    double[] least = new double[points.size()];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    for (int c = 0; c < moved.length; c++) {
      if (!sums.isEmpty(c)) {
        lower(least, moved[c]);
      }
    }
    for (int c = 0; c < moved.length; c++) {
      if (sums.isEmpty(c)) {
        moved[c] = points.point(farthest(least));
        lower(least, moved[c]);
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
      if (points.weight(point) > 0 && (farthest < 0 || least[point] > least[farthest])) {
        farthest = point;
      }
    }
    return farthest;
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }

  private Clustering clustering(int iterations, boolean converged) {
    int k = centres.length;
    int[] counts = new int[k];
    for (int group : groups) {
      counts[group]++;
    }
    Integer[] order = new Integer[k];
    Arrays.setAll(order, c -> c);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(c -> -counts[c])
            .thenComparing((a, b) -> Arrays.compare(centres[a], centres[b])));
    int[] groupOf = new int[k];
    int[] places = new int[k];
    for (int group = 0; group < k; group++) {
      places[group] = order[group];
      groupOf[places[group]] = group;
    }
    double[][] ordered = new double[k][];
    Arrays.setAll(ordered, group -> centres[places[group]]);
    return new Clustering(
        ordered,
        Arrays.stream(groups).map(c -> groupOf[c]).toArray(),
        Arrays.stream(places).map(c -> counts[c]).toArray(),
        places,
        Arrays.stream(chunkInertia).sum(),
        iterations,
        converged);
  }
}
