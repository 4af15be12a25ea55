package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Finds the columns of a table, and says which there are where one is not found. */
final class TableColumns {

  private TableColumns() {}

  static List<Column<?>> all(Table table, List<String> names) {
    List<Column<?>> found = new ArrayList<>();
    names.forEach(name -> found.add(one(table, name)));
    return found;
  }

  static Column<?> one(Table table, String name) {
    return one(nameOf(table), table.columns(), name);
  }

  static Column<?> one(String table, List<? extends Column<?>> columns, String name) {
    for (Column<?> column : columns) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    throw new InvalidDataException(
        table
            + " has no column '"
            + name
            + "'; its columns are "
            + columns.stream().map(Column::name).toList());
  }

  static NumericColumn<?> numeric(Table table, String name) {
    Column<?> column = one(table, name);
    if (column instanceof NumericColumn<?> numbers) {
      return numbers;
    }
    throw new InvalidDataException(
        "column '"
            + name
            + "' of "
            + nameOf(table)
            + " holds "
            + typeOf(column)
            + ", no numbers; load it as numbers");
  }

  /** Refuses names that a Tablesaw table cannot tell apart: it does not look at case. */
  static void refuseSameNames(List<String> names, String wayOut) {
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        throw new InvalidDataException("two columns would be called '" + name + "'; " + wayOut);
      }
    }
  }

  /** What to call a table in a message. */
  static String nameOf(Table table) {
    String name = Objects.requireNonNullElse(table.name(), "");
    return name.isBlank() ? "the table" : name;
  }

  /** What a column holds, such as {@code local_date}. */
  static String typeOf(Column<?> column) {
    return column.type().name().toLowerCase(Locale.ROOT);
  }

  /** A row of some columns for a message: {@code 'a'}, or {@code ('a', '2026-01')}. */
  static String values(List<? extends Column<?>> columns, int row) {
    return quoted(columns.stream().map(column -> column.getUnformattedString(row)).toList());
  }

  /** The parts of a key for a message: {@code 'a'}, or {@code ('a', '2026-01')}. */
  static String quoted(List<String> parts) {
    String list = "'" + String.join("', '", parts) + "'";
    return parts.size() == 1 ? list : "(" + list + ")";
  }
}
