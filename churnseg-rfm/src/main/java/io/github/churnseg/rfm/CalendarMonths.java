package io.github.churnseg.rfm;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar months as whole numbers, so that the months between two dates are a difference. */
final class CalendarMonths {

  private static final long MILLIS_A_DAY = 86_400_000L;
  private static final int MONTHS_A_YEAR = 12;

  private CalendarMonths() {}

  /** The month of a moment, counted from January of year 0. */
  static int of(long epochMillis) {
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, MILLIS_A_DAY));
    return day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1;
  }

  static int of(YearMonth month) {
    return month.getYear() * MONTHS_A_YEAR + month.getMonthValue() - 1;
  }

  static YearMonth yearMonth(int number) {
    return YearMonth.of(
        Math.floorDiv(number, MONTHS_A_YEAR), Math.floorMod(number, MONTHS_A_YEAR) + 1);
  }
}
