package io.github.churnseg.classify;

import static io.github.churnseg.classify.TestOutcome.Measure.ETA_SQUARED;
import static io.github.churnseg.classify.TestOutcome.Measure.HEDGES_G;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * Do groups differ in their means? Welch's tests (1947, doi:10.1093/biomet/34.1-2.28; 1951,
 * doi:10.1093/biomet/38.3-4.330), which do not need equal variances and lose next to nothing where
 * they are equal.
 */
final class MeanTests {

  private MeanTests() {}

  /** Of two groups or more, each of two rows or more, none of them constant. */
  static TestOutcome test(List<double[]> groups) {
    return groups.size() == 2 ? two(groups.get(0), groups.get(1)) : many(groups);
  }

  private static TestOutcome two(double[] a, double[] b) {
    double errorA = variance(a) / a.length;
    double errorB = variance(b) / b.length;
    double error = errorA + errorB;
    double t = (mean(a) - mean(b)) / Math.sqrt(error);
    double freedom =
        error * error / (errorA * errorA / (a.length - 1) + errorB * errorB / (b.length - 1));
    double p = 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
    return new TestOutcome(
        "Welch's t", t, Math.min(1, p), HEDGES_G, hedges(a, b), Optional.empty());
  }

  /** Cohen's d over the pooled deviation, corrected for few rows (Hedges 1981). */
  private static double hedges(double[] a, double[] b) {
    double freedom = a.length + b.length - 2.0;
    double pooled =
        Math.sqrt(((a.length - 1) * variance(a) + (b.length - 1) * variance(b)) / freedom);
    return (mean(a) - mean(b)) / pooled * (1 - 3 / (4 * freedom - 1));
  }

  private static TestOutcome many(List<double[]> groups) {
    int k = groups.size();
    double[] weights = groups.stream().mapToDouble(one -> one.length / variance(one)).toArray();
    double sum = Arrays.stream(weights).sum();
    double centre = 0;
    for (int group = 0; group < k; group++) {
      centre += weights[group] / sum * mean(groups.get(group));
    }
    double between = 0;
    double correction = 0;
    for (int group = 0; group < k; group++) {
      double off = mean(groups.get(group)) - centre;
      double rest = 1 - weights[group] / sum;
      between += weights[group] * off * off / (k - 1);
      correction += rest * rest / (groups.get(group).length - 1);
    }
    double f = between / (1 + 2 * (k - 2) * correction / (k * (double) k - 1));
    double freedom = (k * (double) k - 1) / (3 * correction);
    double p = 1 - new FDistribution(null, k - 1, freedom).cumulativeProbability(f);
    return new TestOutcome(
        "Welch's ANOVA", f, p, ETA_SQUARED, etaSquared(groups), Optional.empty());
  }

  /** The share of the variance that is between groups. */
  private static double etaSquared(List<double[]> groups) {
    double[] all = groups.stream().flatMapToDouble(Arrays::stream).toArray();
    double centre = mean(all);
    double between =
        groups.stream()
            .mapToDouble(one -> one.length * (mean(one) - centre) * (mean(one) - centre))
            .sum();
    return between / (variance(all) * (all.length - 1));
  }

  private static double mean(double... values) {
    return new Mean().evaluate(values);
  }

  static double variance(double... values) {
    return new Variance().evaluate(values);
  }
}
