package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The days on which each customer purchased, sorted, all customers in one array. Built by counting
 * and sorting within a customer, so the cost is nearly linear in the lines.
 */
final class PurchaseDays {

  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;

  private PurchaseDays() {}

  /** Distinct calendar days with a purchase, by customer number. */
  static int[] distinct(Transactions log) {
    int[] start = starts(log);
    int[] day = sortedDays(log, start);
    int[] distinct = new int[log.customers()];
    for (int customer = 0; customer < distinct.length; customer++) {
      for (int i = start[customer]; i < start[customer + 1]; i++) {
        if (i == start[customer] || day[i] != day[i - 1]) {
          distinct[customer]++;
        }
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
    int[] day = new int[start[log.customers()]];
    for (int line = 0; line < log.size(); line++) {
      if (!log.isReturn(line)) {
        day[next[log.customer(line)]++] = day(log.epochMillis(line));
      }
    }
    for (int customer = 0; customer < log.customers(); customer++) {
      Arrays.sort(day, start[customer], start[customer + 1]);
    }
    return day;
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
