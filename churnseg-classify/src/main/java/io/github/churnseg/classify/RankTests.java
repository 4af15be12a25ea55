package io.github.churnseg.classify;

import static io.github.churnseg.classify.TestOutcome.Measure.EPSILON_SQUARED;
import static io.github.churnseg.classify.TestOutcome.Measure.RANK_BISERIAL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Does one group have higher values than another? Mann and Whitney's test for two groups, Kruskal
 * and Wallis's for more, both with their corrections for ties.
 */
final class RankTests {

  private RankTests() {}

  static TestOutcome test(List<double[]> groups) {
    double[] ranks = Ranks.of(groups.stream().flatMapToDouble(Arrays::stream).toArray());
    return groups.size() == 2
        ? two(ranks, groups.get(0).length)
        : many(ranks, groups.stream().mapToInt(one -> one.length).toArray());
  }

  /** The normal approximation, corrected for continuity. */
  private static TestOutcome two(double[] ranks, int first) {
    double n = ranks.length;
    double second = n - first;
    double rankSum = Arrays.stream(ranks, 0, first).sum();
    double u = rankSum - first * (first + 1.0) / 2;
    double centre = first * second / 2;
    double variance = first * second / 12 * (n + 1 - ties(ranks) / (n * (n - 1)));
    double off = Math.max(0, Math.abs(u - centre) - 0.5);
    double p =
        2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-off / Math.sqrt(variance));
    return new TestOutcome(
        "Mann-Whitney", u, Math.min(1, p), RANK_BISERIAL, u / centre - 1, Optional.empty());
  }

  private static TestOutcome many(double[] ranks, int... sizes) {
    double n = ranks.length;
    double sum = 0;
    int from = 0;
    for (int size : sizes) {
      double rankSum = Arrays.stream(ranks, from, from + size).sum();
      sum += rankSum * rankSum / size;
      from += size;
    }
    double h = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
    h /= 1 - ties(ranks) / (n * n * n - n);
    double p = 1 - new ChiSquaredDistribution(null, sizes.length - 1).cumulativeProbability(h);
    return new TestOutcome("Kruskal-Wallis", h, p, EPSILON_SQUARED, h / (n - 1), Optional.empty());
  }

  /** The sum of t³ - t over the groups of t equal values. */
  private static double ties(double... ranks) {
    double[] sorted = ranks.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double equal = to - from;
      sum += equal * equal * equal - equal;
    }
    return sum;
  }
}
