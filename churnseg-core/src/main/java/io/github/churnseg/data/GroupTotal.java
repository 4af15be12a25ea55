package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** Sums of whole numbers, one a group. */
final class GroupTotal {

  private GroupTotal() {}

  static Column<?> sums(Column<?> column, Groups groups, String name) {
    long[] values = ColumnLongs.of(column);
    long[] sums = new long[groups.size()];
    for (int group = 0; group < sums.length; group++) {
      sums[group] = sum(column, values, groups, group);
    }
    return LongColumn.create(name, sums);
  }

  private static long sum(Column<?> column, long[] values, Groups groups, int group) {
    long sum = 0;
    boolean any = false;
    try {
      for (int at = groups.start(group); at < groups.end(group); at++) {
        long value = values[groups.row(at)];
        if (value != ColumnLongs.MISSING) {
          sum = Math.addExact(sum, value);
          any = true;
        }
      }
    } catch (ArithmeticException tooLarge) {
      throw new InvalidDataException(
          "the sum of column '"
              + column.name()
              + "' leaves the range of 64-bit whole numbers in the group of row "
              + (groups.row(groups.start(group)) + 1)
              + "; load it as decimal numbers",
          tooLarge);
    }
    return any ? sum : ColumnLongs.MISSING;
  }
}
