package io.github.churnseg.data;

import org.jspecify.annotations.Nullable;

/** Which row of the left side stands beside which row of the right side in the result. */
final class JoinRows {

  private final int @Nullable [] left;
  private final int[] right;

  private JoinRows(int @Nullable [] left, int[] right) {
    this.left = left;
    this.right = right;
  }

  /** Pairs the rows with equal keys: the order of the left side, then that of the right. */
  static JoinRows of(JoinSide left, JoinSide right, boolean keepUnmatched) {
    int keys = 0;
    for (int row = 0; row < right.rows(); row++) {
      keys = Math.max(keys, right.key(row) + 1);
    }
    int[] start = new int[keys + 1];
    int[] rightRows = byKey(right, start);
    int rows = 0;
    for (int row = 0; row < left.rows(); row++) {
      rows += rowsFor(right.count(left.key(row)), keepUnmatched);
    }
    int[] leftOfRow = new int[rows];
    int[] rightOfRow = new int[rows];
    int at = 0;
    boolean same = rows == left.rows();
    for (int row = 0; row < left.rows(); row++) {
      int key = left.key(row);
      int matches = right.count(key);
      int results = rowsFor(matches, keepUnmatched);
      same &= results == 1;
      for (int i = 0; i < results; i++) {
        leftOfRow[at] = row;
        rightOfRow[at++] = matches == 0 ? -1 : rightRows[start[key] + i];
      }
    }
    return new JoinRows(same ? null : leftOfRow, rightOfRow);
  }

  private static int rowsFor(int matches, boolean keepUnmatched) {
    return matches == 0 && keepUnmatched ? 1 : matches;
  }

  /** The rows of a side sorted by key, those of key k from {@code start[k]} on. */
  private static int[] byKey(JoinSide side, int[] start) {
    for (int row = 0; row < side.rows(); row++) {
      if (side.key(row) >= 0) {
        start[side.key(row) + 1]++;
      }
    }
    for (int key = 1; key < start.length; key++) {
      start[key] += start[key - 1];
    }
    int[] next = start.clone();
    int[] rows = new int[start[start.length - 1]];
    for (int row = 0; row < side.rows(); row++) {
      if (side.key(row) >= 0) {
        rows[next[side.key(row)]++] = row;
      }
    }
    return rows;
  }

  int size() {
    return right.length;
  }

  /** The left row of each row of the result; null where they are the same. */
  int @Nullable [] left() {
    return left;
  }

  /** The right row of each row of the result, below zero where there is none. */
  int[] right() {
    return right;
  }
}
