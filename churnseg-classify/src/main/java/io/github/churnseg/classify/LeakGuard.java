package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.Locale;

/** Refuses features one of which knows the outcome. */
final class LeakGuard {

  /** No honest feature of a customer's past reaches this; one that knows the outcome does. */
  private static final double LEAK = 0.95;

  /** With fewer customers of a class, chance does. */
  private static final int LEAST = 20;

  private LeakGuard() {}

  static void check(CustomerFeatures customers, Labels labels) {
    if (labels.counts().values().stream().anyMatch(count -> count < LEAST)) {
      return;
    }
    SingleFeatures.of(customers, labels).stream()
        .findFirst()
        .filter(best -> best.auc() > LEAK)
        .ifPresent(
            best -> {
              throw new InvalidDataException(
                  String.format(
                      Locale.ROOT,
                      "feature '%s' alone tells who is '%s' with an AUC of %.3f: it knows the"
                          + " outcome, or defines it, as recency does of silence, and would not be"
                          + " known in time; derive it from the log as cut, or leave it out",
                      best.column(),
                      labels.positive().orElse(""),
                      best.auc()));
            });
  }
}
