package io.github.churnseg.features;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.Table;

/**
 * One row a customer: a text id and named columns.
 *
 * <p>Implementations are immutable. Rows are numbered from 0; no two rows have the same id.
 */
public interface CustomerFeatures {

  /**
   * The number of customers.
   *
   * @return rows, 0 or more
   */
  int size();

  /**
   * The customer of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the id, as text
   */
  String id(int row);

  /**
   * The row of a customer.
   *
   * @param id the customer
   * @return its row, or nothing if the customer is not here
   */
  OptionalInt rowOf(String id);

  /**
   * The names of the numeric columns, in order.
   *
   * @return names, none twice
   */
  List<String> numericColumns();

  /**
   * The values of a numeric column, one a row; {@code NaN} where a value is missing.
   *
   * @param column one of {@link #numericColumns()}
   * @return a new array that the caller may change
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  double[] numeric(String column);

  /**
   * The moment the features are true of, where they were derived from a dated log.
   *
   * @return the as-of moment, in the log's local time
   */
  Optional<LocalDateTime> asOf();

  /**
   * The rows as a Tablesaw table: the ids, then the columns in order.
   *
   * @return a new table
   */
  Table toTable();
}
