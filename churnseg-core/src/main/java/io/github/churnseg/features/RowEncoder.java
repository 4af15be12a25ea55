package io.github.churnseg.features;

/**
 * Turns customers into numbers part by part, where all at once would need a large array. Safe to
 * share between threads.
 */
@FunctionalInterface
public interface RowEncoder {

  /**
   * Turns some neighbouring rows into numbers.
   *
   * @param firstRow the first of them, from 0
   * @param rows how many
   * @param target takes {@link FittedPreprocessing#columns()} numbers for each, one row after the
   *     other, from its start on
   * @throws io.github.churnseg.InvalidDataException if a value is infinite; the message names it
   * @throws IndexOutOfBoundsException if there are no such rows, or the target is too short
   */
  void encode(int firstRow, int rows, double[] target);
}
