package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.IdDictionary;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

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
  private final LoadFacts facts;

  /** The moment of the cut, or null while the log has not been cut. */
  private final @Nullable LocalDateTime asOf;

  private final int linesCut;

  /** Made when first asked for; two threads may both make it, and make the same. */
  private @Nullable DataReport report;

  Transactions(LineColumns columns, LoadFacts facts, @Nullable LocalDateTime asOf, int linesCut) {
    this.columns = columns;
    this.facts = facts;
    this.asOf = asOf;
    this.linesCut = linesCut;
  }

  /**
   * Reads a CSV file, plain or compressed with gzip.
   *
   * <pre>{@code
   * var log = Transactions.csv(Path.of("orders.csv"),
   *     c -> c.customer("customer_id").order("order_id").time("order_time").amount("amount"));
   * }</pre>
   *
   * <p>Ids are text: {@code 007} stays. The decimal mark and the order of day and month are given,
   * or proved over the whole column, or the file is refused; see {@link CsvFormat}.
   *
   * @param file the file
   * @param mapping names the file's columns; see {@link TransactionColumns}
   * @return the log
   * @throws IOException if the file cannot be read
   * @throws InvalidDataException if a column is not there or a row cannot be used; the message
   *     names file, line, column and value
   */
  public static Transactions csv(Path file, UnaryOperator<TransactionColumns> mapping)
      throws IOException {
    return CsvSource.read(file, TransactionColumns.NONE.mapped(mapping));
  }

  /**
   * Reads a table. Ids of any type become their plain text; times may be dates, date-times, text,
   * or instants if a zone is given; text numbers have a decimal point; doubles count as the
   * shortest decimal that gives them.
   *
   * @param table lines in any order; copied
   * @param mapping names the table's columns; see {@link TransactionColumns}
   * @return the log
   * @throws InvalidDataException if a column is not there or a row cannot be used
   */
  public static Transactions from(Table table, UnaryOperator<TransactionColumns> mapping) {
    return TableSource.read(table, TransactionColumns.NONE.mapped(mapping));
  }

  /**
   * Reads the rows of a query, as they come; values are taken as in {@link #from(Table,
   * UnaryOperator)}. Some drivers stream only after a setting of theirs: PostgreSQL's needs {@code
   * connection.setAutoCommit(false)}, MySQL's {@code useCursorFetch=true}.
   *
   * @param connection stays open
   * @param sql a query; its column labels are what the mapping names
   * @param mapping names the query's columns; see {@link TransactionColumns}
   * @return the log
   * @throws SQLException if the database refuses
   * @throws InvalidDataException if a column is not there or a row cannot be used
   */
  public static Transactions jdbc(
      Connection connection, String sql, UnaryOperator<TransactionColumns> mapping)
      throws SQLException {
    return JdbcSource.read(connection, sql, TransactionColumns.NONE.mapped(mapping));
  }

  /**
   * Takes purchases from memory, with all their attributes. A purchase without customer or order is
   * an error.
   *
   * @param purchases lines in any order
   * @return the log
   * @throws InvalidDataException if a purchase cannot be used
   */
  public static Transactions from(Iterable<Purchase> purchases) {
    return from(purchases, columns -> columns);
  }

  /**
   * Takes purchases from memory, with policies: the mapping's columns are the attributes.
   *
   * @param purchases lines in any order
   * @param mapping adds policies to a mapping that is otherwise complete
   * @return the log
   * @throws InvalidDataException if a purchase cannot be used
   */
  public static Transactions from(
      Iterable<Purchase> purchases, UnaryOperator<TransactionColumns> mapping) {
    return PurchaseSource.read(purchases, mapping);
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
    return asOf(moment, LatePolicy.CUT);
  }

  /**
   * The log as it was known when a date began; says what to do with later lines.
   *
   * @param date the as-of date; a line at 00:00 of this date is kept
   * @param late cut off later lines, or refuse the log if there are any
   * @return the cut log
   * @throws InvalidDataException if there are later lines and they are refused
   */
  public Transactions asOf(LocalDate date, LatePolicy late) {
    return asOf(date.atStartOfDay(), late);
  }

  /**
   * The log as it was known at a moment; says what to do with later lines.
   *
   * @param moment the last moment that is kept, in the log's local time
   * @param policy cut off later lines, or refuse the log if there are any
   * @return the cut log
   * @throws InvalidDataException if the log has already been cut earlier, or if there are later
   *     lines and they are refused
   */
  public Transactions asOf(LocalDateTime moment, LatePolicy policy) {
    return cut(millis(moment), moment, policy);
  }

  /**
   * The log of everything before a date: unlike {@link #asOf(LocalDate)} it leaves out lines at
   * 00:00 of the date itself. This is the end of the day, or month, before it also where a log has
   * dates without times, all of whose lines are at 00:00.
   *
   * @param date the first date that is cut off
   * @return the cut log, observed through 00:00 of the date
   * @throws InvalidDataException if the log has already been cut earlier
   */
  public Transactions before(LocalDate date) {
    LocalDateTime moment = date.atStartOfDay();
    return cut(millis(moment) - 1, moment, LatePolicy.CUT);
  }

  /**
   * The log of what happened at a moment or later, such as the last year: earlier lines are cut
   * off.
   *
   * @param moment the first moment that is kept, in the log's local time
   * @return the cut log, observed through the same moment as before
   */
  public Transactions since(LocalDateTime moment) {
    long first = millis(moment);
    IntChunks kept = new IntChunks();
    for (int line = 0; line < size(); line++) {
      if (columns.epochMillis().get(line) >= first) {
        kept.add(line);
      }
    }
    LocalDateTime through = size() == 0 ? asOf : observedThrough();
    return new Transactions(columns.select(kept), facts, through, linesCut + size() - kept.size());
  }

  private static long millis(LocalDateTime moment) {
    return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private Transactions cut(long last, LocalDateTime moment, LatePolicy policy) {
    if (asOf != null && moment.isAfter(asOf)) {
      throw new InvalidDataException(
          "this log was cut as of "
              + asOf
              + " and knows nothing up to "
              + moment
              + "; cut the whole log instead");
    }
    if (columns.lastMillis() <= last) {
      return new Transactions(columns, facts, moment, linesCut);
    }
    IntChunks kept = new IntChunks();
    for (int line = 0; line < size(); line++) {
      if (columns.epochMillis().get(line) <= last) {
        kept.add(line);
      }
    }
    int late = size() - kept.size();
    if (policy == LatePolicy.REFUSE) {
      throw new InvalidDataException(
          facts.source()
              + ": "
              + late
              + (late == 1 ? " line is" : " lines are")
              + " later than "
              + moment
              + ", the last at "
              + Moments.of(columns.lastMillis())
              + "; take a later date, or cut them off by LatePolicy.CUT");
    }
    return new Transactions(columns.select(kept), facts, moment, linesCut + late);
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
    return Moments.of(columns.lastMillis());
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
    return columns.customerIds().size();
  }

  /**
   * The customer of a line.
   *
   * @param line 0 to {@code size() - 1}
   * @return the customer's number
   */
  public int customer(int line) {
    return columns.customer().get(line);
  }

  /**
   * The id of a customer.
   *
   * @param customer the customer's number
   * @return the id, as it was read but for blanks around it
   */
  public String customerId(int customer) {
    return columns.customerIds().get(customer);
  }

  /**
   * The ids of all customers, apart from the lines: whoever keeps them does not keep the log.
   *
   * @return the ids by customer number
   */
  public CustomerIds customerIds() {
    return new LogCustomerIds(columns.customerIds());
  }

  /**
   * How many orders the log knows; after a cut some of them may have no line.
   *
   * @return orders are numbered from 0 to this minus 1
   */
  public int orders() {
    IdDictionary ids = columns.orderIds();
    return ids == null ? size() : ids.size();
  }

  /**
   * The order of a line. Where the source has no orders, each line is an order of its own.
   *
   * @param line 0 to {@code size() - 1}
   * @return the order's number
   */
  public int order(int line) {
    IntChunks orders = columns.order();
    return orders == null ? line : orders.get(line);
  }

  /**
   * The id of an order.
   *
   * @param order the order's number
   * @return the id, or nothing where the source has no orders
   */
  public Optional<String> orderId(int order) {
    IdDictionary ids = columns.orderIds();
    return ids == null ? Optional.empty() : Optional.of(ids.get(order));
  }

  /**
   * When a line was bought.
   *
   * @param line 0 to {@code size() - 1}
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long epochMillis(int line) {
    return columns.epochMillis().get(line);
  }

  /**
   * The money of a line.
   *
   * @param line 0 to {@code size() - 1}
   * @return the amount in the log's currency; negative for a return
   */
  public double amount(int line) {
    return columns.amounts().get(line);
  }

  /**
   * Whether a line takes something back: its amount is negative.
   *
   * @param line 0 to {@code size() - 1}
   * @return true for a return
   */
  public boolean isReturn(int line) {
    return columns.amounts().isNegative(line);
  }

  /**
   * The names of the text attributes.
   *
   * @return names in the order they were mapped
   */
  public List<String> textAttributes() {
    return List.copyOf(columns.texts().keySet());
  }

  /**
   * A text attribute of a line.
   *
   * @param name one of {@link #textAttributes()}
   * @param line 0 to {@code size() - 1}
   * @return its value, or nothing where it is missing
   */
  public Optional<String> text(String name, int line) {
    TextValues values = texts(name);
    int value = values.number(line);
    return value < 0 ? Optional.empty() : Optional.of(values.text(value));
  }

  /**
   * A text attribute of all lines as numbers of its distinct texts, for who reads many.
   *
   * @param name one of {@link #textAttributes()}
   * @return the attribute, in the order of the lines
   */
  public TextValues texts(String name) {
    LineColumns.TextAttribute attribute = columns.texts().get(name);
    if (attribute == null) {
      throw new IllegalArgumentException(
          "no text attribute '" + name + "'; this log has " + textAttributes());
    }
    return new TextValues(attribute);
  }

  /**
   * The names of the numeric attributes.
   *
   * @return names in the order they were mapped
   */
  public List<String> numberAttributes() {
    return List.copyOf(columns.numbers().keySet());
  }

  /**
   * A numeric attribute of a line.
   *
   * @param name one of {@link #numberAttributes()}
   * @param line 0 to {@code size() - 1}
   * @return its value, {@code NaN} where it is missing
   */
  public double number(String name, int line) {
    DoubleChunks values = columns.numbers().get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "no numeric attribute '" + name + "'; this log has " + numberAttributes());
    }
    return values.get(line);
  }

  /**
   * Whether sums of this log's amounts are exact. They are, unless the amounts have so many digits
   * that they or their sum do not fit into 63 bits; then they are sums of doubles with
   * compensation.
   *
   * @return true if no sum is rounded before it is complete
   */
  public boolean isExact() {
    return columns.amounts() instanceof Amounts.Exact;
  }

  /**
   * First and last purchase, orders, lines and money of each customer, in one pass.
   *
   * @return the totals, by customer number
   */
  public CustomerTotals totalsByCustomer() {
    return new CustomerTotals(columns);
  }

  /**
   * Sums the amounts of lines by any grouping, returns included, as exactly as the log can.
   *
   * <pre>{@code
   * double[] ofOrders = log.totals(log.orders(), log::order);
   * }</pre>
   *
   * @param groups how many groups there are
   * @param groupOfLine gives each line a group from 0 to {@code groups - 1}, or -1 for none
   * @return the sum of each group, in the log's currency
   */
  public double[] totals(int groups, IntUnaryOperator groupOfLine) {
    return columns.amounts().totals(size(), groups, groupOfLine);
  }

  /**
   * What was read, kept and refused on the way to this log, and what the log holds.
   *
   * @return the report; counting how customers tie costs a pass over the lines when first asked
   */
  public DataReport report() {
    DataReport known = report;
    if (known == null) {
      known = DataReport.of(columns, facts, linesCut);
      report = known;
    }
    return known;
  }

  /**
   * This log, its report telling too what was repaired in its source.
   *
   * @param repairs what {@link Repair#report()} says
   * @return the same lines with the repairs in their report, to travel on with them
   */
  public Transactions repaired(RepairReport repairs) {
    return new Transactions(columns, facts.with(repairs), asOf, linesCut);
  }

  /**
   * The lines as a Tablesaw table: customer, order, time, amount, then the attributes. Reading the
   * table again gives the same log.
   *
   * @return a new table
   */
  public Table toTable() {
    return LogTable.of(columns);
  }

  /** How much the log holds, up to when, and which attributes. */
  @Override
  public String toString() {
    String upTo = asOf == null && size() == 0 ? "" : ", up to " + observedThrough();
    return String.format(
        Locale.ROOT,
        "%,d lines, %,d orders, %,d customers%s; attributes %s",
        size(),
        orders(),
        customers(),
        upTo,
        Stream.of(textAttributes(), numberAttributes()).flatMap(List::stream).toList());
  }
}
