package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What {@link Calibrated} does to a plan's probabilities, measured out of fold. Immutable. */
public final class CalibrationReport {

  private static final List<Metric> METRICS = List.of(Metric.BRIER, Metric.LOG_LOSS, Metric.AUC);

  private final CrossValidated before;
  private final CrossValidated after;

  CalibrationReport(CrossValidated before, CrossValidated after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The plan as it is.
   *
   * @return its figures
   */
  public CrossValidated before() {
    return before;
  }

  /**
   * The plan with corrected probabilities.
   *
   * @return its figures, on the same folds
   */
  public CrossValidated after() {
    return after;
  }

  /**
   * A table with the columns {@code figure}, {@code before} and {@code after}.
   *
   * @return a new table: the expected calibration error of the first repeat (of the mean of all
   *     classes where none is positive), then the Brier score, log-loss and AUC over the folds
   */
  public Table toTable() {
    Table table =
        Table.create(
            "calibration",
            StringColumn.create("figure"),
            DoubleColumn.create("before"),
            DoubleColumn.create("after"));
    append(table, "calibration error", error(before), error(after));
    METRICS.forEach(
        metric -> append(table, metric.toString(), before.mean(metric), after.mean(metric)));
    return table;
  }

  private static void append(Table table, String figure, double before, double after) {
    table.stringColumn("figure").append(figure);
    table.doubleColumn("before").append(before);
    table.doubleColumn("after").append(after);
  }

  /** Of one repeat: the mean of several is another, better calibrated model. */
  private static double error(CrossValidated result) {
    Evaluation evaluation = result.evaluation(0);
    List<String> asked =
        result.outOfFold(0).positiveClass().map(List::of).orElse(result.outOfFold(0).classes());
    return asked.stream()
        .mapToDouble(name -> evaluation.calibration(name, 10).error())
        .average()
        .orElse(Double.NaN);
  }

  /** Figures before and after. */
  @Override
  public String toString() {
    Table figures = toTable();
    TextTable table = TextTable.of("", "before", "after");
    for (int row = 0; row < figures.rowCount(); row++) {
      table.row(
          figures.stringColumn("figure").get(row),
          digits(figures.doubleColumn("before").getDouble(row)),
          digits(figures.doubleColumn("after").getDouble(row)));
    }
    return table.toString();
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
