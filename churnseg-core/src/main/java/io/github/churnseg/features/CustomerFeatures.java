package io.github.churnseg.features;

import io.github.churnseg.internal.NoSuchColumn;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/**
 * One row a customer: a text id and named columns.
 *
 * <p>Implementations are immutable. Rows are numbered from 0; no two rows have the same id.
 */
public interface CustomerFeatures {

  /**
   * Takes customers from a table, a row each.
   *
   * <pre>{@code
   * var customers = CustomerFeatures.from(table,
   *     c -> c.id("customer").numeric("orders", "spend").categorical("city")
   *         .ordinal("tariff", "basic", "plus", "premium").target("status", "left"));
   * }</pre>
   *
   * <p>Values are copied. Numbers that are missing become {@code NaN}. A number takes eight bytes,
   * a category four, and an id its characters in UTF-8 (and four bytes where lengths differ): no
   * object a customer. The first {@link #rowOf} makes an index, of 13 to 27 bytes a customer.
   *
   * @param table one row a customer
   * @param columns says which column is the id and which are features
   * @return the features, in the order of the table's rows
   * @throws io.github.churnseg.InvalidDataException if a column is missing or of another type, or
   *     an id is missing, there twice or no text (it holds half of a surrogate pair)
   */
  static CustomerFeatures from(Table table, UnaryOperator<FeatureColumns> columns) {
    return TableFeatures.from(table, columns.apply(FeatureColumns.NONE));
  }

  /**
   * Takes customers' features as they are; for a chain that begins with a table instead of a log.
   *
   * <pre>{@code
   * Segmentation.builder().features(CustomerFeatures.asGiven()).segmentBy("behaviour", KMeans.k(4))
   * }</pre>
   *
   * @param <F> the features
   * @return an extractor that gives what it gets
   */
  static <F extends CustomerFeatures> FeatureExtractor<F, F> asGiven() {
    return new AsGiven<>();
  }

  /**
   * Takes some of the columns of customers' features as they are, such as those that are known of
   * newcomers too.
   *
   * @param columns numeric or categorical columns; one or more, none twice
   * @return an extractor that gives these columns and names one that is missing
   */
  static FeatureExtractor<CustomerFeatures, CustomerFeatures> givenColumns(String... columns) {
    return new GivenColumns(List.of(columns));
  }

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
   * Reads a numeric column part by part. By default it copies the whole column first.
   *
   * @param column one of {@link #numericColumns()}
   * @return a reader of the same values as {@link #numeric}
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  default ColumnReader reader(String column) {
    double[] values = numeric(column);
    return (from, count, target) -> System.arraycopy(values, from, target, 0, count);
  }

  /**
   * The names of the categorical columns, in order.
   *
   * @return names, none twice and none of {@link #numericColumns()}; none by default
   */
  default List<String> categoricalColumns() {
    return List.of();
  }

  /**
   * The values of a categorical column, one a row, some perhaps missing.
   *
   * @param column one of {@link #categoricalColumns()}
   * @return the column
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  default Categories categorical(String column) {
    throw NoSuchColumn.categorical(column, categoricalColumns());
  }

  /**
   * What is known to have become of each customer, where a target was named.
   *
   * @return a class a row; nothing by default
   */
  default Optional<Labels> labels() {
    return Optional.empty();
  }

  /**
   * The same columns for some of the customers.
   *
   * @param rows which rows, in the order the result shall have; none twice
   * @return new features over the same data; each column is copied when it is asked for
   * @throws IndexOutOfBoundsException if there is no such row
   * @throws io.github.churnseg.InvalidDataException if a row is given twice
   */
  default CustomerFeatures select(int... rows) {
    return new SelectedRows(this, rows);
  }

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
