package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The purchase log of a shop: one line for each thing bought. Immutable and safe to share between
 * threads.
 *
 * <p>Customers and orders are known by dense numbers, so that whoever derives something from a log
 * can work in arrays: {@link #customer(int)} gives the number of a line's customer, {@link
 * #customerId(int)} its id.
 */
public final class Transactions {

  private final LineColumns columns;
  private final DataReport report;

  /** The moment of the cut, or null while the log has not been cut. */
  private final @Nullable LocalDateTime asOf;

  private Transactions(LineColumns columns, DataReport report, @Nullable LocalDateTime asOf) {
    this.columns = columns;
    this.report = report;
    this.asOf = asOf;
  }

  /**
   * Takes purchases from memory.
   *
   * @param purchases lines in any order
   * @return the log
   */
  public static Transactions from(Iterable<Purchase> purchases) {
    IdDictionary customers = new IdDictionary();
    IdDictionary orders = new IdDictionary();
    var customer = IntStream.builder();
    var order = IntStream.builder();
    var time = java.util.stream.LongStream.builder();
    var units = java.util.stream.LongStream.builder();
    for (Purchase purchase : purchases) {
      customer.add(customers.add(purchase.customer()));
      order.add(orders.add(purchase.order()));
      time.add(purchase.time().toInstant(ZoneOffset.UTC).toEpochMilli());
      units.add(purchase.amount().setScale(2).unscaledValue().longValueExact());
    }
    int[] customerOfLine = customer.build().toArray();
    LineColumns columns =
        new LineColumns(
            customers,
            customerOfLine,
            orders,
            order.build().toArray(),
            time.build().toArray(),
            new Amounts.Exact(units.build().toArray(), 2),
            java.util.Map.of(),
            java.util.Map.of());
    return new Transactions(columns, new DataReport(customerOfLine.length), null);
  }

  /**
   * The log as it was known when a date began: lines with a later time are cut off.
   *
   * @param date the as-of date; a line at 00:00 of this date is kept, any later one is not
   * @return the cut log
   */
  public Transactions asOf(LocalDate date) {
    return asOf(date.atStartOfDay());
  }

  /**
   * The log as it was known at a moment: later lines are cut off.
   *
   * @param moment the last moment that is kept, in the log's local time
   * @return the cut log
   * @throws InvalidDataException if the log has already been cut earlier
   */
  public Transactions asOf(LocalDateTime moment) {
    if (asOf != null && moment.isAfter(asOf)) {
      throw new InvalidDataException(
          "this log was cut as of "
              + asOf
              + " and knows nothing up to "
              + moment
              + "; cut the whole log instead");
    }
    long last = moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    int[] kept = IntStream.range(0, size()).filter(line -> epochMillis(line) <= last).toArray();
    LineColumns cut = kept.length == size() ? columns : columns.select(kept);
    return new Transactions(cut, report, moment);
  }

  /**
   * The moment this log is complete up to: the as-of moment if it was cut, else the last line's.
   *
   * @return the moment, in the log's local time
   * @throws InvalidDataException if the log is empty and was never cut
   */
  public LocalDateTime observedThrough() {
    if (asOf != null) {
      return asOf;
    }
    if (size() == 0) {
      throw new InvalidDataException("an empty log has no last line; cut it with asOf(date)");
    }
    long last = Long.MIN_VALUE;
    for (int line = 0; line < size(); line++) {
      last = Math.max(last, epochMillis(line));
    }
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(last), ZoneOffset.UTC);
  }

  /**
   * The number of lines.
   *
   * @return lines, returns included
   */
  public int size() {
    return columns.size();
  }

  /**
   * How many customers the log knows; after a cut some of them may have no line.
   *
   * @return customers are numbered from 0 to this minus 1
   */
  public int customers() {
    return columns.customerIds.size();
  }

  /**
   * The customer of a line.
   *
   * @param line 0 to {@code size() - 1}
   * @return the customer's number
   */
  public int customer(int line) {
    return columns.customer[line];
  }

  /**
   * The id of a customer.
   *
   * @param customer the customer's number
   * @return the id, as it was read
   */
  public String customerId(int customer) {
    return columns.customerIds.get(customer);
  }

  /**
   * The ids of all customers, apart from the lines: whoever keeps them does not keep the log.
   *
   * @return the ids by customer number
   */
  public CustomerIds customerIds() {
    return new LogCustomerIds(columns.customerIds);
  }

  /**
   * How many orders the log knows; after a cut some of them may have no line.
   *
   * @return orders are numbered from 0 to this minus 1
   */
  public int orders() {
    IdDictionary ids = columns.orderIds;
    return ids == null ? size() : ids.size();
  }

  /**
   * The order of a line. Where the source has no orders, each line is an order of its own.
   *
   * @param line 0 to {@code size() - 1}
   * @return the order's number
   */
  public int order(int line) {
    int[] orders = columns.order;
    return orders == null ? line : orders[line];
  }

  /**
   * When a line was bought.
   *
   * @param line 0 to {@code size() - 1}
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long epochMillis(int line) {
    return columns.epochMillis[line];
  }

  /**
   * The money of a line.
   *
   * @param line 0 to {@code size() - 1}
   * @return the amount in the log's currency; negative for a return
   */
  public double amount(int line) {
    return columns.amounts.get(line);
  }

  /**
   * Whether a line takes something back: its amount is negative.
   *
   * @param line 0 to {@code size() - 1}
   * @return true for a return
   */
  public boolean isReturn(int line) {
    return columns.amounts.isNegative(line);
  }

  /**
   * The names of the text attributes.
   *
   * @return names in the order they were mapped
   */
  public List<String> textAttributes() {
    return List.copyOf(columns.texts.keySet());
  }

  /**
   * A text attribute of a line.
   *
   * @param name one of {@link #textAttributes()}
   * @param line 0 to {@code size() - 1}
   * @return its value, or nothing where it is missing
   */
  public Optional<String> text(String name, int line) {
    var attribute = columns.texts.get(name);
    if (attribute == null) {
      throw new IllegalArgumentException(
          "no text attribute '" + name + "'; this log has " + textAttributes());
    }
    int value = attribute.valueOfLine[line];
    return value < 0 ? Optional.empty() : Optional.of(attribute.values.get(value));
  }

  /**
   * First and last purchase, orders, lines and money of each customer, in one pass.
   *
   * @return the totals, by customer number
   */
  public CustomerTotals totalsByCustomer() {
    return new CustomerTotals(this);
  }

  /**
   * What was read, kept and refused on the way to this log.
   *
   * @return the report
   */
  public DataReport report() {
    return report;
  }

  Amounts amounts() {
    return columns.amounts;
  }
}
