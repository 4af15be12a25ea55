package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Columns by how much a model relies on them, the most important first; of equals, by name.
 * Immutable. {@link PermutationImportance} and {@link ShapValues#summary} make it.
 */
public final class ImportanceReport {

  private final String title;
  private final String unit;
  private final List<ColumnImportance> columns;

  ImportanceReport(String title, String unit, List<ColumnImportance> columns) {
    this.title = title;
    this.unit = unit;
    this.columns =
        columns.stream()
            .sorted(
                Comparator.comparingDouble(ColumnImportance::importance)
                    .reversed()
                    .thenComparing(ColumnImportance::column))
            .toList();
  }

  /**
   * Every column the model was fitted on.
   *
   * @return the most important first
   */
  public List<ColumnImportance> columns() {
    return columns;
  }

  /**
   * One column.
   *
   * @param name one of the customers' columns
   * @return its figures
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public ColumnImportance of(String name) {
    return columns.stream()
        .filter(one -> one.column().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no column '%s'; there are %s"
                        .formatted(name, columns.stream().map(ColumnImportance::column).toList())));
  }

  /**
   * What the importance is measured in.
   *
   * @return such as {@code loss of AUC} or {@code mean |SHAP|, log-odds}
   */
  public String unit() {
    return unit;
  }

  /**
   * A table with the columns {@code column}, {@code importance}, {@code spread}, {@code direction}
   * and {@code sign}.
   *
   * @return a new table, a row a column, the most important first
   */
  public Table toTable() {
    Table table =
        Table.create(
            "importance",
            StringColumn.create("column"),
            DoubleColumn.create("importance"),
            DoubleColumn.create("spread"),
            DoubleColumn.create("direction"),
            StringColumn.create("sign"));
    for (ColumnImportance one : columns) {
      table.stringColumn("column").append(one.column());
      table.doubleColumn("importance").append(one.importance());
      table.doubleColumn("spread").append(one.spread());
      table.doubleColumn("direction").append(one.direction());
      table.stringColumn("sign").append(one.sign().orElse(""));
    }
    return table;
  }

  /** What was measured, then the columns. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("column", unit, "±", "direction", "more of it");
    for (ColumnImportance one : columns) {
      table.row(
          one.column(),
          String.format(Locale.ROOT, "%.4f", one.importance()),
          String.format(Locale.ROOT, "%.4f", one.spread()),
          Double.isNaN(one.direction()) ? "" : String.format(Locale.ROOT, "%+.2f", one.direction()),
          one.sign().orElse(""));
    }
    return title + "\n" + table;
  }
}
