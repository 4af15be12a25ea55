package io.github.churnseg.data;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a join did, step by step: rows before and after, and the keys without a partner on either
 * side. Immutable; prints as a table.
 *
 * @param left the name of the table that was joined to
 * @param keepsUnmatched whether rows of it without a partner are kept
 * @param rows the rows it had
 * @param steps one entry for each table that was added
 */
public record JoinReport(String left, boolean keepsUnmatched, int rows, List<Step> steps) {

  /**
   * Copies the steps.
   *
   * @param left the name of the first table
   * @param keepsUnmatched whether its rows without a partner are kept
   * @param rows the rows it had
   * @param steps one entry a table
   */
  public JoinReport {
    steps = List.copyOf(steps);
  }

  /**
   * One table added.
   *
   * @param table its name
   * @param cardinality what was declared: one-to-one, many-to-one or one-to-many
   * @param key the key columns
   * @param sourceRows the rows it had, before it was aggregated
   * @param rightRows the rows that were joined; fewer than {@code sourceRows} after aggregation
   * @param rowsBefore rows of the result before this step
   * @param rowsAfter rows of the result after this step
   * @param leftUnmatched what of the result found no partner in the table
   * @param rightUnmatched what of the table found no partner in the result
   */
  public record Step(
      String table,
      String cardinality,
      String key,
      int sourceRows,
      int rightRows,
      int rowsBefore,
      int rowsAfter,
      Unmatched leftUnmatched,
      Unmatched rightUnmatched) {}

  /**
   * Rows of one side without a partner on the other.
   *
   * @param rows how many, those with a missing key included
   * @param keys how many distinct keys they hold
   * @param missingKeys how many of the rows have a missing key, which never matches
   * @param first the first keys, in the order of the rows, five at most
   */
  public record Unmatched(int rows, int keys, int missingKeys, List<String> first) {

    /**
     * Copies the keys.
     *
     * @param rows rows without a partner
     * @param keys distinct keys in them
     * @param missingKeys rows without a key
     * @param first the first keys
     */
    public Unmatched {
      first = List.copyOf(first);
    }

    /** The unmatched rows in words, such as {@code 3 rows without key, 2 keys: 'a', 'b'}. */
    String inWords() {
      List<String> words = new ArrayList<>();
      if (missingKeys > 0) {
        words.add(number(missingKeys) + " without key");
      }
      if (keys > 0) {
        String rest = keys > first.size() ? " …" : "";
        words.add(number(keys) + " keys as " + String.join(", ", first) + rest);
      }
      return String.join(", ", words);
    }
  }

  /**
   * The steps as a Tablesaw table.
   *
   * @return a new table: added, as, on, its rows before and after aggregation, rows before and
   *     after, unmatched, not used
   */
  public Table toTable() {
    return Table.create(
        left,
        StringColumn.create("added", steps.stream().map(Step::table)),
        StringColumn.create("as", steps.stream().map(Step::cardinality)),
        StringColumn.create("on", steps.stream().map(Step::key)),
        IntColumn.create("its rows", steps.stream().mapToInt(Step::sourceRows)),
        IntColumn.create("rows joined", steps.stream().mapToInt(Step::rightRows)),
        IntColumn.create("before", steps.stream().mapToInt(Step::rowsBefore)),
        IntColumn.create("after", steps.stream().mapToInt(Step::rowsAfter)),
        IntColumn.create("unmatched", steps.stream().mapToInt(step -> step.leftUnmatched().rows())),
        IntColumn.create(
            "not used", steps.stream().mapToInt(step -> step.rightUnmatched().rows())));
  }

  @Override
  public String toString() {
    TextTable table =
        TextTable.of("added", "as", "on", "its rows", "before", "after", "unmatched", "not used");
    StringBuilder notes = new StringBuilder();
    for (Step step : steps) {
      table.row(
          step.table(),
          step.cardinality(),
          step.key(),
          step.sourceRows() == step.rightRows()
              ? number(step.rightRows())
              : number(step.sourceRows()) + " to " + number(step.rightRows()),
          number(step.rowsBefore()),
          number(step.rowsAfter()),
          number(step.leftUnmatched().rows()),
          number(step.rightUnmatched().rows()));
      note(notes, "unmatched in " + step.table(), step.leftUnmatched());
      note(notes, "not used of " + step.table(), step.rightUnmatched());
    }
    String rule = keepsUnmatched ? "every row kept" : "rows with a partner kept";
    return left + ", " + number(rows) + " rows, " + rule + "\n" + table + notes;
  }

  private static void note(StringBuilder notes, String what, Unmatched unmatched) {
    if (unmatched.rows() > 0) {
      notes.append(TextWrap.wrap(what + ": " + unmatched.inWords(), 2));
    }
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
