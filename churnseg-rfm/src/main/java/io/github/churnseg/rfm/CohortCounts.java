package io.github.churnseg.rfm;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Distinct customers by cohort and months since. Filled once, then only read. */
final class CohortCounts {

  private static final int[] NOBODY = {};

  private final ObservedMonths months;

  /** By cohort, then months since; cohorts without customers share one empty array. */
  private final int[][] active;

  private int customers;

  CohortCounts(ObservedMonths months) {
    this.months = months;
    this.active = new int[months.count()][];
    Arrays.fill(active, NOBODY);
  }

  void addAll(CustomerOrders orders) {
    int[] lastSeen = lastSeen();
    for (int customer = 0; customer < orders.customers(); customer++) {
      add(orders, customer, lastSeen);
    }
  }

  /** Counts everyone, and everyone's group as well. */
  Map<String, CohortCounts> addAll(CustomerOrders orders, IntFunction<Optional<String>> groupOf) {
    Map<String, CohortCounts> groups = new TreeMap<>();
    int[] lastSeen = lastSeen();
    int[] lastSeenInGroup = lastSeen();
    for (int customer = 0; customer < orders.customers(); customer++) {
      if (orders.start(customer) < orders.end(customer)) {
        add(orders, customer, lastSeen);
        groups
            .computeIfAbsent(
                groupOf.apply(customer).orElse(CohortTable.MISSING), g -> new CohortCounts(months))
            .add(orders, customer, lastSeenInGroup);
      }
    }
    return groups;
  }

  /** For each month the customer last counted in it, so that nobody is counted twice in a month. */
  private int[] lastSeen() {
    int[] lastSeen = new int[active.length];
    Arrays.fill(lastSeen, -1);
    return lastSeen;
  }

  private void add(CustomerOrders orders, int customer, int[] lastSeen) {
    if (orders.start(customer) == orders.end(customer)) {
      return;
    }
    int cohort = orders.firstMonth(customer) - months.first();
    if (active[cohort].length == 0) {
      active[cohort] = new int[active.length - cohort];
    }
    for (int order = orders.start(customer); order < orders.end(customer); order++) {
      int month = orders.month(order) - months.first();
      if (lastSeen[month] != customer) {
        lastSeen[month] = customer;
        active[cohort][month - cohort]++;
      }
    }
    customers++;
  }

  int customers() {
    return customers;
  }

  /** Customers of a cohort who bought so many months later; the month must be observed. */
  int active(int cohort, int since) {
    return active[cohort].length == 0 ? 0 : active[cohort][since];
  }
}
