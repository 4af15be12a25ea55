package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Reduces the rows of a table to one row a key. Immutable; each step gives a new object.
 *
 * <pre>{@code
 * Aggregate.by(payments, "order_id")
 *     .sum("payment_value")                       // payment_value_sum
 *     .mode("payment_type").as("payment_type")
 *     .count("payments")
 *     .toTable()
 * }</pre>
 *
 * <p>A result is called like its column and function unless {@link #as} names it. Missing values
 * are passed over; where a group has no other, the result is missing. Groups come in the order of
 * their first rows; beyond that the order of rows matters to {@link #first(String)} only. Rows
 * whose key is missing are refused. A million rows take a fraction of a second.
 */
public final class Aggregate {

  private final Table table;
  private final List<String> key;
  private final List<Output> outputs;

  private record Output(String name, GroupFunction function, boolean isCount) {}

  private Aggregate(Table table, List<String> key, List<Output> outputs) {
    this.table = table;
    this.key = key;
    this.outputs = outputs;
  }

  /**
   * Starts with the key.
   *
   * @param table the rows; must not change before {@link #toTable()}
   * @param key the columns whose values tell the groups apart
   * @return what will have one row a key
   */
  public static Aggregate by(Table table, String... key) {
    if (key.length == 0 || new HashSet<>(Arrays.asList(key)).size() < key.length) {
      throw new IllegalArgumentException(
          "an aggregate needs one or more key columns, each once; seen " + Arrays.toString(key));
    }
    TableColumns.all(table, List.of(key));
    return new Aggregate(table, List.of(key), List.of());
  }

  /**
   * Adds the sum of a column. Whole numbers give whole numbers. Decimals are summed exactly, as the
   * decimals they were read from, wherever each has at most 15 digits; otherwise with compensation.
   *
   * @param column a numeric column
   * @return a new aggregate, with {@code <column>_sum}
   */
  public Aggregate sum(String column) {
    NumericColumn<?> numbers = numeric(column);
    boolean whole =
        List.of(ColumnType.INTEGER, ColumnType.LONG, ColumnType.SHORT).contains(numbers.type());
    return add(
        column,
        "sum",
        whole
            ? (groups, name) -> GroupTotal.sums(numbers, groups, name)
            : (groups, name) -> GroupSum.sums(numbers, groups, name));
  }

  /**
   * Adds the mean of a column: its sum, taken as {@link #sum} does, by the number of its values.
   *
   * @param column a numeric column
   * @return a new aggregate, with {@code <column>_mean}
   */
  public Aggregate mean(String column) {
    NumericColumn<?> numbers = numeric(column);
    return add(column, "mean", (groups, name) -> GroupSum.means(numbers, groups, name));
  }

  /**
   * Adds the least value of a column of any type that has an order.
   *
   * @param column numbers, dates, times or text
   * @return a new aggregate, with {@code <column>_min}
   */
  public Aggregate min(String column) {
    Column<?> values = column(column);
    return add(
        column,
        "min",
        (groups, name) -> GroupRow.best(values, values.rowComparator(), groups, name));
  }

  /**
   * Adds the greatest value of a column of any type that has an order.
   *
   * @param column numbers, dates, times or text
   * @return a new aggregate, with {@code <column>_max}
   */
  public Aggregate max(String column) {
    Column<?> values = column(column);
    return add(
        column,
        "max",
        (groups, name) -> GroupRow.best(values, values.rowComparator().reversed(), groups, name));
  }

  /**
   * Adds the first value of a column in the order of the rows.
   *
   * @param column any column
   * @return a new aggregate, with {@code <column>_first}
   */
  public Aggregate first(String column) {
    Column<?> values = column(column);
    return add(column, "first", (groups, name) -> GroupRow.first(values, groups, name));
  }

  /**
   * Adds the value of a column where another is least, such as the city of the earliest order. Of
   * several such rows the least value counts.
   *
   * @param column any column
   * @param by the column that gives the order; rows in which it is missing are passed over
   * @return a new aggregate, with {@code <column>_first}
   */
  public Aggregate first(String column, String by) {
    Column<?> values = column(column);
    Column<?> order = column(by);
    return add(column, "first", (groups, name) -> GroupRow.firstBy(values, order, groups, name));
  }

  /**
   * Adds the value of a column where another is greatest, such as the score of the latest review.
   * Of several such rows the least value counts.
   *
   * @param column any column
   * @param by the column that gives the order; rows in which it is missing are passed over
   * @return a new aggregate, with {@code <column>_last}
   */
  public Aggregate last(String column, String by) {
    Column<?> values = column(column);
    Column<?> order = column(by);
    return add(column, "last", (groups, name) -> GroupRow.lastBy(values, order, groups, name));
  }

  /**
   * Adds the most frequent value of a column; of equally frequent ones the least.
   *
   * @param column any column
   * @return a new aggregate, with {@code <column>_mode}
   */
  public Aggregate mode(String column) {
    Column<?> values = column(column);
    return add(column, "mode", (groups, name) -> GroupRow.mode(values, groups, name));
  }

  /**
   * Adds the number of rows.
   *
   * @param name what to call the result
   * @return a new aggregate
   */
  public Aggregate count(String name) {
    return add(new Output(name, GroupFunction::count, true));
  }

  /**
   * Names the result added last.
   *
   * @param name what to call it
   * @return a new aggregate
   */
  public Aggregate as(String name) {
    if (outputs.isEmpty()) {
      throw new IllegalStateException("nothing to call '" + name + "' yet; add a result first");
    }
    List<Output> renamed = new ArrayList<>(outputs);
    Output last = renamed.remove(renamed.size() - 1);
    renamed.add(new Output(name, last.function(), last.isCount()));
    return new Aggregate(table, key, List.copyOf(renamed));
  }

  /**
   * Computes the results.
   *
   * @return a new table, named like the source: the key columns, then the results in order
   * @throws InvalidDataException if a key is missing, or two columns would be called the same
   */
  public Table toTable() {
    refuseSameNames();
    Groups groups = Groups.of(table, key);
    int[] firstRows = groups.firstRows();
    List<Column<?>> columns = new ArrayList<>();
    TableColumns.all(table, key).forEach(column -> columns.add(RowPick.pick(column, firstRows)));
    outputs.forEach(output -> columns.add(output.function().apply(groups, output.name())));
    return Table.create(TableColumns.nameOf(table), columns);
  }

  List<String> key() {
    return key;
  }

  int sourceRows() {
    return table.rowCount();
  }

  /** The names of the results that are numbers of rows. */
  Set<String> counts() {
    Set<String> counts = new LinkedHashSet<>();
    outputs.stream().filter(Output::isCount).forEach(output -> counts.add(output.name()));
    return counts;
  }

  private void refuseSameNames() {
    List<String> names = new ArrayList<>(key);
    outputs.forEach(output -> names.add(output.name()));
    TableColumns.refuseSameNames(names, "name one of them with as");
  }

  private Column<?> column(String name) {
    return TableColumns.one(table, name);
  }

  private NumericColumn<?> numeric(String name) {
    return TableColumns.numeric(table, name);
  }

  private Aggregate add(String column, String suffix, GroupFunction function) {
    return add(new Output(column + "_" + suffix, function, false));
  }

  private Aggregate add(Output output) {
    List<Output> more = new ArrayList<>(outputs);
    more.add(output);
    return new Aggregate(table, key, List.copyOf(more));
  }
}
