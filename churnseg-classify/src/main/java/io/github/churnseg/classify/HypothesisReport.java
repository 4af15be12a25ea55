package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What rows say of several hypotheses; {@link Hypotheses} makes it. Immutable. */
public final class HypothesisReport {

  private static final int MOST_GROUPS = 8;

  private final double level;
  private final List<HypothesisResult> results;

  private HypothesisReport(double level, List<HypothesisResult> results) {
    this.level = level;
    this.results = results;
  }

  static HypothesisReport of(List<GroupedRows.Answer> answers, double level) {
    double[] corrected =
        holm(answers.stream().mapToDouble(answer -> answer.outcome().p()).toArray());
    List<HypothesisResult> results = new ArrayList<>();
    for (int index = 0; index < corrected.length; index++) {
      GroupedRows.Answer answer = answers.get(index);
      TestOutcome outcome = answer.outcome();
      results.add(
          new HypothesisResult(
              answer.hypothesis(),
              outcome.test(),
              answer.rows(),
              outcome.statistic(),
              outcome.p(),
              corrected[index],
              outcome.measure().shown(),
              outcome.effect(),
              outcome.measure().words(outcome.effect()),
              corrected[index] < level,
              answer.groups(),
              outcome.note()));
    }
    return new HypothesisReport(level, List.copyOf(results));
  }

  /** The smallest p counts as many times as there are hypotheses, the next once less, and so on. */
  static double[] holm(double... p) {
    int[] order =
        IntStream.range(0, p.length)
            .filter(index -> !Double.isNaN(p[index]))
            .boxed()
            .sorted(Comparator.comparingDouble(index -> p[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] corrected = p.clone();
    double largest = 0;
    for (int place = 0; place < order.length; place++) {
      largest = Math.max(largest, Math.min(1, (order.length - place) * p[order[place]]));
      corrected[order[place]] = largest;
    }
    return corrected;
  }

  /**
   * The results.
   *
   * @return in the order the hypotheses were named
   */
  public List<HypothesisResult> results() {
    return results;
  }

  /**
   * The result of one hypothesis.
   *
   * @param hypothesis as it is shown, such as {@code payment by type}
   * @return its result
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public HypothesisResult of(String hypothesis) {
    return results.stream()
        .filter(one -> one.hypothesis().equals(hypothesis))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no hypothesis '%s'; there are %s"
                        .formatted(
                            hypothesis,
                            results.stream().map(HypothesisResult::hypothesis).toList())));
  }

  /**
   * The corrected p below which a hypothesis counts as true.
   *
   * @return above 0, below 1
   */
  public double level() {
    return level;
  }

  /**
   * A table with the columns {@code hypothesis}, {@code test}, {@code rows}, {@code statistic},
   * {@code p}, {@code holm}, {@code measure}, {@code effect}, {@code size}, {@code holds} and
   * {@code note}.
   *
   * @return a new table, a row a hypothesis
   */
  public Table toTable() {
    Table table =
        Table.create(
            "hypotheses",
            StringColumn.create("hypothesis"),
            StringColumn.create("test"),
            IntColumn.create("rows"),
            DoubleColumn.create("statistic"),
            DoubleColumn.create("p"),
            DoubleColumn.create("holm"),
            StringColumn.create("measure"),
            DoubleColumn.create("effect"),
            StringColumn.create("size"),
            BooleanColumn.create("holds"),
            StringColumn.create("note"));
    for (HypothesisResult one : results) {
      table.stringColumn("hypothesis").append(one.hypothesis());
      table.stringColumn("test").append(one.test());
      table.intColumn("rows").append(one.rows());
      table.doubleColumn("statistic").append(one.statistic());
      table.doubleColumn("p").append(one.p());
      table.doubleColumn("holm").append(one.holm());
      table.stringColumn("measure").append(one.measure());
      table.doubleColumn("effect").append(one.effect());
      table.stringColumn("size").append(one.size());
      table.booleanColumn("holds").append(one.holds());
      table.stringColumn("note").append(one.note().orElse(""));
    }
    return table;
  }

  /** The hypotheses, then the means of the groups and what to be careful about. */
  @Override
  public String toString() {
    TextTable table =
        TextTable.of(
            "hypothesis", "test", "rows", "p", "Holm", "measure", "effect", "size", "holds");
    StringBuilder details = new StringBuilder();
    for (HypothesisResult one : results) {
      table.row(
          one.hypothesis(),
          one.test(),
          Integer.toString(one.rows()),
          shown(one.p()),
          shown(one.holm()),
          one.measure(),
          Double.isNaN(one.effect()) ? "" : String.format(Locale.ROOT, "%+.3f", one.effect()),
          one.size(),
          one.holds() ? "yes" : "no");
      details.append(details(one));
    }
    return table + details.toString();
  }

  private static String details(HypothesisResult one) {
    if (one.groups().isEmpty() && one.note().isEmpty()) {
      return "";
    }
    String means =
        one.groups().stream()
            .limit(MOST_GROUPS)
            .map(
                group ->
                    "%s %s (%d)"
                        .formatted(group.group(), ColumnValues.shown(group.mean()), group.rows()))
            .collect(Collectors.joining(", "));
    String more = one.groups().size() > MOST_GROUPS ? ", …" : "";
    String note = one.note().map(text -> "; " + text).orElse("");
    String text = one.groups().isEmpty() ? one.note().orElse("") : "mean " + means + more + note;
    return TextWrap.wrap(one.hypothesis() + ": " + text, 2);
  }

  private static String shown(double p) {
    if (Double.isNaN(p)) {
      return "";
    }
    return p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
  }
}
