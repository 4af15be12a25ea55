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
}
