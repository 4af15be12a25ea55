package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.RepairReport.Kind;
import io.github.churnseg.data.RepairReport.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Puts right the values of a table by explicit rules, and reports each change. Immutable; each step
 * gives a new object, and steps apply in the order they are given.
 *
 * <pre>{@code
 * Repair repaired = Repair.of(revenue, "id")
 *     .alias("month", "Febuary", "February")
 *     .outliers("revenue", OutlierRule.above(100_000), Replacement.median());
 * repaired.report()                    // column, rule, how many cells, the first ids, before and after
 * repaired.toTable()
 * }</pre>
 *
 * <p>Only the cells a rule names change, never the rest of their rows. A rule that meets nothing is
 * reported too. The table must not change before {@link #toTable()}.
 */
public final class Repair {

  private final Table table;
  private final String id;
  private final RepairReport report;

  private Repair(Table table, String id, RepairReport report) {
    this.table = table;
    this.id = id;
    this.report = report;
  }

  /**
   * Starts with a table.
   *
   * @param table the table to repair; it is not changed
   * @param id the column by which the report names rows; it may repeat
   * @return the table, to be repaired
   */
  public static Repair of(Table table, String id) {
    String name = TableColumns.nameOf(table);
    TableColumns.one(table, id);
    return new Repair(table, id, new RepairReport(name, table.rowCount(), List.of()));
  }

  /**
   * Writes one category for another that means the same, such as a misspelt one.
   *
   * @param column a text column
   * @param alias the category to be replaced; if it never occurs, the report says so
   * @param category the category to write
   * @return a new repair
   */
  public Repair alias(String column, String alias, String category) {
    if (alias.equals(category) || alias.isEmpty()) {
      throw new IllegalArgumentException(
          "alias '" + alias + "' of '" + category + "'; an alias is some other text");
    }
    if (!(column(column) instanceof StringColumn texts)) {
      throw new InvalidDataException(
          "column '"
              + column
              + "' of "
              + report.table()
              + " holds "
              + TableColumns.typeOf(column(column))
              + ", no text; an alias needs text");
    }
    Changes changes = new Changes(column(id));
    String[] values = texts.asObjectArray().clone();
    for (int row = 0; row < values.length; row++) {
      if (values[row].equals(alias)) {
        values[row] = category;
        changes.add(row, alias, category);
      }
    }
    String rule = "'" + alias + "' is '" + category + "'";
    return replaced(StringColumn.create(column, values), rule, changes);
  }

  /**
   * Replaces outlying values, cell by cell.
   *
   * @param column a numeric column
   * @param rule which values are outliers
   * @param replacement what takes their place
   * @return a new repair
   * @throws InvalidDataException if the rule cannot be applied to the values of the column
   */
  public Repair outliers(String column, OutlierRule rule, Replacement replacement) {
    NumberCells cells = new NumberCells(TableColumns.numeric(table, column));
    Changes changes = new Changes(column(id));
    Column<?> repaired = cells.replaceOutliers(rule, replacement, changes);
    return replaced(repaired, rule + " becomes " + replacement, changes);
  }

  /**
   * Keeps the rows in which a condition holds for each of some columns, such as revenue above zero
   * in each of three months. It never holds for a missing value.
   *
   * @param rule the condition in words, for the report, such as {@code "> 0 in each month"}
   * @param condition what must hold for each value
   * @param columns one or more numeric columns
   * @return a new repair
   */
  public Repair keepWhereAll(String rule, DoublePredicate condition, String... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("name the columns of which '" + rule + "' must hold");
    }
    List<NumberCells> cells = new ArrayList<>();
    for (String column : columns) {
      cells.add(new NumberCells(TableColumns.numeric(table, column)));
    }
    Changes changes = new Changes(column(id));
    int[] kept = new int[table.rowCount()];
    int count = 0;
    for (int row = 0; row < kept.length; row++) {
      int at = row;
      if (cells.stream().allMatch(cell -> cell.holds(at, condition))) {
        kept[count++] = row;
      } else {
        changes.add(row, texts(cells, row), "");
      }
    }
    return next(
        RowPick.pick(table, Arrays.copyOf(kept, count)),
        List.of(columns),
        rule,
        Kind.ROWS_LEFT_OUT,
        changes);
  }

  /**
   * The repaired table.
   *
   * @return a new table, named like the source
   */
  public Table toTable() {
    return RowPick.copy(table);
  }

  /**
   * What was changed.
   *
   * @return one line a rule
   */
  public RepairReport report() {
    return report;
  }

  @Override
  public String toString() {
    return report.toString();
  }

  private static String texts(List<NumberCells> cells, int row) {
    return cells.stream().map(cell -> cell.text(row)).collect(Collectors.joining(", "));
  }

  private Repair replaced(Column<?> column, String rule, Changes changes) {
    List<Column<?>> columns = new ArrayList<>(table.columns());
    columns.set(table.columnIndex(column.name()), column);
    Table next = Table.create(report.table(), columns);
    return next(next, List.of(column.name()), rule, Kind.CELLS_CHANGED, changes);
  }

  private Repair next(Table next, List<String> columns, String rule, Kind kind, Changes changes) {
    List<Line> lines = new ArrayList<>(report.lines());
    lines.add(new Line(columns, rule, kind, changes.count(), changes.first()));
    return new Repair(next, id, new RepairReport(report.table(), report.rows(), lines));
  }

  private Column<?> column(String name) {
    return TableColumns.one(table, name);
  }
}
