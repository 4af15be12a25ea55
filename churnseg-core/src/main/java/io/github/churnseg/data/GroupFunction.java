package io.github.churnseg.data;

import tech.tablesaw.api.IntColumn;
import tech.tablesaw.columns.Column;

/** What is made of the rows of a group: one value. */
interface GroupFunction {

  /** A column with a value for each group. */
  Column<?> apply(Groups groups, String name);

  /** How many rows each group has. */
  static Column<?> count(Groups groups, String name) {
    int[] counts = new int[groups.size()];
    for (int group = 0; group < counts.length; group++) {
      counts[group] = groups.end(group) - groups.start(group);
    }
    return IntColumn.create(name, counts);
  }
}
