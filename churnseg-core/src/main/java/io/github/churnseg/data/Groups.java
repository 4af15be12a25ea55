package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows of a table by key: groups in the order of their first rows, rows in their own order. */
final class Groups {

  private final int[] start;
  private final int[] rows;

  private Groups(int[] start, int[] rows) {
    this.start = start;
    this.rows = rows;
  }

  /** Groups the rows by some columns; refuses rows in which one of them is missing. */
  static Groups of(Table table, List<String> key) {
    List<Column<?>> columns = TableColumns.all(table, key);
    columns.forEach(column -> KeyKind.of(TableColumns.nameOf(table), column));
    KeyDictionary keys = new KeyDictionary(columns);
    int[] keyOfRow = keys.add(columns);
    refuseMissing(table, key, keyOfRow);
    return of(keyOfRow, keys.size());
  }

  private static Groups of(int[] keyOfRow, int keys) {
    int[] start = new int[keys + 1];
    for (int key : keyOfRow) {
      start[key + 1]++;
    }
    for (int key = 0; key < keys; key++) {
      start[key + 1] += start[key];
    }
    int[] next = start.clone();
    int[] rows = new int[keyOfRow.length];
    for (int row = 0; row < keyOfRow.length; row++) {
      rows[next[keyOfRow[row]]++] = row;
    }
    return new Groups(start, rows);
  }

  private static void refuseMissing(Table table, List<String> key, int[] keyOfRow) {
    int missing = 0;
    int first = -1;
    for (int row = 0; row < keyOfRow.length; row++) {
      if (keyOfRow[row] < 0) {
        missing++;
        first = first < 0 ? row : first;
      }
    }
    if (missing > 0) {
      throw new InvalidDataException(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows of %s have no %s, the first is row %,d; they belong to no group:"
                  + " fill the key in, or leave them out first",
              missing,
              keyOfRow.length,
              TableColumns.nameOf(table),
              String.join(", ", key),
              first + 1));
    }
  }

  int size() {
    return start.length - 1;
  }

  /** Where the rows of a group begin, to be read with {@link #row(int)}. */
  int start(int group) {
    return start[group];
  }

  /** Where the rows of a group end, exclusive. */
  int end(int group) {
    return start[group + 1];
  }

  int row(int at) {
    return rows[at];
  }

  /** The first row of each group. */
  int[] firstRows() {
    int[] first = new int[size()];
    for (int group = 0; group < first.length; group++) {
      first[group] = rows[start[group]];
    }
    return first;
  }
}
