package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.CustomerIds;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.NoSuchColumn;
import io.github.churnseg.internal.TextTable;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Repeat days, first-to-last days, age and money a repeat day of each customer, as {@link Btyd}
 * derives them. Immutable and safe to share between threads; holds 32 bytes a customer.
 */
public final class BtydTable implements CustomerFeatures {

  private static final List<String> COLUMNS = List.of("frequency", "recency", "T", "monetary");
  private static final int SHOWN = 10;

  private final Buyers buyers;
  private final BtydColumns columns;
  private final Optional<LocalDateTime> asOf;

  /** Takes the arrays over; the caller forgets them. */
  BtydTable(Buyers buyers, BtydColumns columns, Optional<LocalDateTime> asOf) {
    this.buyers = buyers;
    this.columns = columns;
    this.asOf = asOf;
  }

  /**
   * Converts an RFM table whose F counts days. An RFM table knows neither when a customer first
   * bought nor for how much, so both must be given; F as orders or lines cannot be converted,
   * because several orders may share a day.
   *
   * @param rfm R, F as {@link Frequency#DAYS} or {@link Frequency#REPEAT_DAYS}, M as {@link
   *     Monetary#TOTAL}
   * @param age gives for a row the days from the first purchase to the as-of date; at least R
   * @param firstDayMoney gives for a row the money of the first day
   * @return the same customers in the same order; {@code recency = T - R}
   * @throws IllegalArgumentException if F or M are something else
   * @throws InvalidDataException if an age is below R; the message names the customer
   */
  public static BtydTable from(
      RfmTable rfm, IntUnaryOperator age, IntToDoubleFunction firstDayMoney) {
    RfmConvention convention = rfm.convention();
    boolean days = convention.frequency() == Frequency.DAYS;
    if (!(days || convention.frequency() == Frequency.REPEAT_DAYS)
        || convention.monetary() != Monetary.TOTAL) {
      throw new IllegalArgumentException(
          "this table is "
              + convention
              + "; only F = days or repeat days and M = total spent can be converted");
    }
    int[] ages = new int[rfm.size()];
    int[] recency = new int[rfm.size()];
    int[] frequency = new int[rfm.size()];
    double[] total = new double[rfm.size()];
    for (int row = 0; row < rfm.size(); row++) {
      ages[row] = age.applyAsInt(row);
      recency[row] = ages[row] - rfm.recency(row);
      frequency[row] = rfm.frequency(row) - (days ? 1 : 0);
      total[row] = rfm.monetary(row);
      if (recency[row] < 0) {
        throw new InvalidDataException(
            "customer "
                + rfm.id(row)
                + " last bought "
                + rfm.recency(row)
                + " days ago but is given an age of "
                + ages[row]
                + " days; count the age from the first purchase");
      }
    }
    String[] ids = new String[rfm.size()];
    Arrays.setAll(ids, rfm::id);
    return new BtydTable(
        Buyers.all(CustomerIds.of(List.of(ids))),
        BtydColumns.of(frequency, recency, ages, total, firstDayMoney),
        rfm.asOf());
  }

  /**
   * Converts to RFM: {@code R = T - recency}, {@code F = frequency + 1} days, M = total spent. R is
   * in calendar days; where purchases have a time of day it can be one more than {@link Rfm} says,
   * which counts whole days of 24 hours.
   *
   * @return the same customers in the same order
   */
  public RfmTable toRfm() {
    int[] recency = new int[size()];
    int[] days = new int[size()];
    Arrays.setAll(recency, row -> columns.age[row] - columns.recency[row]);
    Arrays.setAll(days, row -> columns.frequency[row] + 1);
    int[] orders = new int[size()];
    Arrays.fill(orders, RfmColumns.UNKNOWN_ORDERS);
    return new RfmTable(
        buyers,
        new RfmColumns(recency, days, columns.total, orders, columns.total),
        new RfmConvention(asOf, Frequency.DAYS, Monetary.TOTAL),
        0,
        Optional::empty);
  }

  /**
   * Distinct days with a purchase after the first.
   *
   * @param row 0 to {@code size() - 1}
   * @return repeat days
   */
  public int frequency(int row) {
    return columns.frequency[row];
  }

  /**
   * Days from the first purchase to the last.
   *
   * @param row 0 to {@code size() - 1}
   * @return days, 0 for one-time buyers
   */
  public int recency(int row) {
    return columns.recency[row];
  }

  /**
   * Days from the first purchase to the as-of date, called T in the books.
   *
   * @param row 0 to {@code size() - 1}
   * @return days, at least {@link #recency}
   */
  public int age(int row) {
    return columns.age[row];
  }

  /**
   * Money a repeat day, the first day left out.
   *
   * @param row 0 to {@code size() - 1}
   * @return money in the log's currency, 0 for one-time buyers
   */
  public double monetary(int row) {
    return columns.monetary[row];
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
      case "frequency" -> Arrays.stream(columns.frequency).asDoubleStream().toArray();
      case "recency" -> Arrays.stream(columns.recency).asDoubleStream().toArray();
      case "T" -> Arrays.stream(columns.age).asDoubleStream().toArray();
      case "monetary" -> columns.monetary.clone();
      default -> throw NoSuchColumn.numeric(column, COLUMNS);
    };
  }

  @Override
  public Optional<LocalDateTime> asOf() {
    return asOf;
  }

  /**
   * A table with the columns {@code customer}, {@code frequency}, {@code recency}, {@code T},
   * {@code monetary}.
   *
   * @return a new table, a row a customer
   */
  @Override
  public Table toTable() {
    return Table.create(
        "btyd",
        StringColumn.create("customer", buyers.ids()),
        IntColumn.create("frequency", columns.frequency.clone()),
        IntColumn.create("recency", columns.recency.clone()),
        IntColumn.create("T", columns.age.clone()),
        DoubleColumn.create("monetary", columns.monetary.clone()));
  }

  /** The first customers, how many there are in all, and the convention. */
  @Override
  public String toString() {
    TextTable head = TextTable.of("customer", "frequency", "recency", "T", "monetary");
    for (int row = 0; row < Math.min(SHOWN, size()); row++) {
      head.row(
          id(row),
          Integer.toString(frequency(row)),
          Integer.toString(recency(row)),
          Integer.toString(age(row)),
          RfmText.money(monetary(row)));
    }
    return head
        + RfmText.inAll(size(), SHOWN)
        + asOf.map(moment -> "as of " + moment).orElse("as of an unstated date")
        + ": frequency = repeat days, recency = days from first to last purchase,\n"
        + "T = days from first purchase, monetary = mean of repeat days (BTYD)\n";
  }
}
