package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.Shown;
import tech.tablesaw.columns.Column;

/** Gathers the cells of one column. */
abstract class CellReader {

  final Place place;

  CellReader(Place place) {
    this.place = place;
  }

  /** Takes in the next cell. */
  abstract void add(char[] buffer, int from, int length, long line);

  /** The column of a table, once all cells are there. */
  abstract Column<?> toColumn();

  final InvalidDataException invalid(
      char[] buffer, int from, int length, long line, String problem) {
    String value = new String(buffer, from, length);
    return new InvalidDataException(
        place.atLine(line).holding(value), Shown.value(value) + " " + problem);
  }
}
