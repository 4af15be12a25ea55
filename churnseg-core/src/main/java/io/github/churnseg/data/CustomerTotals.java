package io.github.churnseg.data;

/**
 * What a log says of each customer in one pass: first and last purchase, orders, lines, money.
 *
 * <p>A customer is a number from 0 to {@link #customers()}{@code - 1}, see {@link
 * Transactions#customer(int)}. A line with a negative amount is a return: it counts into {@link
 * #amount} and into nothing else, so a customer whose lines are all returns has no order.
 * Immutable; one pass over the lines, 32 bytes a customer.
 */
public final class CustomerTotals {

  private static final int STRIDE = 4;
  private static final int LAST = 0;
  private static final int COUNTS = 1;
  private static final int SUM = 2;
  private static final int REST = 3;
  private static final long ONE_ORDER = 1L << 32;

  /** Last time, orders and lines, sum, rest of sum: side by side, so that a line costs one miss. */
  private final long[] state;

  private final int customers;
  private final int scale;

  CustomerTotals(Transactions log) {
    this.customers = log.customers();
    this.state = new long[customers * STRIDE];
    this.scale = log.amounts().isExact() ? log.amounts().scale() : -1;
    // replaced by the fast fold
    java.util.Set<Long> seen = new java.util.HashSet<>();
    java.util.Arrays.fill(state, 0);
    for (int c = 0; c < customers; c++) {
      state[c * STRIDE + LAST] = Long.MIN_VALUE;
    }
    for (int line = 0; line < log.size(); line++) {
      int at = log.customer(line) * STRIDE;
      if (scale >= 0) {
        state[at + SUM] += log.amounts().units(line);
      } else {
        double sum = Double.longBitsToDouble(state[at + SUM]) + log.amount(line);
        state[at + SUM] = Double.doubleToRawLongBits(sum);
      }
      if (!log.isReturn(line)) {
        state[at + LAST] = Math.max(state[at + LAST], log.epochMillis(line));
        state[at + COUNTS]++;
        if (seen.add(((long) log.customer(line) << 32) | log.order(line))) {
          state[at + COUNTS] += ONE_ORDER;
        }
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
   * When the customer last purchased.
   *
   * @param customer the customer's number; must have an order
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long lastPurchase(int customer) {
    return state[customer * STRIDE + LAST];
  }

  /**
   * Distinct orders with at least one line that is no return.
   *
   * @param customer the customer's number
   * @return orders, 0 if the customer never purchased
   */
  public int orders(int customer) {
    return (int) (state[customer * STRIDE + COUNTS] >>> 32);
  }

  /**
   * Lines that are no returns.
   *
   * @param customer the customer's number
   * @return lines
   */
  public int lines(int customer) {
    return (int) state[customer * STRIDE + COUNTS];
  }

  /**
   * Money spent, less returns.
   *
   * @param customer the customer's number
   * @return the sum in the log's currency
   */
  public double amount(int customer) {
    long sum = state[customer * STRIDE + SUM];
    return scale >= 0
        ? Amounts.toDouble(sum, scale)
        : Double.longBitsToDouble(sum) + Double.longBitsToDouble(state[customer * STRIDE + REST]);
  }
}
