package io.github.churnseg.features;

/** One column of some customers on its way into rows of numbers. Safe to share between threads. */
@FunctionalInterface
interface ColumnWriter {

  /**
   * Writes what comes out for some rows; where it writes nothing there are zeros.
   *
   * @param firstRow the first of them
   * @param rows how many
   * @param target zeros, {@code width} for each row
   * @param width numbers a row
   * @param places of each output its place in a row, or -1 if nobody wants it
   */
  void write(int firstRow, int rows, double[] target, int width, int[] places);
}
