package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.CompensatedSum;
import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** Sums and means of decimals, one a group: exact where {@link DecimalAmounts} can be. */
final class GroupSum {

  private final String column;
  private final double[] values;
  private final Amounts amounts;

  private GroupSum(NumericColumn<?> column) {
    this.column = column.name();
    this.values = decimals(column);
    this.amounts = DecimalAmounts.of(values);
  }

  static Column<?> sums(NumericColumn<?> column, Groups groups, String name) {
    return new GroupSum(column).results(groups, name, false);
  }

  static Column<?> means(NumericColumn<?> column, Groups groups, String name) {
    return new GroupSum(column).results(groups, name, true);
  }

  private static double[] decimals(NumericColumn<?> column) {
    double[] values = column.asDoubleArray();
    for (int row = 0; row < values.length; row++) {
      if (Double.isInfinite(values[row])) {
        throw new InvalidDataException(
            "column '" + column.name() + "' is infinite in row " + (row + 1) + "; it has no sum");
      } else if (column instanceof FloatColumn floats && !Double.isNaN(values[row])) {
        values[row] = Double.parseDouble(Float.toString(floats.getFloat(row)));
      }
    }
    return values;
  }

  private Column<?> results(Groups groups, String name, boolean mean) {
    double[] results = new double[groups.size()];
    for (int group = 0; group < results.length; group++) {
      int count = count(groups, group);
      double sum =
          amounts instanceof Amounts.Exact exact
              ? exact(exact, groups, group)
              : rounded(groups, group, count);
      requireFinite(sum, groups.row(groups.start(group)));
      results[group] = count == 0 ? Double.NaN : mean ? sum / count : sum;
    }
    return DoubleColumn.create(name, results);
  }

  private void requireFinite(double sum, int firstRow) {
    if (!Double.isFinite(sum)) {
      throw new InvalidDataException(
          "the sum of column '"
              + column
              + "' leaves the range of doubles in the group of row "
              + (firstRow + 1)
              + "; use a larger unit");
    }
  }

  private int count(Groups groups, int group) {
    int count = 0;
    for (int at = groups.start(group); at < groups.end(group); at++) {
      count += Double.isNaN(values[groups.row(at)]) ? 0 : 1;
    }
    return count;
  }

  private static double exact(Amounts.Exact amounts, Groups groups, int group) {
    long sum = 0;
    for (int at = groups.start(group); at < groups.end(group); at++) {
      sum += amounts.units().get(groups.row(at));
    }
    return Amounts.toDouble(sum, amounts.scale());
  }

  /** Sums in ascending order, so that the order of rows cannot matter, and with compensation. */
  private double rounded(Groups groups, int group, int count) {
    double[] sorted = new double[count];
    int next = 0;
    for (int at = groups.start(group); at < groups.end(group); at++) {
      double value = values[groups.row(at)];
      if (!Double.isNaN(value)) {
        sorted[next++] = value;
      }
    }
    Arrays.sort(sorted);
    return compensatedSum(sorted);
  }

  private static double compensatedSum(double[] values) {
    double sum = 0;
    double rest = 0;
    for (double value : values) {
      rest += CompensatedSum.lost(sum, value);
      sum += value;
    }
    return sum + rest;
  }
}
