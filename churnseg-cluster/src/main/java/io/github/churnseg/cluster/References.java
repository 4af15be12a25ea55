package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * What figures customers without groups would give: sets that have the spread of the customers
 * along their principal axes, but no groups, are grouped in the same way.
 *
 * <p>Sets are of two kinds. Uniform ones in the box of the principal axes give the gap statistic:
 * R. Tibshirani, G. Walther, T. Hastie, "Estimating the number of clusters in a data set via the
 * gap statistic", Journal of the Royal Statistical Society B 63 (2001),
 * doi:10.1111/1467-9868.00293. Normal ones stand for a single group, as in Y. Liu, D. N. Hayes, A.
 * Nobel, J. S. Marron, "Statistical significance of clustering", Journal of the American
 * Statistical Association 103 (2008), doi:10.1198/016214508000000454.
 */
final class References {

  /** Customers in a set at most. */
  private static final int SET = 1000;

  private static final int RESTARTS = 3;

  /** The last iterations move next to nothing, and this is an estimate. */
  private static final int ITERATIONS = 30;

  private final int from;
  private final int to;
  private final Plan plan;
  private final double[][] columns;
  private final double[][] axes;
  private final double[][] scores;

  private References(int from, int to, Plan plan, double[][] columns) {
    this.from = from;
    this.to = to;
    this.plan = plan.restarts(RESTARTS).maxIterations(ITERATIONS).threads(1);
    this.columns = columns;
    this.axes = axes(columns);
    this.scores = new double[axes.length][];
    Arrays.setAll(scores, axis -> scores(columns, axes[axis]));
  }

  static Chance of(Points points, ScanPlan scan, int to, Workers workers, DoubleConsumer progress) {
    SplittableRandom root = new SplittableRandom(scan.kMeans().seed());
    int[] some = Draws.some(points.size(), SET, root.split());
    References references =
        new References(scan.from(), to, scan.kMeans(), Draws.columns(points.columns(), some));
    int sets = scan.references();
    SplittableRandom[] random = new SplittableRandom[2 * sets + 1];
    Arrays.setAll(random, set -> root.split());
    Figures[] figures = new Figures[random.length];
    for (int first = 0; first < random.length; first += workers.threads()) {
      int begin = first;
      Interruption.check("K-means");
      workers.forEach(
          Math.min(workers.threads(), random.length - first),
          task -> figures[begin + task] = references.set(begin + task, sets, random[begin + task]));
      progress.accept(Math.min(1, (double) (first + workers.threads()) / random.length));
    }
    return Chance.of(references.from, figures, sets);
  }

  /** Set 0 is of the customers themselves, then come the uniform and the normal ones. */
  private Figures set(int number, int sets, SplittableRandom random) {
    double[][] values = number == 0 ? columns : draw(number <= sets, random);
    try (Workers own = new Workers(1)) {
      return group(Points.inTiles(values, new double[0], own), random, own);
    }
  }

  private double[][] draw(boolean uniform, SplittableRandom random) {
    int size = columns[0].length;
    double[][] drawn = new double[columns.length][size];
    for (int axis = 0; axis < axes.length; axis++) {
      double[] score = scores[axis];
      double least = Arrays.stream(score).min().orElseThrow();
      double range = Arrays.stream(score).max().orElseThrow() - least;
      double deviation = Math.sqrt(Arrays.stream(score).map(s -> s * s).sum() / size);
      for (int i = 0; i < size; i++) {
        double value = uniform ? least + range * random.nextDouble() : deviation * normal(random);
        for (int j = 0; j < drawn.length; j++) {
          drawn[j][i] += value * axes[axis][j];
        }
      }
    }
    return drawn;
  }

  /** Box and Muller's; both uniform numbers are above 0. */
  private static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  private Figures group(Points points, SplittableRandom random, Workers own) {
    int count = to - from + 1;
    double[] logInertia = new double[count + 1];
    double[] silhouette = new double[count];
    Arrays.fill(logInertia, Double.NaN);
    Arrays.fill(silhouette, Double.NaN);
    int most = points.distinct(to);
    Starts starts = Starts.draw(points, plan.k(most), random, own);
    logInertia[0] = Math.log(starts.best(1).inertia);
    for (int k = from; k <= most; k++) {
      Clustering best = starts.best(k);
      logInertia[k - from + 1] = Math.log(best.inertia);
      Grouping grouping = Grouping.of(best.groups, k);
      silhouette[k - from] = new Spread(points.columns(), grouping, own).squaredSilhouette();
    }
    return new Figures(logInertia, silhouette);
  }

  /** Principal axes, a row an axis; of columns brought to mean 0. */
  private static double[][] axes(double[][] columns) {
    for (double[] column : columns) {
      double mean = Arrays.stream(column).average().orElseThrow();
      Arrays.setAll(column, i -> column[i] - mean);
    }
    double[][] covariance = new double[columns.length][columns.length];
    for (int a = 0; a < columns.length; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int i = 0; i < columns[0].length; i++) {
          sum += columns[a][i] * columns[b][i];
        }
        covariance[a][b] = covariance[b][a] = sum / columns[0].length;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
    double[][] axes = new double[columns.length][];
    Arrays.setAll(axes, axis -> eigen.getEigenvector(axis).toArray());
    return axes;
  }

  private static double[] scores(double[][] columns, double[] axis) {
    double[] scores = new double[columns[0].length];
    for (int j = 0; j < axis.length; j++) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] += columns[j][i] * axis[j];
      }
    }
    return scores;
  }

  /** What one set gives; {@code logInertia} begins with that of one group. */
  static final class Figures {

    final double[] logInertia;
    final double[] silhouette;

    Figures(double[] logInertia, double[] silhouette) {
      this.logInertia = logInertia;
      this.silhouette = silhouette;
    }
  }
}
