package io.github.churnseg.rfm;

import io.github.churnseg.model.SegmentLabel;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Customers, buyers and orders of each segment in each calendar month. Immutable and safe to share
 * between threads.
 */
public final class TimelineTable {

  private final ObservedMonths months;
  private final Map<SegmentLabel, Counts> counts;
  private final boolean byTodaysSegments;

  TimelineTable(ObservedMonths months, Map<SegmentLabel, Counts> counts, boolean byTodaysSegments) {
    this.months = months;
    this.counts = new LinkedHashMap<>(counts);
    this.byTodaysSegments = byTodaysSegments;
    // Only a function that leaves customers out fills this segment.
    this.counts.computeIfPresent(
        TimelineCount.NONE, (none, count) -> count.isEmpty() ? null : count);
  }

  /** The figures of one segment, by month. */
  static final class Counts {
    final int[] customers;
    final int[] buyers;
    final int[] orders;

    Counts(int months) {
      customers = new int[months];
      buyers = new int[months];
      orders = new int[months];
    }

    boolean isEmpty() {
      return Arrays.stream(customers).allMatch(count -> count == 0);
    }
  }

  /**
   * The months, from that of the first purchase to that of the as-of moment.
   *
   * @return consecutive calendar months
   */
  public List<YearMonth> months() {
    return IntStream.range(0, months.count()).mapToObj(months::yearMonth).toList();
  }

  /**
   * The segments.
   *
   * @return labels in the order of the model; {@code (none)} last, if some customers have none
   */
  public List<SegmentLabel> segments() {
    return List.copyOf(counts.keySet());
  }

  /**
   * Whether every month is labelled by the segments of today, which looks ahead.
   *
   * @return true after {@link Timeline#byTodaysSegments()}
   */
  public boolean byTodaysSegments() {
    return byTodaysSegments;
  }

  /**
   * Whether a month was observed whole.
   *
   * @param month one of {@link #months()}
   * @return {@link Observation#PARTIAL} if the as-of moment lies within it
   */
  public Observation observation(YearMonth month) {
    return months.observation(months.first() + index(month));
  }

  /**
   * The moment the log was complete up to.
   *
   * @return the as-of moment, in the log's local time
   */
  public LocalDateTime asOf() {
    return months.through();
  }

  /**
   * How many customers were in a segment when a month ended, whether they bought in it or not.
   *
   * @param month one of {@link #months()}
   * @param segment one of {@link #segments()}
   * @return distinct customers with a purchase by the end of the month
   */
  public int customers(YearMonth month, SegmentLabel segment) {
    return counts(segment).customers[index(month)];
  }

  /**
   * How many of them bought in the month.
   *
   * @param month one of {@link #months()}
   * @param segment one of {@link #segments()}
   * @return distinct customers with an order in the month
   */
  public int buyers(YearMonth month, SegmentLabel segment) {
    return counts(segment).buyers[index(month)];
  }

  /**
   * How many orders they placed in the month.
   *
   * @param month one of {@link #months()}
   * @param segment one of {@link #segments()}
   * @return distinct orders whose first line that is no return lies in the month
   */
  public int orders(YearMonth month, SegmentLabel segment) {
    return counts(segment).orders[index(month)];
  }

  private Counts counts(SegmentLabel segment) {
    Counts found = counts.get(segment);
    if (found == null) {
      throw new IllegalArgumentException(
          "no segment '" + segment + "'; there are " + counts.keySet());
    }
    return found;
  }

  private int index(YearMonth month) {
    int index = CalendarMonths.of(month) - months.first();
    if (index < 0 || index >= months.count()) {
      throw new IllegalArgumentException("no month " + month + "; there are " + months());
    }
    return index;
  }

  /**
   * A row for each month and segment: {@code month} as {@code yyyy-MM}, {@code segment}, {@code
   * customers} at the month's end, {@code buyers} and {@code orders} in the month, {@code
   * observed}.
   *
   * @return a new table
   */
  public Table toTable() {
    Table table =
        Table.create(
            "timeline",
            StringColumn.create("month"),
            StringColumn.create("segment"),
            IntColumn.create("customers"),
            IntColumn.create("buyers"),
            IntColumn.create("orders"),
            StringColumn.create("observed"));
    for (YearMonth month : months()) {
      for (SegmentLabel segment : segments()) {
        table.stringColumn("month").append(month.toString());
        table.stringColumn("segment").append(segment.name());
        table.intColumn("customers").append(customers(month, segment));
        table.intColumn("buyers").append(buyers(month, segment));
        table.intColumn("orders").append(orders(month, segment));
        table.stringColumn("observed").append(observation(month).name());
      }
    }
    return table;
  }

  /** Customers and orders of the last twelve months, a column a segment. */
  @Override
  public String toString() {
    return TimelineText.of(this);
  }
}
