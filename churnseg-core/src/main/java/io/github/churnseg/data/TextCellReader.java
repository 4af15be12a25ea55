package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import tech.tablesaw.api.StringColumn;

/** Texts, to the letter. */
final class TextCellReader extends CellReader {

  static final String NUL =
      "holds a NUL character, which no text has; the file is damaged, or in another encoding"
          + " (see CsvFormat.charset)";

  private final StringColumn cells;

  TextCellReader(Place column) {
    super(column);
    this.cells = StringColumn.create(column.column());
  }

  @Override
  void add(char[] buffer, int from, int length, long line) {
    String value = length == 0 ? "" : new String(buffer, from, length);
    if (value.indexOf('\0') >= 0) {
      throw invalid(buffer, from, length, line, NUL);
    }
    cells.append(value);
  }

  @Override
  StringColumn toColumn() {
    return cells;
  }
}
