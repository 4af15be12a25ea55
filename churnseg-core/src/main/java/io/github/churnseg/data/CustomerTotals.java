package io.github.churnseg.data;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of each customer in one pass: first and last purchase, orders, lines, money.
 *
 * <p>A customer is a number from 0 to {@link #customers()}{@code - 1}, see {@link
 * Transactions#customer(int)}. A line with a negative amount is a return: it counts into {@link
 * #amount} and into nothing else, so a customer whose lines are all returns has no order.
 *
 * <p>Sums are exact wherever the log's amounts are (see {@link Transactions#isExact()}); otherwise
 * they are compensated. Immutable; a pass over the lines for each measure, those of first purchases
 * and lines when they are first asked for. About 20 bytes a customer; holds on to the log.
 */
public final class CustomerTotals {

  /** Below this many lines a second thread costs more than it saves. */
  private static final int MANY_LINES = 1 << 17;

  private final LineColumns columns;
  private final int customers;

  // One dense array a measure, each filled by its own pass: that needs less of the cache at a time
  // than one record a customer, and is three times as fast on ten million lines.
  private final Sums sums;
  private final long[] last;

  /** By customer number plus 1. */
  private final int[] orders;

  // made when first asked for
  private volatile long @Nullable [] first;
  private volatile int @Nullable [] lines;

  CustomerTotals(LineColumns columns) {
    this.columns = columns;
    this.customers = columns.customerIds().size();
    if (columns.size() < MANY_LINES) {
      sums = Sums.of(columns);
      last = latest();
      orders = countOrders();
    } else {
      CompletableFuture<long[]> times = CompletableFuture.supplyAsync(this::latest);
      sums = Sums.of(columns);
      orders = countOrders();
      last = times.join();
    }
  }

  /** Orders by customer number plus 1. */
  private int[] countOrders() {
    IntChunks order = columns.order();
    if (order == null) {
      int[] counts = new int[customers + 1];
      for (int line = 0; line < columns.size(); line++) {
        counts[columns.customer().get(line) + 1] += columns.amounts().isNegative(line) ? 0 : 1;
      }
      return counts;
    }
    OrderOwners owners = columns.owners();
    return (owners == null ? OrderOwners.of(columns, order) : owners).counts(customers);
  }

  private boolean hasReturns() {
    return !(columns.amounts() instanceof Amounts.Exact exact) || exact.hasNegatives();
  }

  private long[] latest() {
    long[] latest = new long[customers];
    Arrays.fill(latest, Long.MIN_VALUE);
    boolean returns = hasReturns();
    for (int piece = 0; piece < Pieces.count(columns.size()); piece++) {
      int count = Pieces.linesIn(piece, columns.size());
      int[] customer = columns.customer().piece(piece);
      long[] times = columns.epochMillis().piece(piece);
      if (returns) {
        latestOfPurchases(piece, count, customer, times, latest);
      } else {
        latest(count, customer, times, latest);
      }
    }
    return latest;
  }

  private static void latest(int count, int[] customer, long[] times, long[] latest) {
    for (int i = 0; i < count; i++) {
      latest[customer[i]] = Math.max(latest[customer[i]], times[i]);
    }
  }

  private void latestOfPurchases(
      int piece, int count, int[] customer, long[] times, long[] latest) {
    int start = piece << Pieces.SHIFT;
    for (int i = 0; i < count; i++) {
      if (!columns.amounts().isNegative(start + i)) {
        latest[customer[i]] = Math.max(latest[customer[i]], times[i]);
      }
    }
  }

  /**
   * The number of customers the log knows; some may have no purchase in it.
   *
   * @return customers are numbered from 0 to this minus 1
   */
  public int customers() {
    return customers;
  }

  /**
   * When the customer first purchased.
   *
   * @param customer the customer's number; must have an order
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long firstPurchase(int customer) {
    long[] known = first;
    if (known == null) {
      known = new long[customers];
      Arrays.fill(known, Long.MAX_VALUE);
      for (int line = 0; line < columns.size(); line++) {
        if (!columns.amounts().isNegative(line)) {
          int buyer = columns.customer().get(line);
          known[buyer] = Math.min(known[buyer], columns.epochMillis().get(line));
        }
      }
      first = known;
    }
    return known[customer];
  }

  /**
   * When the customer last purchased.
   *
   * @param customer the customer's number; must have an order
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long lastPurchase(int customer) {
    return last[customer];
  }

  /**
   * Distinct orders with at least one line that is no return.
   *
   * @param customer the customer's number
   * @return orders, 0 if the customer never purchased
   */
  public int orders(int customer) {
    return orders[customer + 1];
  }

  /**
   * Lines that are no returns.
   *
   * @param customer the customer's number
   * @return lines
   */
  public int lines(int customer) {
    int[] known = lines;
    if (known == null) {
      known = new int[customers];
      for (int line = 0; line < columns.size(); line++) {
        if (!columns.amounts().isNegative(line)) {
          known[columns.customer().get(line)]++;
        }
      }
      lines = known;
    }
    return known[customer];
  }

  /**
   * Money spent, less returns.
   *
   * @param customer the customer's number
   * @return the sum in the log's currency
   */
  public double amount(int customer) {
    return sums.get(customer);
  }
}
