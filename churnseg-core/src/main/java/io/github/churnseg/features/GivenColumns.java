package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.NearestName;
import io.github.churnseg.internal.Shown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Some columns of features that need no deriving. */
record GivenColumns(List<String> columns)
    implements FeatureExtractor<CustomerFeatures, CustomerFeatures> {

  GivenColumns {
    columns = List.copyOf(columns);
    Set<String> distinct = new LinkedHashSet<>(columns);
    if (columns.isEmpty() || distinct.size() < columns.size()) {
      throw new IllegalArgumentException("name one column or more, none twice; seen " + columns);
    }
  }

  @Override
  public CustomerFeatures extract(CustomerFeatures customers) {
    List<String> all = new ArrayList<>(customers.numericColumns());
    all.addAll(customers.categoricalColumns());
    for (String column : columns) {
      if (!all.contains(column)) {
        throw new InvalidDataException(
            "no column %s among the features%s; there are %s"
                .formatted(Shown.value(column), NearestName.question(column, all), all));
      }
    }
    return new ChosenColumns(customers, columns);
  }

  @Override
  public String toString() {
    return "the given columns " + columns;
  }
}
