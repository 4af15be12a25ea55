package io.github.churnseg.model;

import java.util.Arrays;
import java.util.Objects;

/** The number of the label of each row: one byte a row where labels are few, else four. */
final class LabelNumbers {

  private static final int FEW = 1 << (Byte.SIZE - 1);

  private final int labels;
  private final byte[] narrow;
  private final int[] wide;

  /** All rows have the first label. */
  LabelNumbers(int rows, int labels) {
    this.labels = labels;
    this.narrow = new byte[labels <= FEW ? rows : 0];
    this.wide = new int[labels <= FEW ? 0 : rows];
  }

  int rows() {
    return Math.max(narrow.length, wide.length);
  }

  int get(int row) {
    return labels <= FEW ? narrow[row] : wide[row];
  }

  /** Sets neighbouring rows; threads may set different ones at the same time. */
  void put(int from, int count, int[] numbers) {
    Objects.checkFromIndexSize(from, count, rows());
    Objects.checkFromIndexSize(0, count, numbers.length);
    check(count, numbers);
    if (labels <= FEW) {
      for (int i = 0; i < count; i++) {
        narrow[from + i] = (byte) numbers[i];
      }
    } else {
      System.arraycopy(numbers, 0, wide, from, count);
    }
  }

  /** Counts by adding signs, of which the compiler makes vector instructions. */
  private void check(int count, int[] numbers) {
    int outside = 0;
    int last = labels - 1;
    for (int i = 0; i < count; i++) {
      outside += (numbers[i] | last - numbers[i]) >>> (Integer.SIZE - 1);
    }
    if (outside > 0) {
      Arrays.stream(numbers, 0, count).forEach(number -> Objects.checkIndex(number, labels));
    }
  }

  int[] counts() {
    int[] counts = new int[labels];
    for (int row = 0; row < rows(); row++) {
      counts[get(row)]++;
    }
    return counts;
  }
}
