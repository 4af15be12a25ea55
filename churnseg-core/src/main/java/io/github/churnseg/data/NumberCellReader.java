package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.numbers.DoubleColumnType;

/** Decimal numbers. */
final class NumberCellReader extends CellReader {

  private final DecimalReader reader;
  private final DoubleArrayList cells = new DoubleArrayList();

  NumberCellReader(Place column, DecimalReader reader) {
    super(column);
    this.reader = reader;
  }

  @Override
  void add(char[] buffer, int from, int length, long line) {
    switch (reader.read(buffer, from, length, line)) {
      case VALUE -> cells.add(reader.nearest());
      case MISSING -> cells.add(DoubleColumnType.missingValueIndicator());
      case INVALID -> throw invalid(buffer, from, length, line, reader.problem());
    }
  }

  @Override
  DoubleColumn toColumn() {
    reader.proof().requireAllRight(place);
    return DoubleColumn.create(place.column(), cells.toDoubleArray());
  }
}
