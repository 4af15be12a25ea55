package io.github.churnseg.features;

/**
 * Reads a numeric column part by part, where a copy of the whole column would cost more than what
 * is done with it. Safe to share between threads.
 */
@FunctionalInterface
public interface ColumnReader {

  /**
   * Copies the values of some neighbouring rows.
   *
   * @param from the first row, from 0
   * @param count how many rows
   * @param target takes the values, from its start on; {@code NaN} where a value is missing
   * @throws IndexOutOfBoundsException if there are no such rows, or the target is too short
   */
  void read(int from, int count, double[] target);
}
