package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables joined into one, each with a declared cardinality. A key that repeats where it was
 * declared unique is refused, so that no row, and no money in it, is ever counted twice.
 *
 * <pre>{@code
 * Join joined = Join.left(orders)                     // every order is kept
 *     .manyToOne(customers, "customer_id")
 *     .with(Aggregate.by(payments, "order_id").sum("payment_value"));
 * joined.report()                                     // rows before and after, keys unmatched
 * joined.toTable()
 * }</pre>
 *
 * <p>Missing keys match nothing, not even each other. The columns of the added table follow, its
 * key left out; where a row found no partner they are missing. Rows keep the order of the first
 * table. Each step gives a new object; the tables must not change before {@link #toTable()}, which
 * copies. Time and memory grow with the rows: a million rows join in a fraction of a second.
 */
public final class Join {

  private final JoinedColumns columns;
  private final JoinReport report;

  private Join(JoinedColumns columns, JoinReport report) {
    this.columns = columns;
    this.report = report;
  }

  /**
   * Starts from a table of which every row is kept.
   *
   * @param table the table whose rows the result is about
   * @return the table, to be joined
   */
  public static Join left(Table table) {
    return start(table, true);
  }

  /**
   * Starts from a table of which only those rows are kept that find a partner in each table added.
   *
   * @param table the table whose rows the result is about
   * @return the table, to be joined
   */
  public static Join inner(Table table) {
    return start(table, false);
  }

  private static Join start(Table table, boolean keepsUnmatched) {
    String name = TableColumns.nameOf(table);
    return new Join(
        JoinedColumns.of(table), new JoinReport(name, keepsUnmatched, table.rowCount(), List.of()));
  }

  /**
   * Adds a table in which, as in this one, no key occurs twice.
   *
   * @param table the table to add
   * @param key the columns both are joined on, of the same names in both
   * @return a new join
   * @throws InvalidDataException if a key repeats on either side, naming it and the counts
   */
  public Join oneToOne(Table table, String... key) {
    return oneToOne(table, JoinKey.same(key));
  }

  /**
   * Adds a table in which, as in this one, no key occurs twice.
   *
   * @param table the table to add
   * @param key the columns both are joined on
   * @return a new join
   * @throws InvalidDataException if a key repeats on either side, naming it and the counts
   */
  public Join oneToOne(Table table, JoinKey key) {
    return add(Cardinality.ONE_TO_ONE, table, table.rowCount(), key);
  }

  /**
   * Adds a table in which no key occurs twice; many rows of this one may share a row of it.
   *
   * @param table the table to add
   * @param key the columns both are joined on, of the same names in both
   * @return a new join
   * @throws InvalidDataException if a key repeats in the added table, naming it and the counts
   */
  public Join manyToOne(Table table, String... key) {
    return manyToOne(table, JoinKey.same(key));
  }

  /**
   * Adds a table in which no key occurs twice; many rows of this one may share a row of it.
   *
   * @param table the table to add
   * @param key the columns both are joined on
   * @return a new join
   * @throws InvalidDataException if a key repeats in the added table, naming it and the counts
   */
  public Join manyToOne(Table table, JoinKey key) {
    return add(Cardinality.MANY_TO_ONE, table, table.rowCount(), key);
  }

  /**
   * Adds a table of which many rows may belong to one row of this: the result grows to its rows,
   * and values of this one are repeated.
   *
   * @param table the table to add
   * @param key the columns both are joined on, of the same names in both
   * @return a new join
   * @throws InvalidDataException if a key repeats in this table, naming it and the counts
   */
  public Join oneToMany(Table table, String... key) {
    return oneToMany(table, JoinKey.same(key));
  }

  /**
   * Adds a table of which many rows may belong to one row of this: the result grows to its rows,
   * and values of this one are repeated.
   *
   * @param table the table to add
   * @param key the columns both are joined on
   * @return a new join
   * @throws InvalidDataException if a key repeats in this table, naming it and the counts
   */
  public Join oneToMany(Table table, JoinKey key) {
    return add(Cardinality.ONE_TO_MANY, table, table.rowCount(), key);
  }

  /**
   * Adds a table after reducing it to one row a key, many-to-one. Where a row finds no partner,
   * counts are 0 and all else is missing.
   *
   * @param aggregate the table, its key and what to make of its rows
   * @return a new join
   */
  public Join with(Aggregate aggregate) {
    Join joined =
        add(
            Cardinality.MANY_TO_ONE,
            aggregate.toTable(),
            aggregate.sourceRows(),
            JoinKey.same(aggregate.key().toArray(String[]::new)));
    return new Join(joined.columns.withZeros(aggregate.counts()), joined.report);
  }

  /**
   * The joined rows.
   *
   * @return a new table, named like the first
   */
  public Table toTable() {
    return Table.create(report.left(), columns.pick());
  }

  /**
   * What each step did to the rows.
   *
   * @return rows before and after each step, and the keys without a partner on either side
   */
  public JoinReport report() {
    return report;
  }

  @Override
  public String toString() {
    return report.toString();
  }

  private Join add(Cardinality declared, Table table, int sourceRows, JoinKey key) {
    String name = TableColumns.nameOf(table);
    List<Column<?>> rightKey = TableColumns.all(table, key.right());
    List<Column<?>> added =
        table.columns().stream().filter(column -> !key.right().contains(column.name())).toList();
    columns.refuseDuplicates(report.left(), name, added);

    KeyDictionary keys = columns.dictionaryFor(report.left(), key, name, rightKey);
    int[] rightKeys = keys.add(rightKey);
    int[] leftKeys = columns.keys(keys, key);
    JoinSide right =
        new JoinSide(name, rightKeys, keys.size(), row -> TableColumns.values(rightKey, row));
    JoinSide left =
        new JoinSide(report.left(), leftKeys, keys.size(), row -> columns.text(key, row));
    FanOut.refuse(declared, key, left, right);

    JoinRows rows = JoinRows.of(left, right, report.keepsUnmatched());
    List<JoinReport.Step> steps = new ArrayList<>(report.steps());
    steps.add(
        new JoinReport.Step(
            name,
            declared.toString(),
            key.toString(),
            sourceRows,
            right.rows(),
            left.rows(),
            rows.size(),
            left.without(right),
            right.without(left)));
    return new Join(
        columns.join(rows, added),
        new JoinReport(report.left(), report.keepsUnmatched(), report.rows(), steps));
  }
}
