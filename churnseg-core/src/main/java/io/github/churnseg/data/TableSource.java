package io.github.churnseg.data;

import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads a log from a Tablesaw table. */
final class TableSource {

  private TableSource() {}

  static Transactions read(Table table, TransactionColumns columns) {
    String source = table.name() == null || table.name().isEmpty() ? "table" : table.name();
    FieldUse[][] uses = SourceColumns.uses(columns, source, table.columnNames());
    RowFeed feed = new RowFeed(columns, source, uses);
    // Only duplicates need the columns that are not mapped.
    boolean all = columns.duplicatePolicy == DuplicatePolicy.DROP;
    for (int row = 0; row < table.rowCount(); row++) {
      feed.begin(row + 1L);
      for (int i = 0; i < uses.length; i++) {
        if (all || uses[i].length > 0) {
          Column<?> column = table.column(i);
          feed.value(i, column.isMissing(row) ? null : column.get(row));
        }
      }
      feed.end();
    }
    return feed.finish();
  }
}
