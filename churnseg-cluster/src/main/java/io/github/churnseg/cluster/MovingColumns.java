package io.github.churnseg.cluster;

/**
 * Columns whose values move to other places, one column after the other, each into the array of the
 * one before, so that only one is there twice.
 */
final class MovingColumns {

  private double[][] columns;
  private double[] spare;

  /** Takes over columns of equal length. */
  MovingColumns(double[][] columns) {
    this.columns = columns.clone();
    this.spare = new double[columns[0].length];
  }

  int count() {
    return columns.length;
  }

  /** A column as it is after all have moved. */
  double[] column(int column) {
    return columns[column];
  }

  /**
   * Moves some values of a column. All columns before must have moved whatever is at the same
   * places.
   *
   * @param places where each row moves to
   */
  void move(int column, int from, int to, int[] places) {
    double[] source = columns[column];
    double[] target = column == 0 ? spare : columns[column - 1];
    for (int row = from; row < to; row++) {
      target[places[row]] = source[row];
    }
  }

  /** Tells that all values of all columns have moved. */
  void moved() {
    double[] free = columns[columns.length - 1];
    System.arraycopy(columns, 0, columns, 1, columns.length - 1);
    columns[0] = spare;
    spare = free;
  }
}
