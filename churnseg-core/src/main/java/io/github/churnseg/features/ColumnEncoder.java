package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.List;

/** How one column becomes one or more columns of numbers; what was learnt, without the rows. */
sealed interface ColumnEncoder permits NumericEncoder, CategoryEncoder {

  /** The column it reads. */
  String column();

  /** Names of the columns that come out. */
  List<String> outputs();

  /** What writes the outputs of these customers. */
  ColumnWriter over(CustomerFeatures customers);

  /** The failure for a row whose value is missing where that is refused. */
  static InvalidDataException missing(CustomerFeatures customers, String column, int row) {
    return new InvalidDataException(
        place(customers, column, row)
            + "no value; fill the gap, leave such customers out, or choose an imputation");
  }

  /** Names a cell. */
  static String place(CustomerFeatures customers, String column, int row) {
    return "column '%s', customer '%s' (row %d, from 0): "
        .formatted(column, customers.id(row), row);
  }
}
