package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NoSuchColumn;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Recency, frequency and monetary value, one row a customer, with the convention they follow.
 *
 * <pre>{@code
 * RfmTable rfm = Rfm.withDefaults().extract(log.asOf(LocalDate.of(2011, 12, 10)));
 * int days = rfm.recency(rfm.rowOf("12347").orElseThrow());
 * }</pre>
 *
 * <p>Immutable and safe to share between threads. Holds 20 bytes a customer with the default
 * convention, at most 32 with any other, and keeps the log it was derived from.
 */
public final class RfmTable implements CustomerFeatures {

  private static final List<String> COLUMNS = List.of("recency", "frequency", "monetary");

  private final Buyers buyers;
  private final RfmColumns columns;
  private final RfmConvention convention;
  private final int withoutPurchase;
  private final Supplier<Optional<DataReport>> report;

  /** Takes the arrays over; the caller forgets them. */
  RfmTable(
      Buyers buyers,
      RfmColumns columns,
      RfmConvention convention,
      int withoutPurchase,
      Supplier<Optional<DataReport>> report) {
    this.buyers = buyers;
    this.columns = columns;
    this.convention = convention;
    this.withoutPurchase = withoutPurchase;
    this.report = report;
  }

  /**
   * Takes numbers that already exist, one entry a customer in each argument.
   *
   * @param ids the customers, none twice
   * @param recency whole days since the last purchase, 0 or more
   * @param frequency purchases as the convention counts them; at least 1, or 0 for repeat days
   * @param monetary money as the convention measures it, finite
   * @param convention what the numbers mean
   * @return the table; the arrays are copied
   * @throws io.github.churnseg.InvalidDataException if a number is missing or out of its range, or
   *     a customer occurs twice; the message names the row
   */
  public static RfmTable of(
      List<String> ids,
      int[] recency,
      int[] frequency,
      double[] monetary,
      RfmConvention convention) {
    return GivenRfm.table(ids, recency.clone(), frequency.clone(), monetary.clone(), convention);
  }

  /**
   * Takes a customer-level table with the columns {@code customer}, {@code recency}, {@code
   * frequency} and {@code monetary}.
   *
   * @param table a row a customer
   * @param convention what the numbers mean
   * @return the table; nothing of {@code table} is kept
   * @throws io.github.churnseg.InvalidDataException if a column is missing or a value is none; the
   *     message names it
   */
  public static RfmTable from(Table table, RfmConvention convention) {
    return from(table, "customer", "recency", "frequency", "monetary", convention);
  }

  /**
   * Takes a customer-level table whose columns have other names.
   *
   * @param table a row a customer
   * @param customer the column with the ids
   * @param recency the column with whole days since the last purchase
   * @param frequency the column with purchases
   * @param monetary the column with money
   * @param convention what the numbers mean
   * @return the table; nothing of {@code table} is kept
   * @throws io.github.churnseg.InvalidDataException if a column is missing or a value is none; the
   *     message names it
   */
  public static RfmTable from(
      Table table,
      String customer,
      String recency,
      String frequency,
      String monetary,
      RfmConvention convention) {
    return GivenRfm.table(
        GivenRfm.texts(table, customer),
        GivenRfm.wholeNumbers(table, recency),
        GivenRfm.wholeNumbers(table, frequency),
        GivenRfm.numbers(table, monetary),
        convention);
  }

  /**
   * What the numbers mean.
   *
   * @return the convention
   */
  public RfmConvention convention() {
    return convention;
  }

  /**
   * Customers of the log that only took things back and are therefore no rows here.
   *
   * @return customers
   */
  public int withoutPurchase() {
    return withoutPurchase;
  }

  /**
   * What was read, kept and refused on the way to the log.
   *
   * @return the report, or nothing if the numbers did not come from a log
   */
  public Optional<DataReport> dataReport() {
    return report.get();
  }

  /**
   * Whole days since the last purchase.
   *
   * @param row 0 to {@code size() - 1}
   * @return days
   */
  public int recency(int row) {
    return columns.recency[row];
  }

  /**
   * Purchases, as {@link RfmConvention#frequency()} counts them.
   *
   * @param row 0 to {@code size() - 1}
   * @return purchases
   */
  public int frequency(int row) {
    return columns.frequency[row];
  }

  /**
   * Money, as {@link RfmConvention#monetary()} measures it.
   *
   * @param row 0 to {@code size() - 1}
   * @return money in the log's currency
   */
  public double monetary(int row) {
    return columns.monetary[row];
  }

  /** Orders of a row whatever F counts, or {@link RfmColumns#UNKNOWN_ORDERS}. */
  int orders(int row) {
    return columns.orders[row];
  }

  /** Total money of a row whatever M measures, or NaN. */
  double revenue(int row) {
    return columns.revenue[row];
  }

  /** The value at a place of the ascending order of a column; not safe to share. */
  IntToDoubleFunction ascending(Dimension dimension) {
    return switch (dimension) {
      case RECENCY -> OrderStatistics.of(columns.recency);
      case FREQUENCY -> OrderStatistics.of(columns.frequency);
      case MONETARY -> OrderStatistics.of(columns.monetary);
    };
  }

  /** The same for {@code rows[from]} to {@code rows[to - 1]} only. */
  IntToDoubleFunction ascending(Dimension dimension, int[] rows, int from, int to) {
    IntStream some = Arrays.stream(rows, from, to);
    return switch (dimension) {
      case RECENCY -> OrderStatistics.of(some.map(this::recency).toArray());
      case FREQUENCY -> OrderStatistics.of(some.map(this::frequency).toArray());
      case MONETARY -> OrderStatistics.of(some.mapToDouble(this::monetary).toArray());
    };
  }

  /** How many rows have this value. */
  int count(Dimension dimension, double value) {
    IntStream rows = IntStream.range(0, size());
    IntStream having =
        switch (dimension) {
          case RECENCY -> rows.filter(row -> columns.recency[row] == value);
          case FREQUENCY -> rows.filter(row -> columns.frequency[row] == value);
          case MONETARY -> rows.filter(row -> columns.monetary[row] == value);
        };
    return (int) having.count();
  }

  @Override
  public int size() {
    return buyers.size();
  }

  @Override
  public String id(int row) {
    return buyers.id(row);
  }

  @Override
  public OptionalInt rowOf(String id) {
    return buyers.rowOf(id);
  }

  @Override
  public List<String> numericColumns() {
    return COLUMNS;
  }

  @Override
  public double[] numeric(String column) {
    return switch (column) {
      case "recency" -> Arrays.stream(columns.recency).asDoubleStream().toArray();
      case "frequency" -> Arrays.stream(columns.frequency).asDoubleStream().toArray();
      case "monetary" -> columns.monetary.clone();
      default -> throw NoSuchColumn.numeric(column, COLUMNS);
    };
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return convention.asOf();
  }

  /**
   * A table with the columns {@code customer}, {@code recency}, {@code frequency}, {@code
   * monetary}.
   *
   * @return a new table, a row a customer
   */
  @Override
  public Table toTable() {
    return Table.create(
        "rfm",
        StringColumn.create("customer", buyers.ids()),
        IntColumn.create("recency", columns.recency.clone()),
        IntColumn.create("frequency", columns.frequency.clone()),
        DoubleColumn.create("monetary", columns.monetary.clone()));
  }

  /** The first customers, how many there are in all, and the convention. */
  @Override
  public String toString() {
    return RfmText.of(this);
  }
}
