package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.function.DoublePredicate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** The cells of a numeric column, to be looked at as doubles and replaced in their own type. */
final class NumberCells {

  private final NumericColumn<?> column;
  private final double[] values;

  NumberCells(NumericColumn<?> column) {
    this.column = column;
    this.values = column.asDoubleArray();
  }

  /** Whether a condition holds for the value of a row; it never does for a missing one. */
  boolean holds(int row, DoublePredicate condition) {
    return !column.isMissing(row) && condition.test(values[row]);
  }

  String text(int row) {
    return column.isMissing(row) ? "missing" : text(values[row]);
  }

  private String text(double value) {
    return isWhole() ? Long.toString((long) value) : Numerals.of(value);
  }

  private boolean isWhole() {
    return !(column instanceof DoubleColumn || column instanceof FloatColumn);
  }

  /** A new column in which outliers are replaced; the changes are told. */
  Column<?> replaceOutliers(OutlierRule rule, Replacement replacement, Changes changes) {
    double[] sorted = sortedPresent();
    Column<?> repaired = RowPick.copy(column);
    if (sorted.length == 0) {
      return repaired;
    }
    double[] range = rule.range(sorted);
    for (int row = 0; row < values.length; row++) {
      if (holds(row, value -> value < range[0] || value > range[1])) {
        double value = replacement.valueFor(values[row], sorted, range, isWhole());
        set(repaired, row, value);
        changes.add(row, text(row), text(value));
      }
    }
    return repaired;
  }

  private double[] sortedPresent() {
    double[] present = new double[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      if (!column.isMissing(row)) {
        present[count++] = values[row];
      }
    }
    double[] sorted = Arrays.copyOf(present, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void set(Column<?> repaired, int row, double value) {
    if (repaired instanceof DoubleColumn doubles) {
      doubles.set(row, value);
    } else if (repaired instanceof IntColumn ints && value == (int) value) {
      ints.set(row, (int) value);
    } else if (repaired instanceof LongColumn longs && value == (long) value) {
      longs.set(row, (long) value);
    } else {
      throw new InvalidDataException(
          "column '"
              + column.name()
              + "' holds "
              + TableColumns.typeOf(column)
              + " and cannot take "
              + Numerals.of(value)
              + "; choose another replacement, or load it as decimal numbers");
    }
  }
}
