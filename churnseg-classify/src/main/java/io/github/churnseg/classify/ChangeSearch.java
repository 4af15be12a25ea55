package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the nearest value of a column with which a customer is on the other side of a threshold.
 * Customers are encoded once; of a changed customer only the numbers of the changed column are.
 */
final class ChangeSearch {

  private final ClassifierModel model;
  private final Variants template;
  private final EncodedColumns columns;
  private final Scorer scorer;
  private final int asked;
  private final double threshold;
  private final double[] encoded;
  private final List<Target> targets = new ArrayList<>();

  ChangeSearch(
      ClassifierModel model,
      CustomerFeatures customers,
      CustomerFeatures background,
      List<Actionable> actionable,
      String className,
      double threshold) {
    this.model = model;
    this.template = Variants.of(background, 0);
    this.columns = EncodedColumns.of(model.preprocessing());
    this.scorer = model.scorer();
    this.asked = model.classes().indexOf(className);
    this.threshold = threshold;
    this.encoded = model.preprocessing().encode(customers);
    for (Actionable one : actionable) {
      targets.add(
          new Target(
              one,
              new Candidates(ColumnValues.of(background, one.name())),
              ColumnValues.of(customers, one.name())));
    }
  }

  /** For each column whose change crosses the threshold the smallest change, smallest first. */
  List<SuggestedChange> changes(int row) {
    double[] own = Arrays.copyOfRange(encoded, row * columns.width(), (row + 1) * columns.width());
    boolean above = score(own, 1)[0] >= threshold;
    return targets.stream()
        .map(target -> new Run(target, own, row, above).nearest())
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(SuggestedChange::passed))
        .toList();
  }

  private double[] score(double[] rows, int count) {
    double[] scored = new double[count * model.classes().size()];
    scorer.score(rows, 0, count, scored);
    double[] probabilities = new double[count];
    Arrays.setAll(probabilities, at -> scored[at * model.classes().size() + asked]);
    return probabilities;
  }

  /** A column, what it may become, and what the customers have. */
  private record Target(Actionable actionable, Candidates candidates, ColumnValues own) {}

  /** One customer and one column. */
  private final class Run {

    private final String name;
    private final Actionable actionable;
    private final Candidates candidates;
    private final double[] own;
    private final double from;
    private final String shown;
    private final boolean above;

    Run(Target target, double[] own, int row, boolean above) {
      this.actionable = target.actionable();
      this.name = actionable.name();
      this.candidates = target.candidates();
      this.own = own;
      this.from = candidates.place(target.own(), row);
      this.shown = target.own().text(row);
      this.above = above;
    }

    Optional<SuggestedChange> nearest() {
      if (Double.isNaN(from)) {
        return Optional.empty(); // There is no distance from a value nobody knows.
      }
      return Stream.of(
              crossing(candidates.upFrom(from, actionable)),
              crossing(candidates.downFrom(from, actionable)))
          .flatMap(Optional::stream)
          .min(Comparator.comparingDouble(SuggestedChange::passed));
    }

    /** The first of these values that crosses, or one nearer where numbers lie between. */
    private Optional<SuggestedChange> crossing(double... values) {
      double[] probabilities = probabilities(values);
      int at = 0;
      while (at < values.length && !crosses(probabilities[at])) {
        at++;
      }
      if (at == values.length) {
        return Optional.empty();
      }
      double before = at == 0 ? from : values[at - 1];
      double to = candidates.narrow(before, values[at], one -> crosses(probabilities(one)[0]));
      return Optional.of(
          new SuggestedChange(
              name,
              shown,
              candidates.values().text(to),
              to,
              probabilities(to)[0],
              candidates.passed(from, to)));
    }

    private boolean crosses(double probability) {
      return probability >= threshold != above;
    }

    private double[] probabilities(double... values) {
      double[] rows =
          model.preprocessing().encode(template.with(name, candidates.values(), values));
      double[] changed = new double[rows.length];
      int column = columns.requireIndex(name);
      for (int to = 0; to < values.length; to++) {
        System.arraycopy(own, 0, changed, to * columns.width(), columns.width());
        columns.copy(column, rows, to, changed, to);
      }
      return score(changed, values.length);
    }
  }
}
