package io.github.churnseg.data;

import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads a log from a Tablesaw table. */
final class TableSource {

  private TableSource() {}

  static Transactions read(Table table, TransactionColumns columns) {
    String source = table.name() == null || table.name().isEmpty() ? "table" : table.name();
    List<String> names = SourceColumns.resolve(columns, source, table.columnNames());
    RowFeed feed = new RowFeed(columns, source, names);
    // Only duplicates need the columns that are not mapped.
    boolean all = columns.duplicatePolicy == DuplicatePolicy.DROP;
    Set<String> used = Set.copyOf(columns.used());
    for (int row = 0; row < table.rowCount(); row++) {
      feed.begin(row + 1L);
      for (int i = 0; i < names.size(); i++) {
        if (all || used.contains(names.get(i))) {
          Column<?> column = table.column(i);
          feed.value(i, column.isMissing(row) ? null : column.get(row));
        }
      }
      feed.end();
    }
    return feed.finish();
  }
}
