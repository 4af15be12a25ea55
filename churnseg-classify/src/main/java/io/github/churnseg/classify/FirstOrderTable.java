package io.github.churnseg.classify;

import io.github.churnseg.data.CustomerIds;
import io.github.churnseg.features.Categories;
import io.github.churnseg.features.ColumnReader;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NoSuchColumn;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What is known of each customer from the first order, and whom it leaves out. Immutable; holds
 * eight bytes a number and four a category, and the customers' ids, but not the log.
 */
public final class FirstOrderTable implements CustomerFeatures {

  private static final int SHOWN = 10;
  private static final int SHOWN_COLUMNS = 7;

  private final CustomerIds ids;

  /** Customer numbers, ascending. */
  private final int[] buyers;

  private final Map<String, double[]> numeric;
  private final Map<String, Categories> categorical;
  private final LocalDateTime asOf;
  private final int withoutPurchase;
  private final int tooRecent;

  /** Takes arrays and maps over; the caller forgets them. */
  FirstOrderTable(
      CustomerIds ids,
      FirstLines first,
      Map<String, double[]> numeric,
      Map<String, Categories> categorical,
      LocalDateTime asOf,
      int tooRecent) {
    this.ids = ids;
    this.buyers = first.buyers;
    this.numeric = numeric;
    this.categorical = categorical;
    this.asOf = asOf;
    this.withoutPurchase = first.withoutPurchase;
    this.tooRecent = tooRecent;
  }

  /**
   * Customers of the log who only took things back, and are therefore no rows here.
   *
   * @return customers
   */
  public int withoutPurchase() {
    return withoutPurchase;
  }

  /**
   * Buyers who came too recently to learn from, and are therefore no rows here.
   *
   * @return customers; 0 unless derived by {@link FirstOrder#extractForTraining}
   */
  public int tooRecent() {
    return tooRecent;
  }

  @Override
  public int size() {
    return buyers.length;
  }

  @Override
  public String id(int row) {
    return ids.get(buyers[row]);
  }

  @Override
  public OptionalInt rowOf(String id) {
    OptionalInt customer = ids.find(id);
    int row = customer.isEmpty() ? -1 : Arrays.binarySearch(buyers, customer.getAsInt());
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  @Override
  public List<String> numericColumns() {
    return List.copyOf(numeric.keySet());
  }

  @Override
  public double[] numeric(String column) {
    return values(column).clone();
  }

  private double[] values(String column) {
    double[] values = numeric.get(column);
    if (values == null) {
      throw NoSuchColumn.numeric(column, numericColumns());
    }
    return values;
  }

  @Override
  public ColumnReader reader(String column) {
    double[] values = values(column);
    return (from, count, target) -> System.arraycopy(values, from, target, 0, count);
  }

  @Override
  public List<String> categoricalColumns() {
    return List.copyOf(categorical.keySet());
  }

  @Override
  public Categories categorical(String column) {
    Categories values = categorical.get(column);
    if (values == null) {
      throw NoSuchColumn.categorical(column, categoricalColumns());
    }
    return values;
  }

  /**
   * The as-of moment of the log the rows were derived from; the features themselves are true of
   * each customer's first order.
   *
   * @return the moment
   */
  @Override
  public Optional<LocalDateTime> asOf() {
    return Optional.of(asOf);
  }

  /**
   * A table with the column {@code customer}, then categories, then numbers.
   *
   * @return a new table, a row a customer
   */
  @Override
  public Table toTable() {
    Table table =
        Table.create("first orders", StringColumn.create("customer", all().mapToObj(this::id)));
    categorical.forEach(
        (name, values) ->
            table.addColumns(
                StringColumn.create(name, all().mapToObj(row -> values.value(row).orElse("")))));
    numeric.forEach((name, values) -> table.addColumns(DoubleColumn.create(name, values)));
    return table;
  }

  private IntStream all() {
    return IntStream.range(0, size());
  }

  /** The first customers, how many there are in all, and who is left out. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>(categorical.keySet());
    names.addAll(numeric.keySet());
    List<String> shown = names.subList(0, Math.min(SHOWN_COLUMNS, names.size()));
    List<String> more = names.subList(shown.size(), names.size());
    List<String> header = new ArrayList<>(List.of("customer"));
    header.addAll(shown);
    TextTable table = TextTable.of(header.toArray(String[]::new));
    all().limit(SHOWN).forEach(row -> table.row(cells(shown, row)));
    return String.format(
        Locale.ROOT,
        "%,d customers, first orders up to %s; left out: %,d without purchase, %,d too recent\n%s%s%s",
        size(),
        asOf,
        withoutPurchase,
        tooRecent,
        table,
        SHOWN < size() ? "…\n" : "",
        more.isEmpty() ? "" : TextWrap.wrap("and " + String.join(", ", more), 2));
  }

  private String[] cells(List<String> columns, int row) {
    List<String> cells = new ArrayList<>(List.of(id(row)));
    for (String column : columns) {
      double[] numbers = numeric.get(column);
      cells.add(numbers == null ? categorical(column).value(row).orElse("") : number(numbers[row]));
    }
    return cells.toArray(String[]::new);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", value);
  }
}
