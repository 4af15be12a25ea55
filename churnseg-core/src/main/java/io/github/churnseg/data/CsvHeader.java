package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of a file's columns: without surrounding blanks, each once. */
final class CsvHeader {

  private final Place place;
  private final Map<String, Integer> columnOfName = new LinkedHashMap<>();

  /** A column without a name gets one from its position, {@code column_3}. */
  CsvHeader(Place place, List<String> names) {
    this.place = place;
    for (int column = 0; column < names.size(); column++) {
      String written = names.get(column).strip();
      String name = written.isEmpty() ? "column_" + (column + 1) : written;
      Integer first = columnOfName.putIfAbsent(name, column);
      if (first != null) {
        throw new InvalidDataException(
            place.inColumn(name),
            "two columns have this name, number "
                + (first + 1)
                + " and number "
                + (column + 1)
                + "; rename one of them in the file");
      }
    }
  }

  int size() {
    return columnOfName.size();
  }

  List<String> names() {
    return new ArrayList<>(columnOfName.keySet());
  }

  boolean has(String name) {
    return columnOfName.containsKey(name);
  }

  /** The position of a column, from 0; fails where the file has none of this name. */
  int indexOf(String name) {
    Integer column = columnOfName.get(name);
    if (column == null) {
      throw new InvalidDataException(place, missing(name));
    }
    return column;
  }

  void requireAll(Collection<String> names) {
    names.forEach(this::indexOf);
  }

  private String missing(String name) {
    return "no column '"
        + name
        + "'"
        + NearestName.of(name, columnOfName.keySet())
            .map(near -> "; did you mean '" + near + "'?")
            .orElse(".")
        + " The file has "
        + (size() == 1 ? "1 column: " : size() + " columns: ")
        + Shown.names(columnOfName.keySet())
        + (size() == 1
            ? "; if fields are not separated by , ; tab or |, say by what with CsvFormat.separator(char)"
            : "");
  }
}
