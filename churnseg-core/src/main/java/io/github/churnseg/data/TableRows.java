package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tech.tablesaw.columns.Column;

/** Gathers the rows of a file in the columns of a table. */
final class TableRows extends CsvRows {

  private final CellReader[] cells;

  TableRows(CsvFile file, Schema schema) {
    super(file.place, file.header, file.format.hasHeaderLine());
    List<String> names = file.header.names();
    requireNamesThatATableTellsApart(file.place, names);
    this.cells = new CellReader[names.size()];
    for (int column = 0; column < cells.length; column++) {
      String name = names.get(column);
      cells[column] = cells(file, file.place.inColumn(name), schema.content(name));
    }
  }

  /** Tablesaw tells names apart without case, and without control characters at their ends. */
  private static void requireNamesThatATableTellsApart(Place place, List<String> names) {
    Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : names) {
      if (!known.add(name.trim())) {
        throw new InvalidDataException(
            place.inColumn(name),
            "another column's name differs in upper and lower case or in control characters only,"
                + " and a table cannot hold both; rename one of them in the file");
      }
    }
  }

  private static CellReader cells(CsvFile file, Place column, Schema.Content content) {
    return switch (content.kind()) {
      case TEXT -> new TextCellReader(column);
      case NUMBER -> new NumberCellReader(column, DecimalReader.of(file));
      case INTEGER -> new IntegerCellReader(column, DecimalReader.of(file));
      case DATE, DATE_TIME -> {
        TimeParser reader =
            content.pattern().isPresent()
                ? new PatternTimeReader(content.pattern().get(), file.format.zone)
                : new TimeReader(file.format.zone);
        yield new TimeCellReader(column, reader, content.kind() == Schema.Kind.DATE);
      }
    };
  }

  @Override
  void field(int column, char[] buffer, int from, int length, boolean quoted) {
    cells[column].add(buffer, from, length, line());
  }

  @Override
  void endRow() {
    // each field went to its column already
  }

  /** The columns, once all rows are there. */
  List<Column<?>> columns() {
    List<Column<?>> columns = new ArrayList<>();
    for (CellReader column : cells) {
      columns.add(column.toColumn());
    }
    return columns;
  }
}
