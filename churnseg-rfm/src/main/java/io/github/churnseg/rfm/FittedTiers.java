package io.github.churnseg.rfm;

import java.util.ArrayList;
import java.util.List;

/** Risk tiers whose cut points have been learnt. */
final class FittedTiers {

  private final RiskTiers tiers;
  private final double[] cuts;
  private final double greatest;

  FittedTiers(RiskTiers tiers, double[] cuts, double greatest) {
    this.tiers = tiers;
    this.cuts = cuts;
    this.greatest = greatest;
  }

  RiskTiers tiers() {
    return tiers;
  }

  /** Where the tiers meet; not to be changed. */
  double[] cuts() {
    return cuts;
  }

  double greatest() {
    return greatest;
  }

  String name(double weighted) {
    return tiers.names().get(tier(weighted));
  }

  private int tier(double weighted) {
    int tier = 0;
    while (tier < cuts.length && cuts[tier] < weighted) {
      tier++;
    }
    return tier;
  }

  RiskReport report(Weights weights, double[] weighted, int[] customersOfCell) {
    int[] customers = new int[cuts.length + 1];
    long all = 0;
    for (int cell = 0; cell < weighted.length; cell++) {
      customers[tier(weighted[cell])] += customersOfCell[cell];
      all += customersOfCell[cell];
    }
    List<RiskReport.Tier> rows = new ArrayList<>();
    for (int tier = 0; tier < customers.length; tier++) {
      rows.add(
          new RiskReport.Tier(
              tiers.names().get(tier),
              tier < cuts.length ? cuts[tier] : greatest,
              tiers.askedShare(tier),
              (double) customers[tier] / all,
              customers[tier]));
    }
    return new RiskReport(weights.r(), weights.f(), weights.m(), rows);
  }
}
