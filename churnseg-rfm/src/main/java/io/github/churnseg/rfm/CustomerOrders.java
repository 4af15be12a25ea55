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

  /** Where each customer's orders begin; one entry more than customers. */
  private final int[] start;

  private final int[] month;

  CustomerOrders(Transactions log) {
    OrderKeys keys = new OrderKeys(log);
    long[] bought = new long[keys.count()];
    Arrays.fill(bought, NEVER);
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        int order = keys.ofLine(line);
        bought[order] = Math.min(bought[order], log.epochMillis(line));
      }
    }
    this.start = starts(log.customers(), keys, bought);
    this.month = new int[start[log.customers()]];
    int[] next = start.clone();
    for (int order = 0; order < bought.length; order++) {
      if (bought[order] != NEVER) {
        month[next[keys.customer(order)]++] = CalendarMonths.of(bought[order]);
      }
    }
  }

  private static int[] starts(int customers, OrderKeys keys, long[] bought) {
    int[] start = new int[customers + 1];
    for (int order = 0; order < bought.length; order++) {
      if (bought[order] != NEVER) {
        start[keys.customer(order) + 1]++;
      }
    }
    for (int customer = 0; customer < customers; customer++) {
      start[customer + 1] += start[customer];
    }
    return start;
  }

  int customers() {
    return start.length - 1;
  }

  /** The index of a customer's first order; those of the customer end where the next's begin. */
  int start(int customer) {
    return start[customer];
  }

  int end(int customer) {
    return start[customer + 1];
  }

  int month(int order) {
    return month[order];
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
