package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.util.Arrays;
import java.util.List;

/** Finds the columns of a source that a mapping names. */
final class SourceColumns {

  private static final FieldUse[] NONE = {};

  private SourceColumns() {}

  /**
   * The uses of each column of a source, in the source's order. The names in a table or query may
   * differ from the mapping's in case.
   *
   * @throws InvalidDataException if a mapped column is not there
   */
  static FieldUse[][] uses(TransactionColumns columns, String source, List<String> names) {
    FieldUse[][] uses = new FieldUse[names.size()][];
    Arrays.fill(uses, NONE);
    for (FieldUse use : columns.uses) {
      boolean found = false;
      for (int column = 0; column < uses.length; column++) {
        if (names.get(column).equals(use.column())) {
          uses[column] = with(use, uses[column]);
          found = true;
        }
      }
      if (!found) {
        int column = names.indexOf(onlyOneAlike(use.column(), source, names));
        uses[column] = with(use, uses[column]);
      }
    }
    return uses;
  }

  private static FieldUse[] with(FieldUse use, FieldUse... others) {
    FieldUse[] uses = Arrays.copyOf(others, others.length + 1);
    uses[others.length] = use;
    return uses;
  }

  private static String onlyOneAlike(String wanted, String source, List<String> names) {
    List<String> alike = names.stream().filter(wanted::equalsIgnoreCase).toList();
    if (alike.size() != 1) {
      throw new InvalidDataException(Place.of(source), missing(wanted, names));
    }
    return alike.get(0);
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
