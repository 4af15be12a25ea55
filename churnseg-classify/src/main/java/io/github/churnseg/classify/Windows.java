package io.github.churnseg.classify;

import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;

/** Spans of time, checked and shown. */
final class Windows {

  private Windows() {}

  static long millis(LocalDateTime moment) {
    return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  static void requireNotNegative(String name, Period period) {
    if (period.isNegative()) {
      throw new IllegalArgumentException(name + " is " + period + "; choose a period of 0 or more");
    }
  }

  static void requirePositive(String name, Period period) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          name + " is " + period + "; choose a period longer than 0, such as Period.ofDays(90)");
    }
  }

  /** {@code 90 days}, {@code 1 year 2 months}. */
  static String shown(Period period) {
    if (period.isZero()) {
      return "0 days";
    }
    return (part(period.getYears(), "year")
            + part(period.getMonths(), "month")
            + part(period.getDays(), "day"))
        .strip();
  }

  private static String part(int count, String unit) {
    return count == 0
        ? ""
        : String.format(Locale.ROOT, " %d %s%s", count, unit, count == 1 ? "" : "s");
  }
}
