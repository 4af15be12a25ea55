package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.CustomerIds;
import io.github.churnseg.data.DataReport;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NoSuchColumn;
import io.github.churnseg.internal.TextTable;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Revenue, orders and their variation, one row a customer. Immutable and safe to share between
 * threads; holds 24 bytes a customer and keeps the log it was derived from.
 */
public final class DemandTable implements CustomerFeatures {

  private static final List<String> COLUMNS = List.of("revenue", "orders", "variation");
  private static final int SHOWN = 10;

  private final Buyers buyers;
  private final double[] revenue;
  private final int[] orders;
  private final double[] variation;
  private final Variation measure;
  private final Optional<LocalDateTime> asOf;
  private final Supplier<Optional<DataReport>> report;
  private final int withoutPurchase;

  /** Takes the arrays over; the caller forgets them. */
  DemandTable(
      Buyers buyers,
      double[] revenue,
      int[] orders,
      double[] variation,
      Variation measure,
      Optional<LocalDateTime> asOf,
      Supplier<Optional<DataReport>> report,
      int withoutPurchase) {
    this.buyers = buyers;
    this.revenue = revenue;
    this.orders = orders;
    this.variation = variation;
    this.measure = measure;
    this.asOf = asOf;
    this.report = report;
    this.withoutPurchase = withoutPurchase;
  }

  /**
   * Takes figures that already exist, one entry a customer in each argument.
   *
   * @param ids the customers, none twice
   * @param revenue money in all, returns netted; finite
   * @param orders distinct orders, at least 1
   * @param variation how unsteady the customer is, 0 or more; {@code NaN} where it is unknown
   * @param measure what the variation is
   * @return the table; the arrays are copied
   * @throws InvalidDataException if a figure is missing or out of its range, or a customer occurs
   *     twice; the message names the row
   */
  public static DemandTable of(
      List<String> ids, double[] revenue, int[] orders, double[] variation, Variation measure) {
    int size = ids.size();
    if (revenue.length != size || orders.length != size || variation.length != size) {
      throw new IllegalArgumentException(
          "%d customers but %d revenues, %d orders and %d variations; give one of each a customer"
              .formatted(size, revenue.length, orders.length, variation.length));
    }
    for (int row = 0; row < size; row++) {
      require(Double.isFinite(revenue[row]), row, "revenue", revenue[row], "a finite amount");
      require(orders[row] >= 1, row, "orders", orders[row], "1 or more");
      require(!(variation[row] < 0), row, "variation", variation[row], "0 or more, or NaN");
    }
    return new DemandTable(
        Buyers.all(CustomerIds.of(ids)),
        revenue.clone(),
        orders.clone(),
        variation.clone(),
        measure,
        Optional.empty(),
        Optional::empty,
        0);
  }

  private static void require(boolean holds, int row, String name, double seen, String allowed) {
    if (!holds) {
      throw new InvalidDataException(
          "row " + (row + 1) + ": " + name + " is " + seen + "; give " + allowed);
    }
  }

  /**
   * What the variation measures.
   *
   * @return the measure
   */
  public Variation measure() {
    return measure;
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
   * @return the report, or nothing if the figures did not come from a log
   */
  public Optional<DataReport> dataReport() {
    return report.get();
  }

  /**
   * Money spent in all, returns netted.
   *
   * @param row 0 to {@code size() - 1}
   * @return the sum in the log's currency
   */
  public double revenue(int row) {
    return revenue[row];
  }

  /**
   * Distinct orders.
   *
   * @param row 0 to {@code size() - 1}
   * @return orders, 1 or more
   */
  public int orders(int row) {
    return orders[row];
  }

  /**
   * How unsteady the customer is, as {@link #measure()} says.
   *
   * @param row 0 to {@code size() - 1}
   * @return 0 or more, {@code NaN} where there is too little to measure
   */
  public double variation(int row) {
    return variation[row];
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
      case "revenue" -> revenue.clone();
      case "orders" -> Arrays.stream(orders).asDoubleStream().toArray();
      case "variation" -> variation.clone();
      default -> throw NoSuchColumn.numeric(column, COLUMNS);
    };
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return asOf;
  }

  /**
   * A table with the columns {@code customer}, {@code revenue}, {@code orders}, {@code variation}.
   *
   * @return a new table, a row a customer
   */
  @Override
  public Table toTable() {
    return Table.create(
        "demand",
        StringColumn.create("customer", buyers.ids()),
        DoubleColumn.create("revenue", revenue.clone()),
        IntColumn.create("orders", orders.clone()),
        DoubleColumn.create("variation", variation.clone()));
  }

  /** The first customers, how many there are in all, and what the variation is. */
  @Override
  public String toString() {
    TextTable head = TextTable.of("customer", "revenue", "orders", "variation");
    for (int row = 0; row < Math.min(SHOWN, size()); row++) {
      head.row(
          id(row),
          String.format(Locale.ROOT, "%,.2f", revenue[row]),
          Integer.toString(orders[row]),
          Double.isNaN(variation[row]) ? "" : String.format(Locale.ROOT, "%.3f", variation[row]));
    }
    return head + title() + "variation: " + measure.description() + "\n";
  }

  /** How many customers there are, as of when, and who was left out. */
  String title() {
    return String.format(Locale.ROOT, "%,d customers", size())
        + asOf.map(moment -> " as of " + moment).orElse("")
        + (withoutPurchase == 0
            ? ""
            : String.format(Locale.ROOT, "; left out %,d with returns only", withoutPurchase))
        + "\n";
  }
}
