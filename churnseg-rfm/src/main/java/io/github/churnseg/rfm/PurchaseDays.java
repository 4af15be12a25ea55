package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The days on which each customer purchased, ascending, all customers in one array. Built by
 * counting and by sorting within a customer, so the cost is nearly linear in the lines.
 */
final class PurchaseDays {

  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;

  /** Where the days of each customer begin, and at last where they end. */
  private final int[] start;

  private final int[] days;

  PurchaseDays(Transactions log) {
    this.start = starts(log);
    this.days = sortedDays(log, start);
  }

  /** Whether the customer purchased at all. */
  boolean any(int customer) {
    return start[customer] < start[customer + 1];
  }

  int first(int customer) {
    return days[start[customer]];
  }

  int last(int customer) {
    return days[start[customer + 1] - 1];
  }

  /** Distinct days with a purchase. */
  int distinct(int customer) {
    int distinct = 0;
    for (int i = start[customer]; i < start[customer + 1]; i++) {
      if (i == start[customer] || days[i] != days[i - 1]) {
        distinct++;
      }
    }
    return distinct;
  }

  private static int[] starts(Transactions log) {
    int[] start = new int[log.customers() + 1];
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        start[log.customer(line) + 1]++;
      }
    }
    for (int customer = 0; customer < log.customers(); customer++) {
      start[customer + 1] += start[customer];
    }
    return start;
  }

  private static int[] sortedDays(Transactions log, int[] start) {
    int[] next = start.clone();
    int[] days = new int[start[log.customers()]];
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        days[next[log.customer(line)]++] = day(log.epochMillis(line));
      }
    }
    for (int customer = 0; customer < log.customers(); customer++) {
      Arrays.sort(days, start[customer], start[customer + 1]);
    }
    return days;
  }

  /** The calendar day of a moment of a log, in days since 1970-01-01. */
  static int day(long epochMillis) {
    return (int) Math.floorDiv(epochMillis, MILLIS_A_DAY);
  }

  /** A moment of the shop's local time as a log holds it. */
  static long millis(LocalDateTime moment) {
    return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
