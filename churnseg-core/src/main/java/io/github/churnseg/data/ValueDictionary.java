package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Dense numbers for the distinct values of one or more columns of a type: 0, 1, 2 … in the order
 * they first occur, and {@link #NONE} where a value is missing.
 */
abstract class ValueDictionary {

  static final int NONE = -1;

  /** A dictionary for columns like this one. */
  static ValueDictionary like(Column<?> column) {
    return column instanceof StringColumn ? new Texts() : new Longs();
  }

  /** The number of each row's value; new values get new numbers. */
  abstract int[] add(Column<?> column);

  abstract int size();

  private static final class Texts extends ValueDictionary {

    private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();

    Texts() {
      numbers.defaultReturnValue(NONE);
    }

    @Override
    int[] add(Column<?> column) {
      String[] values = ((StringColumn) column).asObjectArray();
      int[] codes = new int[values.length];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = values[row].isEmpty() ? NONE : number(values[row]);
      }
      return codes;
    }

    private int number(String value) {
      int next = numbers.size();
      int known = numbers.putIfAbsent(value, next);
      return known == NONE ? next : known;
    }

    @Override
    int size() {
      return numbers.size();
    }
  }

  private static final class Longs extends ValueDictionary {

    private final LongNumbers numbers = new LongNumbers();

    @Override
    int[] add(Column<?> column) {
      long[] values = ColumnLongs.of(column);
      int[] codes = new int[values.length];
      for (int row = 0; row < codes.length; row++) {
        codes[row] = values[row] == ColumnLongs.MISSING ? NONE : numbers.add(values[row]);
      }
      return codes;
    }

    @Override
    int size() {
      return numbers.size();
    }
  }

  /** Dense numbers for longs. */
  static final class LongNumbers {

    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();

    LongNumbers() {
      numbers.defaultReturnValue(NONE);
    }

    int add(long value) {
      int next = numbers.size();
      int known = numbers.putIfAbsent(value, next);
      return known == NONE ? next : known;
    }

    int size() {
      return numbers.size();
    }
  }
}
