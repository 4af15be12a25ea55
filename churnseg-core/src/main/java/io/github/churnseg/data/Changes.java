package io.github.churnseg.data;

import io.github.churnseg.data.RepairReport.Change;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.columns.Column;

/** Counts the changes of one rule and keeps the first. */
final class Changes {

  private static final int FIRST = 5;

  private final Column<?> id;
  private final List<Change> first = new ArrayList<>();
  private int count;

  Changes(Column<?> id) {
    this.id = id;
  }

  void add(int row, String before, String after) {
    count++;
    if (first.size() < FIRST) {
      first.add(new Change(id.getUnformattedString(row), before, after));
    }
  }

  int count() {
    return count;
  }

  List<Change> first() {
    return first;
  }
}
