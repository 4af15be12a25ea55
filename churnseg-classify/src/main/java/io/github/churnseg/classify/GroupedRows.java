package io.github.churnseg.classify;

import static io.github.churnseg.classify.TestOutcome.Measure.CORRELATION;
import static io.github.churnseg.classify.TestOutcome.Measure.CRAMERS_V;
import static io.github.churnseg.classify.TestOutcome.Measure.HEDGES_G;

import io.github.churnseg.features.CustomerFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** The columns of hypotheses, sorted into groups and handed to the test that suits them. */
final class GroupedRows {

  private static final int ENOUGH = 30;

  private final CustomerFeatures rows;
  private final boolean byRanks;

  GroupedRows(CustomerFeatures given, boolean byRanks) {
    this.rows = given.select(IdOrder.of(given));
    this.byRanks = byRanks;
  }

  /** A question's answer, before it is corrected for the others. */
  record Answer(String hypothesis, int rows, TestOutcome outcome, List<GroupFigure> groups) {}

  static List<String> columns(CustomerFeatures rows) {
    List<String> all = new ArrayList<>(rows.numericColumns());
    all.addAll(rows.categoricalColumns());
    return all;
  }

  static void require(CustomerFeatures rows, String column) {
    if (!columns(rows).contains(column)) {
      throw new IllegalArgumentException(
          "no column '%s'; there are %s".formatted(column, columns(rows)));
    }
  }

  static void requireOrder(CustomerFeatures rows, String column) {
    require(rows, column);
    if (!ColumnValues.of(rows, column).hasOrder()) {
      throw new IllegalArgumentException(
          "column '%s' has no order, so it cannot go with another; ask differs(other, '%s')"
              .formatted(column, column));
    }
  }

  static void requireCategories(CustomerFeatures rows, String column) {
    if (column.equals(Correlations.TARGET) && rows.labels().isPresent()) {
      return;
    }
    require(rows, column);
    if (!rows.categoricalColumns().contains(column)) {
      throw new IllegalArgumentException(
          "column '%s' holds numbers, not groups; ask goesWith(…), or load it as categories"
              .formatted(column));
    }
  }

  Answer ask(Hypotheses.Question question) {
    return question.grouped() ? between(question, groups(question.other())) : together(question);
  }

  private Answer together(Hypotheses.Question question) {
    ColumnValues first = ColumnValues.of(rows, question.column());
    ColumnValues second = ColumnValues.of(rows, question.other());
    int[] known =
        IntStream.range(0, rows.size())
            .filter(row -> !Double.isNaN(first.number(row)) && !Double.isNaN(second.number(row)))
            .toArray();
    if (known.length < 3) {
      return answer(
          question,
          known.length,
          TestOutcome.untestable(CORRELATION, "fewer than 3 rows have both values"));
    }
    boolean ranks =
        byRanks
            || known.length < ENOUGH
            || first.categories().isPresent()
            || second.categories().isPresent();
    return answer(
        question,
        known.length,
        DependenceTests.numbers(
            Arrays.stream(known).mapToDouble(first::number).toArray(),
            Arrays.stream(known).mapToDouble(second::number).toArray(),
            ranks));
  }

  private static Answer answer(Hypotheses.Question question, int rows, TestOutcome outcome) {
    return new Answer(question.shown(), rows, outcome, List.of());
  }

  /** The group of each row. */
  private static final class Groups {

    private final List<String> names;
    private final int[] ofRow;

    Groups(List<String> names, int... ofRow) {
      this.names = names;
      this.ofRow = ofRow;
    }
  }

  private Groups groups(String column) {
    if (column.equals(Correlations.TARGET)) {
      return rows.labels()
          .map(
              labels ->
                  new Groups(
                      labels.classes(),
                      IntStream.range(0, rows.size()).map(labels::index).toArray()))
          .orElseThrow();
    }
    var categories = rows.categorical(column);
    return new Groups(
        categories.levels(), IntStream.range(0, rows.size()).map(categories::level).toArray());
  }

  private Answer between(Hypotheses.Question question, Groups groups) {
    ColumnValues values = ColumnValues.of(rows, question.column());
    if (values.categories().isPresent()) {
      int[][] counts = PhiK.counts(PhiK.cells(values), groups.ofRow);
      int known = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
      boolean two = counts.length > 1 && counts[0].length > 1;
      return answer(
          question,
          known,
          two
              ? DependenceTests.categories(counts)
              : TestOutcome.untestable(CRAMERS_V, "a column never changes"));
    }
    List<double[]> parts = new ArrayList<>();
    List<GroupFigure> figures = new ArrayList<>();
    int known = 0;
    for (int group = 0; group < groups.names.size(); group++) {
      double[] part = part(values, groups.ofRow, group);
      known += part.length;
      if (part.length > 0) {
        figures.add(figure(groups.names.get(group), part));
      }
      if (part.length > 1) {
        parts.add(part);
      }
    }
    TestOutcome outcome = numbers(parts);
    return new Answer(
        question.shown(),
        known,
        parts.size() < figures.size()
            ? outcome.withNote("groups of one row were left out")
            : outcome,
        List.copyOf(figures));
  }

  private static double[] part(ColumnValues values, int[] groupOfRow, int group) {
    return IntStream.range(0, groupOfRow.length)
        .filter(row -> groupOfRow[row] == group && !Double.isNaN(values.number(row)))
        .mapToDouble(values::number)
        .toArray();
  }

  private static GroupFigure figure(String name, double... part) {
    return new GroupFigure(name, part.length, StatUtils.mean(part), StatUtils.percentile(part, 50));
  }

  private TestOutcome numbers(List<double[]> parts) {
    if (parts.size() < 2) {
      return TestOutcome.untestable(HEDGES_G, "there are no two groups of two rows or more");
    }
    double[] all = parts.stream().flatMapToDouble(Arrays::stream).toArray();
    if (Arrays.stream(all).allMatch(value -> value == all[0])) {
      return TestOutcome.untestable(HEDGES_G, "the column never changes");
    }
    boolean means =
        parts.stream().allMatch(part -> part.length >= ENOUGH && MeanTests.variance(part) > 0);
    return means && !byRanks ? MeanTests.test(parts) : RankTests.test(parts);
  }
}
