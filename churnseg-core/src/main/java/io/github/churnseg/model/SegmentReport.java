package io.github.churnseg.model;

import tech.tablesaw.api.Table;

/** What a model's segments are; {@code toString} prints it at no more than 100 columns. */
public interface SegmentReport {

  /**
   * The figures, a row a segment.
   *
   * @return a new table whose first column is {@code segment}
   */
  Table toTable();
}
