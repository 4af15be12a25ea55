package io.github.churnseg.data;

/**
 * What was read, kept and refused, and why. Immutable; it travels with the data into every report
 * and model.
 */
public final class DataReport {

  private final int rowsRead;

  DataReport(int rowsRead) {
    this.rowsRead = rowsRead;
  }

  /**
   * Rows that the source held.
   *
   * @return rows, headers not counted
   */
  public int rowsRead() {
    return rowsRead;
  }
}
