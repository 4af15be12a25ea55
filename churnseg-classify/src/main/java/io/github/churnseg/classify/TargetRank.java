package io.github.churnseg.classify;

import java.util.function.Function;

/**
 * What targets are ranked by, highest first.
 *
 * @param name what it is called in lists
 * @param scores gives each row its value
 */
record TargetRank(String name, Function<TargetColumns, double[]> scores) {

  static TargetRank risk() {
    return new TargetRank("risk", columns -> columns.numbers("risk"));
  }

  static TargetRank expectedLoss(String money) {
    return new TargetRank(
        "expected loss",
        columns -> {
          double[] loss = columns.numbers("risk");
          double[] atStake = columns.numbers(money);
          for (int row = 0; row < loss.length; row++) {
            loss[row] *= atStake[row];
          }
          return loss;
        });
  }

  static TargetRank expectedProfit(Campaign campaign) {
    return new TargetRank(
        "expected profit",
        columns -> {
          double[] profit = columns.numbers("risk");
          for (int row = 0; row < profit.length; row++) {
            profit[row] = profit(campaign, profit[row], campaign.value());
          }
          return profit;
        });
  }

  static TargetRank expectedProfit(Campaign campaign, String valueColumn) {
    return new TargetRank(
        "expected profit",
        columns -> {
          double[] profit = columns.numbers("risk");
          double[] value = columns.numbers(valueColumn);
          for (int row = 0; row < profit.length; row++) {
            profit[row] = profit(campaign, profit[row], value[row]);
          }
          return profit;
        });
  }

  private static double profit(Campaign campaign, double risk, double value) {
    double ofLeaver = campaign.acceptance() * (value - campaign.offer()) - campaign.contact();
    return risk * ofLeaver - (1 - risk) * (campaign.offer() + campaign.contact());
  }
}
