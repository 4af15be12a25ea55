package io.github.churnseg.classify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses which of several columns that say the same to leave out. */
final class DropRule {

  private final Correlations correlations;
  private final double least;
  private final double most;
  private final Set<String> gone = new HashSet<>();
  private final List<DropSuggestion> suggestions = new ArrayList<>();

  DropRule(Correlations correlations, double least, double most) {
    if (!(least > 0 && most >= 1)) {
      throw new IllegalArgumentException(
          "correlation=%s, inflation=%s; choose a correlation above 0, and an inflation of 1 or more"
              .formatted(least, most));
    }
    this.correlations = correlations;
    this.least = least;
    this.most = most;
  }

  List<DropSuggestion> suggest() {
    for (CorrelatedPair pair : correlations.pairs()) {
      boolean open = !gone.contains(pair.first()) && !gone.contains(pair.second());
      if (open && !pair.has(Correlations.TARGET) && pair.strength() >= least) {
        drop(pair);
      }
    }
    correlations
        .inflatedBeside(gone, most)
        .forEach(
            (column, factor) ->
                suggestions.add(
                    new DropSuggestion(
                        column,
                        Double.isInfinite(factor)
                            ? "follows from the columns that are left"
                            : String.format(
                                Locale.ROOT,
                                "variance inflation %.1f beside the columns that are left",
                                factor))));
    return List.copyOf(suggestions);
  }

  private void drop(CorrelatedPair pair) {
    boolean target = correlations.columns().contains(Correlations.TARGET);
    double first = target ? ofTarget(pair.first()) : -closeness(pair.first());
    double second = target ? ofTarget(pair.second()) : -closeness(pair.second());
    String column = first < second ? pair.first() : pair.second();
    String why =
        target
            ? String.format(
                Locale.ROOT,
                "says less of the target (phik %.2f against %.2f)",
                Math.min(first, second),
                Math.max(first, second))
            : "is closer to the other columns";
    gone.add(column);
    suggestions.add(
        new DropSuggestion(
            column,
            String.format(
                Locale.ROOT,
                "goes with %s (%.2f) and %s",
                pair.other(column),
                pair.strength(),
                why)));
  }

  private double ofTarget(String column) {
    double phik = correlations.phik(column, Correlations.TARGET);
    return Double.isNaN(phik) ? 0 : phik;
  }

  private double closeness(String column) {
    return correlations.pairs().stream()
        .filter(pair -> pair.has(column))
        .mapToDouble(CorrelatedPair::strength)
        .average()
        .orElse(0);
  }
}
