package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The columns a model was fitted on, and of what type each was.
 *
 * @param kinds the type of each column, by name
 * @param chosen whether the columns were named, so that others are none of the model's business
 */
record Schema(Map<String, Kind> kinds, boolean chosen) {

  /** What a column holds. */
  enum Kind {
    NUMERIC("numeric"),
    NOMINAL("categorical"),
    ORDERED("ordinal");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }
  }

  static Schema of(CustomerFeatures training, List<String> chosen) {
    Map<String, Kind> there = kinds(training);
    for (String column : chosen) {
      if (!there.containsKey(column)) {
        throw new InvalidDataException(
            "no column '" + column + "'; these customers have " + there.keySet());
      }
    }
    if (!chosen.isEmpty()) {
      there.keySet().retainAll(chosen);
    }
    if (there.isEmpty()) {
      throw new InvalidDataException("these customers have no columns; give at least one");
    }
    return new Schema(there, !chosen.isEmpty());
  }

  private static Map<String, Kind> kinds(CustomerFeatures customers) {
    Map<String, Kind> kinds = new TreeMap<>();
    customers.numericColumns().forEach(name -> kinds.put(name, Kind.NUMERIC));
    customers
        .categoricalColumns()
        .forEach(
            name ->
                kinds.put(
                    name, customers.categorical(name).isOrdered() ? Kind.ORDERED : Kind.NOMINAL));
    return kinds;
  }

  List<String> sortedColumns() {
    return List.copyOf(kinds.keySet());
  }

  boolean isNominal(String column) {
    return kinds.get(column) == Kind.NOMINAL;
  }

  /** Refuses customers whose columns are not those of training, naming every difference. */
  void check(CustomerFeatures customers) {
    if (!fits(customers)) {
      explain(kinds(customers));
    }
  }

  /** A service asks this of each row. */
  private boolean fits(CustomerFeatures customers) {
    int columns = 0;
    for (String name : customers.numericColumns()) {
      if (kinds.get(name) != Kind.NUMERIC) {
        return false;
      }
      columns++;
    }
    for (String name : customers.categoricalColumns()) {
      Kind kind = customers.categorical(name).isOrdered() ? Kind.ORDERED : Kind.NOMINAL;
      if (kinds.get(name) != kind) {
        return false;
      }
      columns++;
    }
    return columns == kinds.size();
  }

  private void explain(Map<String, Kind> there) {
    List<String> missing = without(kinds, there);
    List<String> extra = without(there, kinds);
    List<String> faults = new ArrayList<>();
    if (!missing.isEmpty()) {
      faults.add("missing " + missing);
    }
    if (!extra.isEmpty() && !chosen) {
      faults.add("not known to the model " + extra);
    }
    if (missing.size() == 1 && extra.size() == 1) {
      faults.add("perhaps '%s' was renamed '%s'".formatted(missing.get(0), extra.get(0)));
    }
    kinds.forEach(
        (name, kind) ->
            Stream.ofNullable(there.get(name))
                .filter(seen -> seen != kind)
                .forEach(
                    seen ->
                        faults.add(
                            "'%s' was %s and is %s".formatted(name, kind.shown, seen.shown))));
    if (!faults.isEmpty()) {
      throw new InvalidDataException(
          "the columns are not those the model was fitted on: %s; it needs %s"
              .formatted(String.join("; ", faults), kinds.keySet()));
    }
  }

  private static List<String> without(Map<String, Kind> some, Map<String, Kind> others) {
    return some.keySet().stream().filter(name -> !others.containsKey(name)).toList();
  }
}
