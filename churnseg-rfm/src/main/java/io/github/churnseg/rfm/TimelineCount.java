package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerIds;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Fills a {@link TimelineTable}, month by month. For one thread. */
final class TimelineCount {

  /** For customers whom the function gives no segment. */
  static final SegmentLabel NONE = new SegmentLabel("(none)");

  private static final int NEVER = Integer.MAX_VALUE;

  private final Transactions log;
  private final ObservedMonths months;
  private final CustomerOrders orders;
  private final int[] firstMonth;
  private final int[] label;
  private final Map<SegmentLabel, TimelineTable.Counts> counts = new LinkedHashMap<>();

  TimelineCount(Transactions log) {
    this.log = log;
    this.months = ObservedMonths.of(log).plausible();
    this.orders = new CustomerOrders(log);
    this.label = new int[log.customers()];
    this.firstMonth = new int[log.customers()];
    Arrays.setAll(
        firstMonth,
        customer ->
            orders.start(customer) == orders.end(customer) ? NEVER : orders.firstMonth(customer));
  }

  TimelineTable monthByMonth(Function<Transactions, Assignments> segments) {
    for (int month = months.first(); month <= months.last(); month++) {
      LocalDate end = CalendarMonths.yearMonth(month).plusMonths(1).atDay(1);
      boolean whole = months.observation(month) == Observation.WHOLE;
      add(month, segments.apply(whole ? log.before(end) : log));
    }
    return new TimelineTable(months, counts, false);
  }

  TimelineTable byLatest(Assignments today) {
    for (int month = months.first(); month <= months.last(); month++) {
      add(month, today);
    }
    return new TimelineTable(months, counts, true);
  }

  private void add(int month, Assignments assigned) {
    TimelineTable.Counts[] ofLabel = labelCustomers(assigned);
    int index = month - months.first();
    for (int customer = 0; customer < label.length; customer++) {
      if (firstMonth[customer] <= month) {
        TimelineTable.Counts segment = ofLabel[label[customer]];
        int placed = ordersIn(month, customer);
        segment.customers[index]++;
        segment.buyers[index] += placed > 0 ? 1 : 0;
        segment.orders[index] += placed;
      }
    }
  }

  /** Numbers each customer's segment; the last number is for those who have none. */
  private TimelineTable.Counts[] labelCustomers(Assignments assigned) {
    int none = assigned.labels().size();
    Arrays.fill(label, none);
    CustomerIds ids = log.customerIds();
    for (int row = 0; row < assigned.size(); row++) {
      int segment = assigned.labelIndex(row);
      ids.find(assigned.id(row)).ifPresent(customer -> label[customer] = segment);
    }
    TimelineTable.Counts[] ofLabel = new TimelineTable.Counts[none + 1];
    Arrays.setAll(ofLabel, i -> i < none ? counts(assigned.labels().get(i)) : counts(NONE));
    return ofLabel;
  }

  private TimelineTable.Counts counts(SegmentLabel segment) {
    return counts.computeIfAbsent(segment, s -> new TimelineTable.Counts(months.count()));
  }

  private int ordersIn(int month, int customer) {
    int count = 0;
    for (int order = orders.start(customer); order < orders.end(customer); order++) {
      count += orders.month(order) == month ? 1 : 0;
    }
    return count;
  }
}
