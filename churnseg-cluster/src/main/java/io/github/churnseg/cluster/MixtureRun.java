package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.Comparator;

/** The state of one expectation and maximisation; chunks are fixed and added up in order. */
final class MixtureRun {

  private static final int CHUNK = 2048;

  /** The share of a column's variance that is added to that of each group. */
  private static final double FLOOR = 1e-6;

  private final double[][] columns;
  private final Plan plan;
  private final Covariance shape;
  private final Workers workers;
  private final int size;
  private final int width;
  private final int chunks;

  /** By group, each point's share in it. */
  private final double[][] shares;

  /** Added to variances, so that a group of equal customers keeps a shape, whatever the units. */
  private final double[] floors;

  private Gaussian[] groups = new Gaussian[0];

  MixtureRun(Points points, Plan plan, Covariance shape, Workers workers) {
    this.columns = points.columns();
    this.plan = plan;
    this.shape = shape;
    this.workers = workers;
    this.size = points.size();
    this.width = columns.length;
    this.chunks = (size + CHUNK - 1) / CHUNK;
    this.shares = new double[plan.k()][size];
    // In a constant column any shape will do.
    this.floors =
        Arrays.stream(points.moments().variances).map(v -> v > 0 ? FLOOR * v : 1).toArray();
  }

  GaussianMixtureModel run(Clustering start, Encoder encoder, Progress progress) {
    progress.update("gaussian mixture", 0);
    for (int point = 0; point < size; point++) {
      shares[start.groups[point]][point] = 1;
    }
    maximise();
    double before = Double.NEGATIVE_INFINITY;
    double likelihood = expect();
    int iterations = 1;
    while (likelihood - before >= plan.tolerance() && iterations < plan.maxIterations()) {
      Interruption.check("the Gaussian mixture");
      maximise();
      before = likelihood;
      likelihood = expect();
      iterations++;
      // How many there will be nobody knows: the share nears the end without reaching it.
      progress.update("gaussian mixture", iterations / (iterations + 10.0));
    }
    progress.update("gaussian mixture", 1);
    boolean converged = likelihood - before < plan.tolerance();
    int[] sizes = sizes();
    Integer[] order = new Integer[groups.length];
    Arrays.setAll(order, group -> group);
    Gaussian[] found = groups;
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(group -> -sizes[group])
            .thenComparing((a, b) -> Arrays.compare(found[a].mean, found[b].mean)));
    return new GaussianMixtureModel(
        plan,
        shape,
        encoder,
        Arrays.stream(order).map(group -> found[group]).toArray(Gaussian[]::new),
        Arrays.stream(order).mapToInt(group -> sizes[group]).toArray(),
        likelihood * size,
        iterations,
        converged);
  }

  private int[] sizes() {
    int[] sizes = new int[groups.length];
    for (int point = 0; point < size; point++) {
      sizes[GaussianMixtureModel.likeliest(groups, columns, point)]++;
    }
    return sizes;
  }

  /** Shares of the points by the groups as they are; returns the mean log-likelihood. */
  private double expect() {
    double[] sums = new double[chunks];
    workers.forEach(
        chunks,
        chunk -> {
          double[] logs = new double[groups.length];
          int end = Math.min(size, (chunk + 1) * CHUNK);
          for (int point = chunk * CHUNK; point < end; point++) {
            for (int group = 0; group < logs.length; group++) {
              logs[group] = groups[group].logDensity(columns, point);
            }
            double all = Gaussian.logSum(logs);
            sums[chunk] += all;
            for (int group = 0; group < logs.length; group++) {
              shares[group][point] = Math.exp(logs[group] - all);
            }
          }
        });
    return Arrays.stream(sums).sum() / size;
  }

  private void maximise() {
    Gaussian[] next = new Gaussian[shares.length];
    for (int group = 0; group < next.length; group++) {
      next[group] = maximise(shares[group]);
    }
    groups = next;
  }

  private Gaussian maximise(double[] share) {
    double[] sums = addUp(width + 1, (sum, from, to) -> addMeans(share, sum, from, to));
    // A group that has lost all its points keeps a hair of a share.
    double weight = sums[width] + 1e-12;
    double[] mean = new double[width];
    Arrays.setAll(mean, j -> sums[j] / weight);
    double[] squares =
        addUp(width * width, (sum, from, to) -> addSquares(share, mean, sum, from, to));
    double[][] covariance = new double[width][width];
    for (int a = 0; a < width; a++) {
      for (int b = 0; b <= a; b++) {
        double value = squares[a * width + b] / weight + (a == b ? floors[a] : 0);
        covariance[a][b] = covariance[b][a] = value;
      }
    }
    return Gaussian.of(weight / size, mean, covariance);
  }

  private void addMeans(double[] share, double[] sum, int from, int to) {
    for (int j = 0; j < width; j++) {
      for (int point = from; point < to; point++) {
        sum[j] += share[point] * columns[j][point];
      }
    }
    for (int point = from; point < to; point++) {
      sum[width] += share[point];
    }
  }

  private void addSquares(double[] share, double[] mean, double[] sum, int from, int to) {
    for (int a = 0; a < width; a++) {
      for (int b = shape == Covariance.DIAGONAL ? a : 0; b <= a; b++) {
        double part = 0;
        for (int point = from; point < to; point++) {
          part += share[point] * (columns[a][point] - mean[a]) * (columns[b][point] - mean[b]);
        }
        sum[a * width + b] += part;
      }
    }
  }

  private double[] addUp(int count, Part part) {
    double[][] parts = new double[chunks][count];
    workers.forEach(
        chunks,
        chunk -> part.add(parts[chunk], chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK)));
    double[] sums = new double[count];
    for (double[] one : parts) {
      for (int i = 0; i < count; i++) {
        sums[i] += one[i];
      }
    }
    return sums;
  }

  private interface Part {
    void add(double[] sums, int from, int to);
  }
}
