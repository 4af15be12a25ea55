package io.github.churnseg.classify;

import static io.github.churnseg.classify.TestOutcome.Measure.CORRELATION;
import static io.github.churnseg.classify.TestOutcome.Measure.CRAMERS_V;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Does one column go with another? Chi-square for categories, correlation for numbers. */
final class DependenceTests {

  /** Cochran's rule: no more than a fifth of the cells may expect fewer than five rows. */
  private static final double FEW = 5;

  private DependenceTests() {}

  /** Of counts without empty rows or columns, at least two of each. */
  static TestOutcome categories(int[][] counts) {
    double all = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    double chiSquare = PhiK.chiSquare(counts, all);
    int freedom = (counts.length - 1) * (counts[0].length - 1);
    double p = 1 - new ChiSquaredDistribution(null, freedom).cumulativeProbability(chiSquare);
    int sides = Math.min(counts.length, counts[0].length) - 1;
    TestOutcome outcome =
        new TestOutcome(
            "chi-square",
            chiSquare,
            p,
            CRAMERS_V,
            Math.sqrt(chiSquare / all / sides),
            Optional.empty());
    return manyFew(counts, all)
        ? outcome.withNote("few rows in many cells: p is rough; put rare categories together")
        : outcome;
  }

  private static boolean manyFew(int[][] counts, double all) {
    int few = 0;
    for (int[] row : counts) {
      double rowSum = Arrays.stream(row).sum();
      for (int column = 0; column < row.length; column++) {
        int at = column;
        double columnSum = Arrays.stream(counts).mapToInt(one -> one[at]).sum();
        few += rowSum * columnSum / all < FEW ? 1 : 0;
      }
    }
    return few > 0.2 * counts.length * counts[0].length;
  }

  /** Pearson's, or Spearman's of ranks; of three pairs or more. */
  static TestOutcome numbers(double[] x, double[] y, boolean byRanks) {
    double r = byRanks ? Association.of(Ranks.of(x), Ranks.of(y)) : Association.of(x, y);
    if (Double.isNaN(r)) {
      return TestOutcome.untestable(CORRELATION, "a column never changes");
    }
    double freedom = x.length - 2.0;
    double t = r * Math.sqrt(freedom / Math.max(0, 1 - r * r));
    double p =
        Double.isInfinite(t)
            ? 0
            : 2 * new TDistribution(null, freedom).cumulativeProbability(-Math.abs(t));
    return new TestOutcome(
        byRanks ? "Spearman" : "Pearson", r, Math.min(1, p), CORRELATION, r, Optional.empty());
  }
}
