package io.github.churnseg.internal;

/**
 * How often each group of one segmentation meets each group of another, and how much the two say of
 * one another. Immutable; holds a number a pair of groups.
 *
 * <p>The adjusted Rand index is that of L. Hubert, P. Arabie, "Comparing partitions", Journal of
 * Classification 2 (1985), doi:10.1007/BF01908075; adjusted mutual information that of N. X. Vinh,
 * J. Epps, J. Bailey, Journal of Machine Learning Research 11 (2010), over the mean of the two
 * entropies.
 */
public final class CrossCounts {

  private final int[][] counts;
  private final int[] rows;
  private final int[] columns;
  private final int all;

  private CrossCounts(int[][] counts) {
    this.counts = counts;
    this.rows = new int[counts.length];
    this.columns = new int[counts[0].length];
    int sum = 0;
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < columns.length; b++) {
        rows[a] += counts[a][b];
        columns[b] += counts[a][b];
        sum += counts[a][b];
      }
    }
    this.all = sum;
  }

  /** Counts pairs of groups; the arrays are as int as one another, groups are numbered from 0. */
  public static CrossCounts of(int[] a, int groupsOfA, int[] b, int groupsOfB) {
    int[][] counts = new int[Math.max(1, groupsOfA)][Math.max(1, groupsOfB)];
    for (int i = 0; i < a.length; i++) {
      counts[a[i]][b[i]]++;
    }
    return new CrossCounts(counts);
  }

  /** Takes counts over; at least one row and one column, all rows of one length. */
  public static CrossCounts of(int[][] counts) {
    return new CrossCounts(counts);
  }

  /** How many there are in all. */
  public int all() {
    return all;
  }

  /** How many are in group {@code a} of the first and group {@code b} of the second. */
  public int count(int a, int b) {
    return counts[a][b];
  }

  /** How many are in group {@code a} of the first. */
  public int row(int a) {
    return rows[a];
  }

  /** How many are in group {@code b} of the second. */
  public int column(int b) {
    return columns[b];
  }

  /** 1 for equal partitions, around 0 for unrelated ones. */
  public double adjustedRand() {
    double together = 0;
    for (int[] row : counts) {
      together += pairs(row);
    }
    double first = pairs(rows);
    double second = pairs(columns);
    double expected = all < 2 ? 0 : first / (all * (all - 1.0) / 2) * second;
    double most = (first + second) / 2;
    // Both say everybody is alike, or both that everybody differs.
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  private static double pairs(int[] sizes) {
    double pairs = 0;
    for (int size : sizes) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }

  /** What knowing one group tells of the other, in nats. */
  public double mutualInformation() {
    double sum = 0;
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b < columns.length; b++) {
        sum += term(counts[a][b], rows[a], columns[b]);
      }
    }
    return Math.max(0, sum);
  }

  private double term(double count, double row, double column) {
    return count == 0 ? 0 : count / all * Math.log(count / row * (all / column));
  }

  /** Mutual information over the mean of the two entropies, 0 to 1. */
  public double normalisedMutualInformation() {
    double mean = (entropy(rows) + entropy(columns)) / 2;
    return mean == 0 ? 1 : Math.min(1, mutualInformation() / mean);
  }

  /** The same, less what chance alone would give: 1 for equal partitions, around 0 for chance. */
  public double adjustedMutualInformation() {
    double mean = (entropy(rows) + entropy(columns)) / 2;
    double expected = expectedMutualInformation();
    if (mean == 0 || mean - expected <= 1e-15 * mean) {
      return 1;
    }
    return (mutualInformation() - expected) / (mean - expected);
  }

  /** The entropy of the first segmentation, in nats. */
  public double rowEntropy() {
    return entropy(rows);
  }

  /** The entropy of the second segmentation, in nats. */
  public double columnEntropy() {
    return entropy(columns);
  }

  private double entropy(int[] sizes) {
    double entropy = 0;
    for (int size : sizes) {
      entropy -= size == 0 ? 0 : (double) size / all * Math.log((double) size / all);
    }
    return Math.max(0, entropy);
  }

  private double expectedMutualInformation() {
    double sum = 0;
    for (int row : rows) {
      for (int column : columns) {
        sum += row == 0 || column == 0 ? 0 : expected(row, column);
      }
    }
    return sum;
  }

  /**
   * The mean of a cell's term where the cell's count is hypergeometric. Weights are walked from the
   * mode to both sides and divided by their sum, so that no factorial is needed and only the few
   * counts that are likely at all are looked at.
   */
  private double expected(double row, double column) {
    double least = Math.max(0, row + column - all);
    double most = Math.min(row, column);
    double mode = Math.floor((row + 1) * (column + 1) / (all + 2.0));
    mode = Math.min(most, Math.max(least, mode));
    double weights = 1;
    double sum = term(mode, row, column);
    double weight = 1;
    for (double n = mode; n < most && weight > 1e-18 * weights; n++) {
      weight *= (row - n) * (column - n) / ((n + 1) * (all - row - column + n + 1));
      weights += weight;
      sum += weight * term(n + 1, row, column);
    }
    weight = 1;
    for (double n = mode; n > least && weight > 1e-18 * weights; n--) {
      weight *= n * (all - row - column + n) / ((row - n + 1) * (column - n + 1));
      weights += weight;
      sum += weight * term(n - 1, row, column);
    }
    return sum / weights;
  }
}
