package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * Names for ranges of the weighted score, cut at its quantiles. The lowest scores are the first
 * tier. A score that equals a cut belongs to the tier below it, so equal customers share a tier and
 * the shares can differ from those asked for: see {@link RiskReport}.
 *
 * @param names the tiers, from the lowest weighted scores to the highest
 * @param quantiles where the tiers meet, ascending between 0 and 1; one fewer than names
 */
public record RiskTiers(List<String> names, List<Double> quantiles) {

  /**
   * Checks that names and quantiles match.
   *
   * @param names the tiers, from the lowest weighted scores to the highest
   * @param quantiles where the tiers meet, ascending between 0 and 1; one fewer than names
   * @throws IllegalArgumentException if they do not
   */
  public RiskTiers {
    names = List.copyOf(names);
    quantiles = List.copyOf(quantiles);
    if (names.size() != quantiles.size() + 1 || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "n tiers need n different names and n - 1 quantiles, seen " + names + ", " + quantiles);
    }
    double last = 0;
    for (double quantile : quantiles) {
      if (!(quantile > last && quantile < 1)) {
        throw new IllegalArgumentException(
            "quantiles must ascend between 0 and 1, seen " + quantiles + "; sort them");
      }
      last = quantile;
    }
  }

  /**
   * High risk for the lowest quarter, low risk for the highest quarter, medium between them.
   *
   * @return the tiers
   */
  public static RiskTiers withDefaults() {
    return new RiskTiers(List.of("high", "medium", "low"), List.of(0.25, 0.75));
  }

  /**
   * The same names at other quantiles.
   *
   * @param cuts where the tiers meet, ascending between 0 and 1; one fewer than names
   * @return new tiers
   */
  public RiskTiers at(double... cuts) {
    return new RiskTiers(names, Arrays.stream(cuts).boxed().toList());
  }

  /** The share of customers a tier would have if no two customers had the same score. */
  double askedShare(int tier) {
    double from = tier == 0 ? 0 : quantiles.get(tier - 1);
    return (tier == quantiles.size() ? 1 : quantiles.get(tier)) - from;
  }
}
