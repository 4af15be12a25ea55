package io.github.churnseg.classify;

import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How many more of the positive class are found in the part with the highest probabilities. */
final class Lift {

  private Lift() {}

  /**
   * The share of the positive class in that part, by its share in all. Of equal probabilities at
   * the edge of the part each counts in part, so that the order of the rows does not show.
   */
  static double at(double part, Predictions predictions, Labels truth) {
    String positive = predictions.positiveClass().orElseThrow();
    List<Integer> order =
        IntStream.range(0, predictions.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> -predictions.probability(row)))
            .toList();
    double wanted = part * order.size();
    double found = 0;
    int all = 0;
    int from = 0;
    while (from < order.size()) {
      int to = from;
      int hits = 0;
      double equal = predictions.probability(order.get(from));
      for (; to < order.size() && predictions.probability(order.get(to)) == equal; to++) {
        hits += truth.of(order.get(to)).equals(positive) ? 1 : 0;
      }
      double taken = Math.min(1, Math.max(0, wanted - from) / (to - from));
      found += taken * hits;
      all += hits;
      from = to;
    }
    return found / wanted / ((double) all / order.size());
  }
}
