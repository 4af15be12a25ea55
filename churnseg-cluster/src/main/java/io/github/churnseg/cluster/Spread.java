package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * How far points are from the means of their groups, and what follows from it in one more pass:
 * Calinski-Harabasz, Davies-Bouldin, and the silhouette of squared distances. Each customer counts
 * once, whatever its weight. Chunks are fixed and added up in order, so that threads do not show.
 *
 * <p>T. Caliński, J. Harabasz, "A dendrite method for cluster analysis", Communications in
 * Statistics 3 (1974), doi:10.1080/03610927408827101; D. L. Davies, D. W. Bouldin, "A cluster
 * separation measure", IEEE PAMI 1 (1979), doi:10.1109/TPAMI.1979.4766909.
 */
final class Spread {

  private static final int CHUNK = 4096;

  private final double[][] columns;
  private final Grouping grouping;
  private final Workers workers;
  private final int chunks;
  private final double[][] means;

  /** By group the sum of squared distances from its mean, then that of plain distances. */
  private final double[] squares;

  private final double[] distances;

  Spread(double[][] columns, Grouping grouping, Workers workers) {
    this.columns = columns;
    this.grouping = grouping;
    this.workers = workers;
    this.chunks = (columns[0].length + CHUNK - 1) / CHUNK;
    this.means = means();
    this.squares = new double[grouping.k];
    this.distances = new double[grouping.k];
    measure();
  }

  private double[][] means() {
    int width = columns.length;
    double[] sums =
        addUp(
            grouping.k * width,
            (sum, from, to) -> {
              for (int j = 0; j < width; j++) {
                double[] column = columns[j];
                for (int point = from; point < to; point++) {
                  sum[grouping.groups[point] * width + j] += column[point];
                }
              }
            });
    double[][] centres = new double[grouping.k][width];
    for (int group = 0; group < grouping.k; group++) {
      for (int j = 0; j < width; j++) {
        centres[group][j] = sums[group * width + j] / grouping.sizes[group];
      }
    }
    return centres;
  }

  private void measure() {
    int k = grouping.k;
    double[] sums =
        addUp(
            2 * k,
            (sum, from, to) -> {
              for (int point = from; point < to; point++) {
                int group = grouping.groups[point];
                double square = square(point, means[group]);
                sum[group] += square;
                sum[k + group] += Math.sqrt(square);
              }
            });
    System.arraycopy(sums, 0, squares, 0, k);
    System.arraycopy(sums, k, distances, 0, k);
  }

  private double square(int point, double[] place) {
    double sum = 0;
    for (int j = 0; j < place.length; j++) {
      double difference = columns[j][point] - place[j];
      sum += difference * difference;
    }
    return sum;
  }

  private double[] addUp(int width, Part part) {
    double[][] parts = new double[chunks][width];
    workers.forEach(
        chunks,
        chunk -> {
          int from = chunk * CHUNK;
          part.add(parts[chunk], from, Math.min(columns[0].length, from + CHUNK));
        });
    double[] sums = new double[width];
    for (double[] one : parts) {
      for (int i = 0; i < width; i++) {
        sums[i] += one[i];
      }
    }
    return sums;
  }

  /** The sum of squared distances from the means. */
  double within() {
    return Arrays.stream(squares).sum();
  }

  /** Between over within, each by its degrees of freedom; NaN for one group or one a customer. */
  double calinskiHarabasz() {
    int n = grouping.groups.length;
    int k = grouping.k;
    double[] mean = new double[columns.length];
    for (int group = 0; group < k; group++) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += means[group][j] * grouping.sizes[group] / n;
      }
    }
    double between = 0;
    for (int group = 0; group < k; group++) {
      between += grouping.sizes[group] * Lengths.square(means[group], mean);
    }
    return k < 2 || k >= n ? Double.NaN : between / (k - 1) / (within() / (n - k));
  }

  /** How much the most alike pairs of groups overlap, on average; NaN for one group. */
  double daviesBouldin() {
    int k = grouping.k;
    double sum = 0;
    for (int a = 0; a < k; a++) {
      double worst = 0;
      for (int b = 0; b < k; b++) {
        double both = distances[a] / grouping.sizes[a] + distances[b] / grouping.sizes[b];
        double apart = Math.sqrt(Lengths.square(means[a], means[b]));
        worst = a == b || both == 0 ? worst : Math.max(worst, both / apart);
      }
      sum += worst;
    }
    return k < 2 ? Double.NaN : sum / k;
  }

  /**
   * The mean silhouette of squared distances, exact: the mean squared distance from a point to a
   * group is the squared distance to its mean plus the group's variance. NaN for one group.
   */
  double squaredSilhouette() {
    if (grouping.k < 2) {
      return Double.NaN;
    }
    double[] sum =
        addUp(
            1,
            (part, from, to) -> {
              for (int point = from; point < to; point++) {
                part[0] += squaredSilhouette(point);
              }
            });
    return sum[0] / grouping.groups.length;
  }

  private double squaredSilhouette(int point) {
    int own = grouping.groups[point];
    int size = grouping.sizes[own];
    double other = Double.POSITIVE_INFINITY;
    for (int group = 0; group < grouping.k; group++) {
      if (group != own) {
        double mean = square(point, means[group]) + squares[group] / grouping.sizes[group];
        other = Math.min(other, mean);
      }
    }
    double inside = square(point, means[own]) * size + squares[own];
    return size == 1 ? 0 : Lengths.silhouette(inside / (size - 1), other);
  }

  private interface Part {
    void add(double[] sums, int from, int to);
  }
}
