package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.util.ArrayList;
import java.util.List;

/** Finds the mapped columns among those of a table or query, whose names may differ in case. */
final class SourceColumns {

  private SourceColumns() {}

  /**
   * The names of a source's columns, each as the mapping spells it.
   *
   * @throws InvalidDataException if a mapped column is not there
   */
  static List<String> resolve(TransactionColumns columns, String source, List<String> names) {
    List<String> resolved = new ArrayList<>(names);
    for (FieldUse use : columns.uses) {
      String wanted = use.column();
      if (!names.contains(wanted)) {
        List<String> alike = names.stream().filter(wanted::equalsIgnoreCase).toList();
        if (alike.size() != 1) {
          throw new InvalidDataException(Place.of(source), missing(wanted, names));
        }
        resolved.set(names.indexOf(alike.get(0)), wanted);
      }
    }
    return resolved;
  }

  private static String missing(String wanted, List<String> names) {
    return "no column '"
        + wanted
        + "'"
        + NearestName.of(wanted, names).map(near -> "; did you mean '" + near + "'?").orElse(";")
        + " There are "
        + names.size()
        + " columns: "
        + Shown.names(names);
  }
}
