package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.Arrays;

/**
 * The calendar month of each order, side by side for each customer. An order has at least one line
 * that is no return and belongs to the month of its first such line; the same order id under two
 * customers is two orders. Linear in the lines.
 */
final class CustomerOrders {

  private static final long NEVER = Long.MAX_VALUE;
  private static final int NONE = -1;

  private final OrderKeys keys;

  /** Where each customer's orders begin; one entry more than customers. */
  private final int[] start;

  private final int[] month;

  /** The place of each order key among the orders, or {@link #NONE} if it holds returns only. */
  private final int[] orderOfKey;

  CustomerOrders(Transactions log) {
    keys = new OrderKeys(log);
    long[] bought = new long[keys.count()];
    Arrays.fill(bought, NEVER);
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        int key = keys.ofLine(line);
        bought[key] = Math.min(bought[key], log.epochMillis(line));
      }
    }
    start = starts(log.customers(), bought);
    month = new int[start[log.customers()]];
    orderOfKey = new int[bought.length];
    int[] next = start.clone();
    for (int key = 0; key < bought.length; key++) {
      orderOfKey[key] = bought[key] == NEVER ? NONE : next[keys.customer(key)]++;
      if (orderOfKey[key] != NONE) {
        month[orderOfKey[key]] = CalendarMonths.of(bought[key]);
      }
    }
  }

  private int[] starts(int customers, long[] bought) {
    int[] starts = new int[customers + 1];
    for (int key = 0; key < bought.length; key++) {
      if (bought[key] != NEVER) {
        starts[keys.customer(key) + 1]++;
      }
    }
    for (int customer = 0; customer < customers; customer++) {
      starts[customer + 1] += starts[customer];
    }
    return starts;
  }

  int customers() {
    return start.length - 1;
  }

  int count() {
    return month.length;
  }

  /** The index of a customer's first order; those of the customer end where the next's begin. */
  int start(int customer) {
    return start[customer];
  }

  int end(int customer) {
    return start[customer + 1];
  }

  /** The calendar month of an order, see {@link CalendarMonths}. */
  int month(int order) {
    return month[order];
  }

  /** The order of a line, or -1 if the line is a return under a number of its own. */
  int ofLine(int line) {
    return orderOfKey[keys.ofLine(line)];
  }

  /** The month of the customer's first order, who must have one. */
  int firstMonth(int customer) {
    int first = month[start[customer]];
    for (int order = start[customer] + 1; order < end(customer); order++) {
      first = Math.min(first, month[order]);
    }
    return first;
  }
}
