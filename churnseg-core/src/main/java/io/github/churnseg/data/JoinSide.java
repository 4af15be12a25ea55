package io.github.churnseg.data;

import io.github.churnseg.data.JoinReport.Unmatched;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/** The keys of one side of a join: a number a row, and how often each number occurs. */
final class JoinSide {

  private static final int FIRST = 5;

  private final String table;
  private final int[] keyOfRow;
  private final int[] rowsOfKey;
  private final IntFunction<String> text;

  /** Takes the numbers of the rows' keys, below {@code keys}, and what prints a row's key. */
  JoinSide(String table, int[] keyOfRow, int keys, IntFunction<String> text) {
    this.table = table;
    this.keyOfRow = keyOfRow;
    this.text = text;
    this.rowsOfKey = new int[keys];
    for (int key : keyOfRow) {
      if (key >= 0) {
        rowsOfKey[key]++;
      }
    }
  }

  String table() {
    return table;
  }

  int rows() {
    return keyOfRow.length;
  }

  /** The number of a row's key, below zero if it is missing. */
  int key(int row) {
    return keyOfRow[row];
  }

  /** In how many rows a key occurs. */
  int count(int key) {
    return key < 0 ? 0 : rowsOfKey[key];
  }

  /** The key of a row for a message. */
  String text(int row) {
    return text.apply(row);
  }

  /** The rows whose keys do not occur on the other side. */
  Unmatched without(JoinSide other) {
    int rows = 0;
    int missing = 0;
    BitSet keys = new BitSet();
    List<String> first = new ArrayList<>();
    for (int row = 0; row < keyOfRow.length; row++) {
      int key = keyOfRow[row];
      if (other.count(key) > 0) {
        continue;
      }
      rows++;
      if (key < 0) {
        missing++;
      } else if (!keys.get(key)) {
        keys.set(key);
        if (first.size() < FIRST) {
          first.add(text(row));
        }
      }
    }
    return new Unmatched(rows, keys.cardinality(), missing, first);
  }
}
