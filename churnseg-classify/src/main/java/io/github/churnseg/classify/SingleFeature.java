package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well one column alone tells who is of the positive class.
 *
 * @param column its name
 * @param auc area under the ROC curve, in the better of its two directions
 */
record SingleFeature(String column, double auc) {

  /** No honest feature of a customer's past reaches this; one that knows the outcome does. */
  private static final double LEAK = 0.95;

  /** With fewer of a class, or rows of a category, chance does. */
  private static final int LEAST = 20;

  /** Refuses features one of which knows the outcome. */
  static void refuseLeak(CustomerFeatures customers, Labels labels) {
    best(customers, labels)
        .filter(best -> best.auc > LEAK)
        .ifPresent(
            best -> {
              throw new InvalidDataException(
                  String.format(
                      Locale.ROOT,
                      "feature '%s' alone tells who is '%s' with an AUC of %.3f: it knows the"
                          + " outcome, or defines it, as recency does of silence, and would not be"
                          + " known in time; derive it from the log as cut, or leave it out",
                      best.column,
                      labels.positive().orElse(""),
                      best.auc));
            });
  }

  /** The column that tells most; of equals the first by name. Nothing where there are few rows. */
  static Optional<SingleFeature> best(CustomerFeatures customers, Labels labels) {
    Optional<String> positive = labels.positive();
    if (positive.isEmpty()) {
      return Optional.empty();
    }
    boolean[] is = new boolean[labels.size()];
    for (int row = 0; row < is.length; row++) {
      is[row] = labels.of(row).equals(positive.get());
    }
    Optional<SingleFeature> best = Optional.empty();
    for (String column : customers.numericColumns()) {
      best = better(best, of(column, customers.numeric(column), is));
    }
    for (String column : customers.categoricalColumns()) {
      best = better(best, of(column, shares(customers.categorical(column), is), is));
    }
    return best;
  }

  private static Optional<SingleFeature> better(
      Optional<SingleFeature> known, Optional<SingleFeature> other) {
    if (known.isEmpty() || other.isEmpty()) {
      return known.or(() -> other);
    }
    int order = Double.compare(known.get().auc, other.get().auc);
    boolean first = known.get().column.compareTo(other.get().column) < 0;
    return order > 0 || (order == 0 && first) ? known : other;
  }

  private static Optional<SingleFeature> of(String column, double[] values, boolean[] is) {
    int[] rows =
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).toArray();
    boolean[] some = new boolean[rows.length];
    int positives = 0;
    for (int at = 0; at < rows.length; at++) {
      some[at] = is[rows[at]];
      positives += some[at] ? 1 : 0;
    }
    if (positives < LEAST || rows.length - positives < LEAST) {
      return Optional.empty();
    }
    double auc =
        Ranking.of(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray(), some).auc();
    return Optional.of(new SingleFeature(column, Math.max(auc, 1 - auc)));
  }

  /** For each row the share of the positive class in its category; rare ones share one. */
  private static double[] shares(Categories values, boolean[] is) {
    int rare = values.levels().size();
    int[] rows = new int[rare + 1];
    int[] positives = new int[rare + 1];
    for (int row = 0; row < is.length; row++) {
      rows[values.level(row) < 0 ? rare : values.level(row)]++;
    }
    int[] place =
        IntStream.range(0, is.length)
            .map(row -> values.level(row) < 0 ? rare : values.level(row))
            .map(level -> rows[level] < LEAST ? rare : level)
            .toArray();
    Arrays.fill(rows, 0);
    for (int row = 0; row < is.length; row++) {
      rows[place[row]]++;
      positives[place[row]] += is[row] ? 1 : 0;
    }
    return Arrays.stream(place).mapToDouble(at -> (double) positives[at] / rows[at]).toArray();
  }
}
