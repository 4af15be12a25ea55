package io.github.churnseg.model;

import java.util.List;
import tech.tablesaw.api.Table;

/** What a model's segments are; {@code toString} prints it at no more than 100 columns. */
public interface SegmentReport {

  /**
   * The figures, a row a segment.
   *
   * @return a new table whose first column is {@code segment}
   */
  Table toTable();

  /**
   * What to be careful about, such as scores that nobody has.
   *
   * @return sentences; none by default
   */
  default List<String> warnings() {
    return List.of();
  }

  /**
   * The report in words without that of the data, for those who print that once above several.
   *
   * @return what {@code toString} prints, less what was read, kept and refused where that is part
   *     of it
   */
  default String withoutData() {
    return toString();
  }
}
