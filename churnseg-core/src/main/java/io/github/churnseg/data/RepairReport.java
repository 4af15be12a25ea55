package io.github.churnseg.data;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

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

    /** The rule, with what it does where that is not plain. */
    String what() {
      return kind == Kind.ROWS_LEFT_OUT ? "rows left out, not " + rule : rule;
    }

    private String note() {
      return String.join(", ", columns)
          + ": "
          + first.stream().map(Change::toString).collect(Collectors.joining("; "))
          + (count > first.size() ? "; …" : "");
    }
  }

  /** What a rule does to what it meets. */
  public enum Kind {
    /** Cells get another value. */
    CELLS_CHANGED("cells"),
    /** Rows are left out. */
    ROWS_LEFT_OUT("rows left out");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String inWords() {
      return words;
    }
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

  /**
   * The rules as a Tablesaw table.
   *
   * @return a new table: columns, rule, kind, count, first changes
   */
  public Table toTable() {
    return Table.create(
        table,
        StringColumn.create(
            "columns", lines.stream().map(line -> String.join(", ", line.columns()))),
        StringColumn.create("rule", lines.stream().map(Line::rule)),
        StringColumn.create("kind", lines.stream().map(line -> line.kind().inWords())),
        IntColumn.create("count", lines.stream().mapToInt(Line::count)),
        StringColumn.create(
            "first",
            lines.stream()
                .map(Line::first)
                .map(all -> all.stream().map(Change::toString).collect(Collectors.joining("; ")))));
  }

  @Override
  public String toString() {
    TextTable text = TextTable.of("column", "rule", "changed");
    StringBuilder notes = new StringBuilder();
    for (Line line : lines) {
      String changed = String.format(Locale.ROOT, "%,d ", line.count()) + line.kind().inWords();
      text.row(
          String.join(", ", line.columns()),
          line.rule(),
          line.count() == 0 ? "never met" : changed);
      if (line.count() > 0) {
        notes.append(TextWrap.wrap(line.note(), 2));
      }
    }
    return table + String.format(Locale.ROOT, ", %,d rows", rows) + "\n" + text + notes;
  }
}
