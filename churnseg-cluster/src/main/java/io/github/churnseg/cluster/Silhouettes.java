package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean silhouettes of several groupings of the same points, by Euclidean distance. Distances
 * are taken once for all groupings, and summed by {@link Cells}, whose unions the groups are: a
 * scan over nine ks costs little more than one k.
 *
 * <p>Up to a given number of points the result is exact. Beyond, some points of each cell are
 * drawn, their silhouettes taken against all points, and the standard error is that of a stratified
 * sample. Time: those drawn times all.
 */
final class Silhouettes {

  private static final int BLOCK = 512;
  private static final int ANCHORS = 64;

  private final double[][] columns;
  private final Cells cells;
  private final CellSample sample;
  private final Workers workers;

  /** By grouping, the silhouette of each drawn point. */
  private final double[][] values;

  /** By grouping, the size of each group. */
  private final int[][] groupSizes;

  private Silhouettes(double[][] columns, Cells cells, CellSample sample, Workers workers) {
    this.columns = columns;
    this.cells = cells;
    this.sample = sample;
    this.workers = workers;
    this.values = new double[cells.groupings()][sample.drawn.length];
    this.groupSizes = new int[cells.groupings()][];
  }

  /** One score a grouping, in their order. */
  static List<Score> of(
      double[][] columns, List<Grouping> groupings, int limit, long seed, Workers workers) {
    List<Score> scores = new ArrayList<>();
    int size = columns[0].length;
    int mostCells = CellSample.wanted(size, limit);
    int next = 0;
    while (next < groupings.size()) {
      Cells cells = new Cells(size);
      int first = next;
      // The first is always taken, so that each round serves at least one.
      while (next < groupings.size()
          && cells.split(groupings.get(next), next == first ? size : mostCells)) {
        next++;
      }
      CellSample sample = CellSample.draw(cells, size, limit, seed);
      scores.addAll(new Silhouettes(columns, cells, sample, workers).run(groupings, first));
    }
    return scores;
  }

  private List<Score> run(List<Grouping> groupings, int first) {
    for (int g = 0; g < groupSizes.length; g++) {
      groupSizes[g] = groupings.get(first + g).sizes;
    }
    double[][] ordered = new double[columns.length][];
    for (int j = 0; j < ordered.length; j++) {
      ordered[j] = sample.gather(columns[j]);
    }
    int size = sample.drawn.length;
    int tasks = (size + ANCHORS - 1) / ANCHORS;
    int rounds = Math.max(1, tasks / 16);
    for (int round = 0; round < rounds; round++) {
      Interruption.check("the silhouette");
      int from = (int) ((long) tasks * round / rounds);
      int to = (int) ((long) tasks * (round + 1) / rounds);
      workers.forEach(to - from, task -> anchors(ordered, from + task));
    }
    List<Score> scores = new ArrayList<>();
    for (int g = 0; g < groupSizes.length; g++) {
      scores.add(groupSizes[g].length < 2 ? Score.NONE : score(values[g]));
    }
    return scores;
  }

  private void anchors(double[][] ordered, int task) {
    double[] distances = new double[BLOCK];
    double[] sums = new double[cells.count()];
    int end = Math.min(sample.drawn.length, (task + 1) * ANCHORS);
    int cell = 0;
    for (int anchor = task * ANCHORS; anchor < end; anchor++) {
      while (anchor >= sample.drawnStarts[cell + 1]) {
        cell++;
      }
      sum(ordered, sample.drawn[anchor], distances, sums);
      for (int g = 0; g < groupSizes.length; g++) {
        values[g][anchor] = silhouette(g, cell, sums);
      }
    }
  }

  /** The sums of distances from one point to the points of each cell. */
  private void sum(double[][] ordered, int anchor, double[] distances, double[] sums) {
    int size = sample.points.length;
    int cell = 0;
    double sum = 0;
    for (int from = 0; from < size; from += BLOCK) {
      int to = Math.min(size, from + BLOCK);
      measure(ordered, anchor, from, to, distances);
      int at = from;
      while (at < to) {
        int end = Math.min(to, sample.starts[cell + 1]);
        sum += sum(distances, at - from, end - from);
        at = end;
        if (end == sample.starts[cell + 1]) {
          sums[cell++] = sum;
          sum = 0;
        }
      }
    }
  }

  /** Plain loops over one column each, which the compiler turns into vectors. */
  private static void measure(
      double[][] ordered, int anchor, int from, int to, double[] distances) {
    double[] first = ordered[0];
    double place = first[anchor];
    for (int i = from; i < to; i++) {
      double difference = first[i] - place;
      distances[i - from] = difference * difference;
    }
    for (int j = 1; j < ordered.length; j++) {
      double[] column = ordered[j];
      double here = column[anchor];
      for (int i = from; i < to; i++) {
        double difference = column[i] - here;
        distances[i - from] += difference * difference;
      }
    }
    for (int i = 0; i < to - from; i++) {
      distances[i] = Math.sqrt(distances[i]);
    }
  }

  /** Four sums at a time, since one would wait for itself. */
  private static double sum(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i];
    }
    return (a + b) + (c + d);
  }

  private double silhouette(int grouping, int cell, double[] sums) {
    int[] sizes = groupSizes[grouping];
    double[] byGroup = new double[sizes.length];
    for (int other = 0; other < sums.length; other++) {
      byGroup[cells.group(grouping, other)] += sums[other];
    }
    int own = cells.group(grouping, cell);
    double nearest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < sizes.length; group++) {
      if (group != own) {
        nearest = Math.min(nearest, byGroup[group] / sizes[group]);
      }
    }
    return sizes[own] == 1 ? 0 : Lengths.silhouette(byGroup[own] / (sizes[own] - 1), nearest);
  }

  private Score score(double[] silhouettes) {
    double mean = 0;
    double variance = 0;
    for (int cell = 0; cell < cells.count(); cell++) {
      int from = sample.drawnStarts[cell];
      int to = sample.drawnStarts[cell + 1];
      double share = (double) sample.size(cell) / columns[0].length;
      double cellMean = Arrays.stream(silhouettes, from, to).sum() / (to - from);
      mean += share * cellMean;
      if (to - from < sample.size(cell)) {
        double squares = 0;
        for (int i = from; i < to; i++) {
          squares += (silhouettes[i] - cellMean) * (silhouettes[i] - cellMean);
        }
        double unseen = 1 - (double) (to - from) / sample.size(cell);
        variance += share * share * unseen * squares / (to - from - 1) / (to - from);
      }
    }
    return new Score(mean, Math.sqrt(variance), sample.drawn.length);
  }

  /**
   * A mean silhouette.
   *
   * @param mean -1 to 1; NaN for one group
   * @param standardError 0 where all points were looked at
   * @param points how many were
   */
  record Score(double mean, double standardError, int points) {
    static final Score NONE = new Score(Double.NaN, 0, 0);
  }
}
