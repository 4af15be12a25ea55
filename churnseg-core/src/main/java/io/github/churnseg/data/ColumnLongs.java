package io.github.churnseg.data;

import java.util.function.IntToLongFunction;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * The values of a column that is not text as longs, so that equal values are equal longs; {@link
 * #MISSING} where there is none.
 */
final class ColumnLongs {

  static final long MISSING = Long.MIN_VALUE;

  private ColumnLongs() {}

  static long[] of(Column<?> column) {
    IntToLongFunction value = reader(column);
    long[] values = new long[column.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = column.isMissing(row) ? MISSING : value.applyAsLong(row);
    }
    return values;
  }

  private static IntToLongFunction reader(Column<?> column) {
    if (column instanceof IntColumn ints) {
      return ints::getInt;
    } else if (column instanceof LongColumn longs) {
      return longs::getLong;
    } else if (column instanceof ShortColumn shorts) {
      return shorts::getShort;
    } else if (column instanceof NumericColumn<?> numbers) {
      // + 0.0 turns the negative zero, whose bits are those of MISSING, into the positive one
      return row -> Double.doubleToLongBits(numbers.getDouble(row) + 0.0);
    } else if (column instanceof BooleanColumn booleans) {
      return booleans::getByte;
    }
    return temporalReader(column);
  }

  private static IntToLongFunction temporalReader(Column<?> column) {
    if (column instanceof DateColumn dates) {
      return dates::getIntInternal;
    } else if (column instanceof DateTimeColumn times) {
      return times::getLongInternal;
    } else if (column instanceof TimeColumn times) {
      return times::getIntInternal;
    } else if (column instanceof InstantColumn instants) {
      return instants::getLongInternal;
    }
    throw new IllegalArgumentException(
        "column '" + column.name() + "' is of the unknown type " + column.type());
  }
}
