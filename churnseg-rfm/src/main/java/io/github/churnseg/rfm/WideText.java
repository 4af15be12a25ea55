package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Text of a table that may be too wide: it shows as many columns as fit, and never cuts a figure.
 */
final class WideText {

  private static final int WIDTH = 100;
  private static final int GAP = 2;

  private final List<String> head;
  private final List<List<String>> rows = new ArrayList<>();

  WideText(List<String> head) {
    this.head = List.copyOf(head);
  }

  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  boolean fits() {
    return fitting() == head.size();
  }

  /** The table, and how many columns it leaves out. */
  String text(String leftOut) {
    int columns = fitting();
    TextTable table = TextTable.of(head.subList(0, columns).toArray(String[]::new));
    rows.forEach(row -> table.row(row.subList(0, columns).toArray(String[]::new)));
    int more = head.size() - columns;
    return table + (more == 0 ? "" : "… " + more + " " + leftOut + ": see toTable()\n");
  }

  private int fitting() {
    int columns = 0;
    int width = -GAP;
    while (columns < head.size()) {
      width += GAP + width(columns);
      if (width > WIDTH) {
        break;
      }
      columns++;
    }
    return Math.max(1, columns);
  }

  private int width(int column) {
    int width = length(head.get(column));
    for (List<String> row : rows) {
      width = Math.max(width, length(row.get(column)));
    }
    return width;
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
