package io.github.churnseg.rfm;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Transactions;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The calendar months from a log's first purchase to its as-of moment. */
final class ObservedMonths {

  /** A hundred years. */
  private static final int MOST = 1_200;

  private final int first;
  private final int last;
  private final boolean lastIsWhole;
  private final LocalDateTime through;

  private ObservedMonths(int first, int last, boolean lastIsWhole, LocalDateTime through) {
    this.first = first;
    this.last = last;
    this.lastIsWhole = lastIsWhole;
    this.through = through;
  }

  /** Of a log, or no month at all where it holds no purchase. */
  static ObservedMonths of(Transactions log) {
    long firstPurchase = Long.MAX_VALUE;
    long lastPurchase = Long.MIN_VALUE;
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        firstPurchase = Math.min(firstPurchase, log.epochMillis(line));
        lastPurchase = Math.max(lastPurchase, log.epochMillis(line));
      }
    }
    LocalDateTime through = log.observedThrough();
    if (firstPurchase > lastPurchase) {
      return new ObservedMonths(0, -1, true, through);
    }
    long moment = through.toInstant(ZoneOffset.UTC).toEpochMilli();
    // At the first moment of a month nothing of it has been seen, unless something was bought then.
    int last = Math.max(CalendarMonths.of(moment - 1), CalendarMonths.of(lastPurchase));
    return new ObservedMonths(
        CalendarMonths.of(firstPurchase), last, CalendarMonths.of(moment) > last, through);
  }

  /**
   * The same months, unless they are so many that a date must be wrong and a row a month would be
   * of no use.
   */
  ObservedMonths plausible() {
    if (count() > MOST) {
      throw new InvalidDataException(
          "the log spans "
              + count()
              + " months, "
              + CalendarMonths.yearMonth(first)
              + " to "
              + CalendarMonths.yearMonth(last)
              + ", but at most "
              + MOST
              + " can be told apart by month; correct or leave out the lines with wrong dates");
    }
    return this;
  }

  int count() {
    return last - first + 1;
  }

  int first() {
    return first;
  }

  int last() {
    return last;
  }

  LocalDateTime through() {
    return through;
  }

  boolean lastIsWhole() {
    return lastIsWhole;
  }

  YearMonth yearMonth(int index) {
    return CalendarMonths.yearMonth(first + index);
  }

  Observation observation(int month) {
    if (month > last) {
      return Observation.NOT_YET;
    }
    return month == last && !lastIsWhole ? Observation.PARTIAL : Observation.WHOLE;
  }
}
