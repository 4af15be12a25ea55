package io.github.churnseg.data;

import it.unimi.dsi.fastutil.ints.IntComparator;
import java.util.Arrays;
import tech.tablesaw.columns.Column;

/** Chooses one row of each group by its values; -1 where none has a value. */
final class GroupRow {

  private GroupRow() {}

  /** The first row that has a value. */
  static Column<?> first(Column<?> column, Groups groups, String name) {
    return best(column, Integer::compare, groups, name);
  }

  /** The row that comes first in an order; of equal ones the first. */
  static Column<?> best(Column<?> column, IntComparator order, Groups groups, String name) {
    return best(column, column, order, groups, name);
  }

  /** The row with the first value in the order of another column; of equal ones the least value. */
  static Column<?> firstBy(Column<?> column, Column<?> by, Groups groups, String name) {
    return best(column, by, thenLeast(by.rowComparator(), column), groups, name);
  }

  /** The row with the last value in the order of another column; of equal ones the least value. */
  static Column<?> lastBy(Column<?> column, Column<?> by, Groups groups, String name) {
    return best(column, by, thenLeast(by.rowComparator().reversed(), column), groups, name);
  }

  private static IntComparator thenLeast(IntComparator order, Column<?> column) {
    IntComparator values = column.rowComparator();
    return (some, other) -> {
      int first = order.compare(some, other);
      return first != 0 ? first : values.compare(some, other);
    };
  }

  private static Column<?> best(
      Column<?> column, Column<?> by, IntComparator order, Groups groups, String name) {
    int[] chosen = new int[groups.size()];
    Arrays.fill(chosen, -1);
    for (int group = 0; group < chosen.length; group++) {
      for (int at = groups.start(group); at < groups.end(group); at++) {
        int row = groups.row(at);
        if (!column.isMissing(row)
            && !by.isMissing(row)
            && (chosen[group] < 0 || order.compare(row, chosen[group]) < 0)) {
          chosen[group] = row;
        }
      }
    }
    return RowPick.pick(column, chosen).setName(name);
  }

  /** A row with the value that most rows have; of equally frequent ones the least. */
  static Column<?> mode(Column<?> column, Groups groups, String name) {
    ValueDictionary dictionary = ValueDictionary.like(column);
    int[] valueOfRow = dictionary.add(column);
    int[] rowOfValue = new int[dictionary.size()];
    for (int row = valueOfRow.length - 1; row >= 0; row--) {
      if (valueOfRow[row] >= 0) {
        rowOfValue[valueOfRow[row]] = row;
      }
    }
    IntComparator order = column.rowComparator();
    int[] chosen = new int[groups.size()];
    for (int group = 0; group < chosen.length; group++) {
      chosen[group] = mostFrequent(sortedValues(groups, group, valueOfRow), rowOfValue, order);
    }
    return RowPick.pick(column, chosen).setName(name);
  }

  private static int[] sortedValues(Groups groups, int group, int[] valueOfRow) {
    int[] values = new int[groups.end(group) - groups.start(group)];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueOfRow[groups.row(groups.start(group) + i)];
    }
    Arrays.sort(values);
    return values;
  }

  private static int mostFrequent(int[] sorted, int[] rowOfValue, IntComparator order) {
    int best = -1;
    int bestCount = 0;
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (sorted[from] < 0) {
        continue;
      }
      int row = rowOfValue[sorted[from]];
      int count = to - from;
      if (count > bestCount || (count == bestCount && order.compare(row, best) < 0)) {
        best = row;
        bestCount = count;
      }
    }
    return best;
  }
}
