package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.util.Arrays;

/**
 * How much each customer bought per order or per calendar month, ascending for each customer, so
 * that the order of lines shows nowhere.
 */
final class PeriodDemand {

  private static final int NONE = -1;

  /** Where each customer's amounts begin; one entry more than customers. */
  private final int[] start;

  private final double[] amounts;

  private PeriodDemand(Transactions log, CustomerOrders orders, int[] start, int[] groupOfOrder) {
    this.start = start;
    this.amounts =
        log.totals(
            start[start.length - 1],
            line -> {
              int order = orders.ofLine(line);
              return order < 0 ? NONE : groupOfOrder[order];
            });
    for (int customer = 0; customer < start.length - 1; customer++) {
      Arrays.sort(amounts, start[customer], start[customer + 1]);
    }
  }

  static PeriodDemand perOrder(Transactions log, CustomerOrders orders) {
    int[] start = new int[orders.customers() + 1];
    int[] group = new int[orders.count()];
    Arrays.setAll(start, customer -> orders.start(customer));
    Arrays.setAll(group, order -> order);
    return new PeriodDemand(log, orders, start, group);
  }

  /** Months after {@code last} do not count; months without an order have no amount. */
  static PeriodDemand perMonth(
      Transactions log, CustomerOrders orders, ObservedMonths months, int last) {
    int[] start = new int[orders.customers() + 1];
    int[] group = new int[orders.count()];
    int[] groupOfMonth = new int[months.count()];
    Arrays.fill(groupOfMonth, NONE);
    int groups = 0;
    for (int customer = 0; customer < orders.customers(); customer++) {
      start[customer] = groups;
      for (int order = orders.start(customer); order < orders.end(customer); order++) {
        int month = orders.month(order) - months.first();
        // A month's group is this customer's only if it was given out since the customer began.
        if (groupOfMonth[month] < start[customer] && orders.month(order) <= last) {
          groupOfMonth[month] = groups++;
        }
        group[order] = orders.month(order) <= last ? groupOfMonth[month] : NONE;
      }
    }
    start[orders.customers()] = groups;
    return new PeriodDemand(log, orders, start, group);
  }

  int count(int customer) {
    return start[customer + 1] - start[customer];
  }

  /** The spread of a customer's amounts and as many zeros as fill up the count. */
  Spread spread(int customer, int count) {
    return new Spread(amounts, start[customer], start[customer + 1], count);
  }
}
