package io.github.churnseg.data;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a repair changed: each rule, how many cells or rows it met, and the first of them.
 * Immutable; prints as a table.
 *
 * @param table the name of the table
 * @param rows the rows it had
 * @param lines one entry a rule, in the order they were applied
 */
public record RepairReport(String table, int rows, List<Line> lines) {

  /**
   * Copies the lines.
   *
   * @param table the name of the table
   * @param rows the rows it had
   * @param lines one entry a rule
   */
  public RepairReport {
    lines = List.copyOf(lines);
  }

  /**
   * One rule.
   *
   * @param columns the columns it looked at
   * @param rule the rule in words
   * @param kind what it does to what it meets
   * @param count how many cells were changed or rows left out; 0 where it never applied
   * @param first the first of them, five at most
   */
  public record Line(List<String> columns, String rule, Kind kind, int count, List<Change> first) {

    /**
     * Copies the lists.
     *
     * @param columns the columns it looked at
     * @param rule the rule in words
     * @param kind what it does
     * @param count how many cells or rows
     * @param first the first of them
     */
    public Line {
      columns = List.copyOf(columns);
      first = List.copyOf(first);
    }
  }

  /** What a rule does to what it meets. */
  public enum Kind {
    /** Cells get another value. */
    CELLS_CHANGED,
    /** Rows are left out. */
    ROWS_LEFT_OUT
  }

  /**
   * One cell changed, or one row left out.
   *
   * @param id the row's id
   * @param before the value that was there; of several columns, those that decided
   * @param after the value that is there now; empty where the row was left out
   */
  public record Change(String id, String before, String after) {

    @Override
    public String toString() {
      return id + ": " + before + (after.isEmpty() ? "" : " to " + after);
    }
  }

  @Override
  public String toString() {
    TextTable table = TextTable.of("column", "rule", "changed", "first");
    for (Line line : lines) {
      String what = line.kind() == Kind.CELLS_CHANGED ? "%,d cells" : "%,d rows left out";
      String first = line.first().stream().map(Change::toString).collect(Collectors.joining(", "));
      table.row(
          String.join(", ", line.columns()),
          line.rule(),
          line.count() == 0 ? "never met" : String.format(Locale.ROOT, what, line.count()),
          first + (line.count() > line.first().size() ? " …" : ""));
    }
    return String.format(Locale.ROOT, "%s, %,d rows%n%s", this.table, rows, table)
        .replace(System.lineSeparator(), "\n");
  }
}
