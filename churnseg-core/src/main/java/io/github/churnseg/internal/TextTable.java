package io.github.churnseg.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: text to the left, numbers to the right, two blanks between columns. A
 * cell that is too long for its share of 100 columns is cut with an ellipsis.
 */
public final class TextTable {

  private static final int WIDTH = 100;
  private static final String GAP = "  ";

  private final String[] header;
  private final List<String[]> rows = new ArrayList<>();

  private TextTable(String[] header) {
    this.header = header;
  }

  /** Starts a table with these column heads. */
  public static TextTable of(String... header) {
    return new TextTable(header.clone());
  }

  /** Adds a row; as many cells as the table has heads. */
  public TextTable row(String... cells) {
    if (cells.length != header.length) {
      throw new IllegalArgumentException(
          "the table has " + header.length + " columns, the row " + cells.length);
    }
    rows.add(cells.clone());
    return this;
  }

  @Override
  public String toString() {
    int[] width = widths();
    StringBuilder out = new StringBuilder();
    append(out, header, width);
    rows.forEach(row -> append(out, row, width));
    return out.toString();
  }

  private int[] widths() {
    int[] width = new int[header.length];
    int total = GAP.length() * (header.length - 1);
    for (int column = 0; column < header.length; column++) {
      width[column] = length(header[column]);
      for (String[] row : rows) {
        width[column] = Math.max(width[column], length(row[column]));
      }
      total += width[column];
    }
    for (int excess = total - WIDTH; excess > 0; excess--) {
      width[widest(width)]--;
    }
    return width;
  }

  private static int widest(int[] width) {
    int widest = 0;
    for (int column = 1; column < width.length; column++) {
      if (width[column] > width[widest]) {
        widest = column;
      }
    }
    return widest;
  }

  private void append(StringBuilder out, String[] cells, int[] width) {
    int start = out.length();
    for (int column = 0; column < cells.length; column++) {
      String cell = fit(cells[column], width[column]);
      String pad = " ".repeat(Math.max(0, width[column] - length(cell)));
      out.append(column == 0 ? "" : GAP);
      out.append(isNumeric(column) ? pad + cell : cell + pad);
    }
    int end = out.length();
    while (end > start && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row[column].isEmpty() || looksNumeric(row[column]));
  }

  private static boolean looksNumeric(String cell) {
    return cell.chars().anyMatch(Character::isDigit)
        && cell.chars().allMatch(c -> Character.isDigit(c) || "+-−.,% ×<>≤≥".indexOf(c) >= 0);
  }

  private static String fit(String cell, int width) {
    if (length(cell) <= width) {
      return cell;
    }
    return cell.substring(0, cell.offsetByCodePoints(0, Math.max(0, width - 1))) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
