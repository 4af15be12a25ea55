package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * What a log says of each customer in one pass: first and last purchase, orders, lines, money.
 *
 * <p>A customer is a number from 0 to {@link #customers()}{@code - 1}, see {@link
 * Transactions#customer(int)}. A line with a negative amount is a return: it counts into {@link
 * #amount} and into nothing else, so a customer whose lines are all returns has no order.
 *
 * <p>Sums are exact wherever the log's amounts are (see {@link Transactions#isExact()}); otherwise
 * they are compensated. Immutable; one pass over the lines, 32 bytes a customer.
 */
public final class CustomerTotals {

  private static final int LAST = 0;
  private static final int COUNTS = 1;
  private static final int SUM = 2;
  private static final int FIRST = 3;
  private static final int REST = 4;
  private static final long ONE_ORDER = 1L << 32;

  /**
   * Last time, orders and lines, sum, first time (and what rounding took from the sum): side by
   * side, so that a line costs one miss of the cache.
   */
  private final long[] state;

  private final int stride;
  private final int customers;

  /** Digits behind the point of a sum, or -1 where sums are doubles. */
  private final int scale;

  CustomerTotals(LineColumns columns) {
    this.customers = columns.customerIds().size();
    this.scale = columns.amounts() instanceof Amounts.Exact exact ? exact.scale() : -1;
    this.stride = scale >= 0 ? 4 : 5;
    this.state = new long[Math.multiplyExact(customers, stride)];
    for (int at = 0; at < state.length; at += stride) {
      state[at + LAST] = Long.MIN_VALUE;
      state[at + FIRST] = Long.MAX_VALUE;
    }
    Orders orders = new Orders(columns);
    for (int piece = 0; piece << 16 < columns.size(); piece++) {
      int count = Math.min(IntChunks.PIECE, columns.size() - (piece << 16));
      if (columns.amounts() instanceof Amounts.Exact exact) {
        addExact(columns, piece, count, exact.units().piece(piece), orders);
      } else if (columns.amounts() instanceof Amounts.Rounded rounded) {
        addRounded(columns, piece, count, rounded.values().piece(piece), orders);
      }
    }
  }

  private void addExact(LineColumns columns, int piece, int count, long[] units, Orders orders) {
    int[] customer = columns.customer().piece(piece);
    long[] times = columns.epochMillis().piece(piece);
    orders.enter(piece);
    for (int i = 0; i < count; i++) {
      int at = customer[i] * 4;
      long amount = units[i];
      state[at + SUM] += amount;
      if (amount >= 0) {
        count(at, times[i], orders.isNew(i, customer[i]));
      }
    }
  }

  private void addRounded(
      LineColumns columns, int piece, int count, double[] values, Orders orders) {
    int[] customer = columns.customer().piece(piece);
    long[] times = columns.epochMillis().piece(piece);
    orders.enter(piece);
    for (int i = 0; i < count; i++) {
      int at = customer[i] * 5;
      double amount = values[i];
      double sum = Double.longBitsToDouble(state[at + SUM]);
      double more = sum + amount;
      double rest = Double.longBitsToDouble(state[at + REST]) + CompensatedSum.lost(sum, amount);
      state[at + SUM] = Double.doubleToRawLongBits(more);
      state[at + REST] = Double.doubleToRawLongBits(rest);
      if (amount >= 0) {
        count(at, times[i], orders.isNew(i, customer[i]));
      }
    }
  }

  private void count(int at, long time, long newOrders) {
    state[at + COUNTS] += 1 + newOrders * ONE_ORDER;
    state[at + LAST] = Math.max(state[at + LAST], time);
    state[at + FIRST] = Math.min(state[at + FIRST], time);
  }

  /** Tells which lines open an order. */
  private static final class Orders {

    private final LineColumns columns;

    /** The customer of each order plus 1; 0 while the order has not been seen. */
    private final int[] owner;

    /** Order and customer, for the further customers of an order that several share. */
    private final LongOpenHashSet shared = new LongOpenHashSet();

    private int[] order = new int[0];

    Orders(LineColumns columns) {
      this.columns = columns;
      this.owner = new int[columns.orderIds() == null ? 0 : columns.orderIds().size()];
    }

    void enter(int piece) {
      if (columns.order() != null) {
        order = columns.order().piece(piece);
      }
    }

    /** 1 if this is the first line of its order and customer, else 0. */
    long isNew(int i, int customer) {
      if (owner.length == 0) {
        return 1;
      }
      int number = order[i];
      int known = owner[number];
      if (known == customer + 1) {
        return 0;
      }
      if (known == 0) {
        owner[number] = customer + 1;
        return 1;
      }
      return shared.add((long) number << 32 | customer) ? 1 : 0;
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
    return state[customer * stride + FIRST];
  }

  /**
   * When the customer last purchased.
   *
   * @param customer the customer's number; must have an order
   * @return milliseconds since 1970-01-01T00:00 in the log's local time
   */
  public long lastPurchase(int customer) {
    return state[customer * stride + LAST];
  }

  /**
   * Distinct orders with at least one line that is no return.
   *
   * @param customer the customer's number
   * @return orders, 0 if the customer never purchased
   */
  public int orders(int customer) {
    return (int) (state[customer * stride + COUNTS] >>> 32);
  }

  /**
   * Lines that are no returns.
   *
   * @param customer the customer's number
   * @return lines
   */
  public int lines(int customer) {
    return (int) state[customer * stride + COUNTS];
  }

  /**
   * Money spent, less returns.
   *
   * @param customer the customer's number
   * @return the sum in the log's currency
   */
  public double amount(int customer) {
    long sum = state[customer * stride + SUM];
    return scale >= 0
        ? Amounts.toDouble(sum, scale)
        : Double.longBitsToDouble(sum) + Double.longBitsToDouble(state[customer * stride + REST]);
  }
}
