package io.github.churnseg.data;

import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.dates.DateColumnType;
import tech.tablesaw.columns.datetimes.DateTimeColumnType;
import tech.tablesaw.columns.numbers.DoubleColumnType;
import tech.tablesaw.columns.numbers.IntColumnType;
import tech.tablesaw.columns.numbers.LongColumnType;
import tech.tablesaw.columns.strings.StringColumnType;

/** New columns from chosen rows of others; a row below zero gives a missing value. */
final class RowPick {

  private RowPick() {}

  /** A new column of the same name and type, with the value of each of these rows. */
  static Column<?> pick(Column<?> column, int[] rows) {
    String name = column.name();
    if (column instanceof StringColumn texts) {
      return StringColumn.create(name, texts(texts.asObjectArray(), rows));
    } else if (column instanceof DoubleColumn doubles) {
      return DoubleColumn.create(name, doubles(doubles, rows));
    } else if (column instanceof IntColumn ints) {
      return IntColumn.create(
          name, ints(ints::getInt, IntColumnType.missingValueIndicator(), rows));
    } else if (column instanceof LongColumn longs) {
      return LongColumn.create(
          name, longs(longs::getLong, LongColumnType.missingValueIndicator(), rows));
    } else if (column instanceof DateTimeColumn times) {
      return DateTimeColumn.createInternal(
          name, longs(times::getLongInternal, DateTimeColumnType.missingValueIndicator(), rows));
    } else if (column instanceof DateColumn dates) {
      return DateColumn.createInternal(
          name, ints(dates::getIntInternal, DateColumnType.missingValueIndicator(), rows));
    }
    return appended(column, rows);
  }

  /** A new table with these rows. */
  static Table pick(Table table, int[] rows) {
    return Table.create(
        TableColumns.nameOf(table),
        table.columns().stream().<Column<?>>map(column -> pick(column, rows)).toList());
  }

  /** A new table with the same rows. */
  static Table copy(Table table) {
    return pick(table, IntStream.range(0, table.rowCount()).toArray());
  }

  /** A new column with the same rows. */
  static Column<?> copy(Column<?> column) {
    return pick(column, IntStream.range(0, column.size()).toArray());
  }

  /** Like {@link #pick}, with zero in place of missing values. */
  static Column<?> pickOrZero(IntColumn counts, int[] rows) {
    return IntColumn.create(counts.name(), ints(counts::getInt, 0, rows));
  }

  private static String[] texts(String[] values, int[] rows) {
    String[] picked = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = rows[i] < 0 ? StringColumnType.missingValueIndicator() : values[rows[i]];
    }
    return picked;
  }

  private static double[] doubles(DoubleColumn values, int[] rows) {
    double[] picked = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] =
          rows[i] < 0 ? DoubleColumnType.missingValueIndicator() : values.getDouble(rows[i]);
    }
    return picked;
  }

  private static int[] ints(IntUnaryOperator values, int missing, int[] rows) {
    int[] picked = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = rows[i] < 0 ? missing : values.applyAsInt(rows[i]);
    }
    return picked;
  }

  private static long[] longs(IntToLongFunction values, long missing, int[] rows) {
    long[] picked = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = rows[i] < 0 ? missing : values.applyAsLong(rows[i]);
    }
    return picked;
  }

  /** Value by value, for the types that are rare. */
  private static <T> Column<T> appended(Column<T> column, int[] rows) {
    Column<T> picked = column.emptyCopy();
    for (int row : rows) {
      if (row < 0) {
        picked.appendMissing();
      } else {
        picked.append(column, row);
      }
    }
    return picked;
  }
}
