package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.Shown;
import org.jspecify.annotations.Nullable;

/** A value of a column that proves something, the first of its kind, and the line it is on. */
record Example(String value, long line) {

  static Example of(char[] buffer, int from, int length, long line) {
    return new Example(new String(buffer, from, length), line);
  }

  /** The one seen first: the own one, or that of a later part of the column. */
  static @Nullable Example first(@Nullable Example own, @Nullable Example later, long linesBefore) {
    return own != null || later == null ? own : new Example(later.value, later.line + linesBefore);
  }

  Example later(Example other) {
    return other.line > line ? other : this;
  }

  Place in(Place column) {
    return column.atLine(line).holding(value);
  }

  @Override
  public String toString() {
    return Shown.value(value) + " (line " + line + ")";
  }
}
