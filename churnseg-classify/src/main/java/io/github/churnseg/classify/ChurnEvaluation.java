package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well a {@link ChurnPlan} would have told who leaves, at earlier cuts, beside what recency
 * alone tells and what nothing tells. Immutable.
 *
 * <p>An AUC of .6 to .8 is what honest windows give in most shops; more calls for a look at what
 * the features know.
 */
public final class ChurnEvaluation {

  private final String definition;
  private final List<ChurnOrigin> origins;

  ChurnEvaluation(String definition, List<ChurnOrigin> origins) {
    this.definition = definition;
    this.origins = List.copyOf(origins);
  }

  /**
   * The tests.
   *
   * @return at least one, the latest first
   */
  public List<ChurnOrigin> origins() {
    return origins;
  }

  /**
   * The figures of the plan, each averaged over the tests.
   *
   * @return the means
   */
  public ChurnFigures mean() {
    return mean(ChurnOrigin::model);
  }

  /**
   * The figures of recency alone, each averaged over the tests.
   *
   * @return the means
   */
  public ChurnFigures meanOfRecency() {
    return mean(ChurnOrigin::recency);
  }

  private ChurnFigures mean(Function<ChurnOrigin, ChurnFigures> of) {
    return new ChurnFigures(
        mean(of, ChurnFigures::auc),
        mean(of, ChurnFigures::prAuc),
        mean(of, ChurnFigures::brier),
        mean(of, ChurnFigures::lift));
  }

  private double mean(
      Function<ChurnOrigin, ChurnFigures> of, ToDoubleFunction<ChurnFigures> figure) {
    return origins.stream().map(of).mapToDouble(figure).average().orElseThrow();
  }

  /**
   * Area under the ROC curve of the plan at the latest test.
   *
   * @return 0 to 1; .5 is chance
   */
  public double auc() {
    return origins.get(0).model().auc();
  }

  /**
   * A table with the columns {@code learnt at}, {@code tested at}, {@code plan}, {@code customers},
   * {@code left}, {@code AUC}, {@code PR-AUC}, {@code Brier} and {@code lift@10%}.
   *
   * @return a new table, three rows a test: the model, recency alone, the share of leavers
   */
  public Table toTable() {
    Table table =
        Table.create(
            "back-test",
            DateTimeColumn.create("learnt at"),
            DateTimeColumn.create("tested at"),
            StringColumn.create("plan"),
            IntColumn.create("customers"),
            IntColumn.create("left"),
            DoubleColumn.create("AUC"),
            DoubleColumn.create("PR-AUC"),
            DoubleColumn.create("Brier"),
            DoubleColumn.create("lift@10%"));
    for (ChurnOrigin origin : origins) {
      append(table, origin, "model", origin.model());
      append(table, origin, "recency alone", origin.recency());
      append(table, origin, "share who left", origin.prior());
    }
    return table;
  }

  private static void append(Table table, ChurnOrigin origin, String plan, ChurnFigures figures) {
    table.dateTimeColumn("learnt at").append(origin.learntAt());
    table.dateTimeColumn("tested at").append(origin.testedAt());
    table.stringColumn("plan").append(plan);
    table.intColumn("customers").append(origin.tested());
    table.intColumn("left").append(origin.left());
    table.doubleColumn("AUC").append(figures.auc());
    table.doubleColumn("PR-AUC").append(figures.prAuc());
    table.doubleColumn("Brier").append(figures.brier());
    table.doubleColumn("lift@10%").append(figures.lift());
  }

  /** The definition, and the figures of each test. */
  @Override
  public String toString() {
    TextTable table =
        TextTable.of(
            "learnt at",
            "tested at",
            "customers",
            "left",
            "plan",
            "AUC",
            "PR-AUC",
            "Brier",
            "lift@10%");
    for (ChurnOrigin origin : origins) {
      row(table, origin, "model", origin.model());
      row(table, origin, "recency alone", origin.recency());
      row(table, origin, "share who left", origin.prior());
    }
    return TextWrap.wrap("back-test by time; " + definition, 2) + table;
  }

  private static void row(TextTable table, ChurnOrigin origin, String plan, ChurnFigures figures) {
    table.row(
        origin.learntAt().toLocalDate().toString(),
        origin.testedAt().toLocalDate().toString(),
        String.format(Locale.ROOT, "%,d", origin.tested()),
        String.format(Locale.ROOT, "%,d", origin.left()),
        plan,
        String.format(Locale.ROOT, "%.3f", figures.auc()),
        String.format(Locale.ROOT, "%.3f", figures.prAuc()),
        String.format(Locale.ROOT, "%.3f", figures.brier()),
        String.format(Locale.ROOT, "%.2f", figures.lift()));
  }
}
