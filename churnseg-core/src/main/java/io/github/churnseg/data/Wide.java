package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Turns a long table, one row an id and period, into a wide one: one row an id, one column a
 * period. Immutable; each step gives a new object.
 *
 * <pre>{@code
 * Wide.from(revenue).id("id").period("month").value("revenue")
 *     .periods("2026-01", "2026-02", "2026-03")         // the order of the columns
 *     .toTable()                                        // id, revenue_2026-01, revenue_2026-02, …
 * }</pre>
 *
 * <p>Ids come in the order of their first rows; so do periods unless they are given. A cell without
 * a row is missing. Two rows of the same id and period are refused, see {@link Aggregate} for how
 * to make one of them; so are rows without id or period. Other columns are left out. Time and
 * memory grow with rows, and with ids times periods.
 */
public final class Wide {

  private final Table table;
  private final List<String> id;
  private final String period;
  private final String value;
  private final Optional<List<String>> periods;

  private Wide(
      Table table, List<String> id, String period, String value, Optional<List<String>> periods) {
    this.table = table;
    this.id = id;
    this.period = period;
    this.value = value;
    this.periods = periods;
  }

  /**
   * Starts with the long table.
   *
   * @param table the rows; must not change before {@link #toTable()}
   * @return the first step, which asks for the id
   */
  public static Source from(Table table) {
    return new Source(table);
  }

  /** The first step: which columns tell the rows of the result apart. */
  public static final class Source {

    private final Table table;

    private Source(Table table) {
      this.table = table;
    }

    /**
     * Says what a row of the result is about.
     *
     * @param columns one or more columns
     * @return the next step, which asks for the period
     */
    public Ids id(String... columns) {
      if (columns.length == 0 || new HashSet<>(Arrays.asList(columns)).size() < columns.length) {
        throw new IllegalArgumentException(
            "an id has one or more columns, each once; seen " + Arrays.toString(columns));
      }
      TableColumns.all(table, List.of(columns));
      return new Ids(table, List.of(columns));
    }
  }

  /** The second step: which column becomes the heads of columns. */
  public static final class Ids {

    private final Table table;
    private final List<String> id;

    private Ids(Table table, List<String> id) {
      this.table = table;
      this.id = id;
    }

    /**
     * Says which column holds the periods.
     *
     * @param column text, whole numbers or dates; any category will do
     * @return the next step, which asks for the value
     */
    public Periods period(String column) {
      TableColumns.one(table, column);
      return new Periods(table, id, column);
    }
  }

  /** The third step: which column fills the cells. */
  public static final class Periods {

    private final Table table;
    private final List<String> id;
    private final String period;

    private Periods(Table table, List<String> id, String period) {
      this.table = table;
      this.id = id;
      this.period = period;
    }

    /**
     * Says which column holds the values.
     *
     * @param column a column of any type
     * @return the plan
     */
    public Wide value(String column) {
      TableColumns.one(table, column);
      return new Wide(table, id, period, column, Optional.empty());
    }
  }

  /**
   * Gives the periods and their order. Any other in the data is refused, so that a misspelt one is
   * found; one that does not occur becomes a column of missing values. The default is those of the
   * data, as first seen.
   *
   * @param periods the periods, as their column prints them
   * @return a new plan
   */
  public Wide periods(String... periods) {
    List<String> given = List.of(periods);
    if (given.isEmpty() || new HashSet<>(given).size() < given.size()) {
      throw new IllegalArgumentException("give one or more periods, each once; seen " + given);
    }
    return new Wide(table, id, period, value, Optional.of(given));
  }

  /**
   * Computes the wide table.
   *
   * @return a new table, named like the source: the id columns, then {@code <value>_<period>} for
   *     each period
   * @throws InvalidDataException if an id has two rows of a period, a period is not among those
   *     given, or an id or period is missing
   */
  public Table toTable() {
    WideCells cells = WideCells.of(table, id, period, periods);
    List<Column<?>> columns = new ArrayList<>();
    int[] firstRows = cells.firstRows();
    TableColumns.all(table, id).forEach(column -> columns.add(RowPick.pick(column, firstRows)));
    Column<?> values = TableColumns.one(table, value);
    for (int i = 0; i < cells.periods().size(); i++) {
      String name = value + "_" + cells.periods().get(i);
      columns.add(RowPick.pick(values, cells.rowsOf(i)).setName(name));
    }
    TableColumns.refuseSameNames(
        columns.stream().map(Column::name).toList(), "correct the period with Repair.alias");
    return Table.create(TableColumns.nameOf(table), columns);
  }
}
