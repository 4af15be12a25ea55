package io.github.churnseg.data;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;

/**
 * Dense numbers for the distinct keys of one or more tables, a key being the values of one or more
 * columns. A key of which any part is missing has no number but {@link ValueDictionary#NONE}.
 */
final class KeyDictionary {

  private final List<ValueDictionary> parts = new ArrayList<>();

  /** The second and each further part: numbers for pairs of the key so far and the part. */
  private final List<ValueDictionary.LongNumbers> pairs = new ArrayList<>();

  /** A dictionary for keys whose parts are like these columns. */
  KeyDictionary(List<? extends Column<?>> columns) {
    for (Column<?> column : columns) {
      parts.add(ValueDictionary.like(column));
      pairs.add(new ValueDictionary.LongNumbers());
    }
  }

  /** The number of each row's key; new keys get new numbers. */
  int[] add(List<? extends Column<?>> columns) {
    List<int[]> codes = new ArrayList<>();
    for (int part = 0; part < columns.size(); part++) {
      codes.add(addPart(part, columns.get(part)));
    }
    return combine(codes);
  }

  /** The number of each row's value in one part, to be combined. */
  int[] addPart(int part, Column<?> column) {
    return parts.get(part).add(column);
  }

  /** The number of each row's key from the numbers of its parts. */
  int[] combine(List<int[]> codes) {
    int[] keys = codes.get(0);
    for (int part = 1; part < codes.size(); part++) {
      keys = combine(pairs.get(part), keys, codes.get(part));
    }
    return keys;
  }

  private static int[] combine(ValueDictionary.LongNumbers pairs, int[] left, int[] right) {
    int[] combined = new int[left.length];
    for (int row = 0; row < combined.length; row++) {
      boolean whole = left[row] >= 0 && right[row] >= 0;
      combined[row] = whole ? pairs.add((long) left[row] << 32 | right[row]) : ValueDictionary.NONE;
    }
    return combined;
  }

  /** How many distinct keys were seen. */
  int size() {
    int last = parts.size() - 1;
    return last == 0 ? parts.get(0).size() : pairs.get(last).size();
  }
}
