package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.SegmentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Columns of customers, to be kept as a reference or to be held against one. */
final class Observed {

  /** How a column is first counted, and how it is counted by the bins of a reference. */
  private record Column(
      ReferenceMaker first, Function<ReferenceColumn, long[]> again, String kind, String name) {}

  @FunctionalInterface
  private interface ReferenceMaker {
    ReferenceColumn make();
  }

  private final List<Column> columns = new ArrayList<>();

  Observed features(String kind, CustomerFeatures customers) {
    for (String name : customers.numericColumns()) {
      columns.add(
          new Column(
              () -> ReferenceColumn.ofNumbers(kind, name, customers.numeric(name)),
              reference -> reference.countNumbers(customers.numeric(name)),
              kind,
              name));
    }
    for (String name : customers.categoricalColumns()) {
      var values = customers.categorical(name);
      columns.add(
          new Column(
              () -> ReferenceColumn.ofTexts(kind, name, values),
              reference -> reference.countLevels(values.levels(), values.size(), values::level),
              kind,
              name));
    }
    return this;
  }

  /** Scores, called by the segmenter they belong to and their own names. */
  Observed scores(String segmenter, CustomerFeatures scores) {
    for (String name : scores.numericColumns()) {
      columns.add(
          new Column(
              () ->
                  ReferenceColumn.ofNumbers("score", segmenter + " " + name, scores.numeric(name)),
              reference -> reference.countNumbers(scores.numeric(name)),
              "score",
              segmenter + " " + name));
    }
    return this;
  }

  Observed segments(String name, Assignments assigned) {
    return levels(
        name,
        assigned.labels().stream().map(SegmentLabel::name).toList(),
        assigned.size(),
        assigned::labelIndex);
  }

  Observed segments(String name, Predictions guesses) {
    return levels(name, guesses.classes(), guesses.size(), guesses::labelIndex);
  }

  private Observed levels(String name, List<String> levels, int size, IntUnaryOperator ofRow) {
    columns.add(
        new Column(
            () -> ReferenceColumn.ofLevels("segment", name, levels, size, ofRow),
            reference -> reference.countLevels(levels, size, ofRow),
            "segment",
            name));
    return this;
  }

  List<ReferenceColumn> reference() {
    return columns.stream().map(column -> column.first().make()).toList();
  }

  /** How far these customers are from those of a reference, column by column of the reference. */
  List<DriftReport.Row> driftFrom(List<ReferenceColumn> reference) {
    Map<String, Column> byName =
        columns.stream()
            .collect(Collectors.toMap(column -> column.kind() + '\n' + column.name(), c -> c));
    List<DriftReport.Row> rows = new ArrayList<>();
    for (ReferenceColumn then : reference) {
      Column now = byName.get(then.kind() + '\n' + then.name());
      if (now == null) {
        throw new InvalidDataException(
            "these customers have no %s '%s', which the model has a reference for"
                .formatted(then.kind(), then.name()));
      }
      rows.add(Stability.row(then.kind(), then.name(), then.counts(), now.again().apply(then)));
    }
    return rows;
  }
}
