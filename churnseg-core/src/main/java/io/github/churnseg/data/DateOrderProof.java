package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one column for the order of day and month in dates like {@code 01/02/2024}: a
 * number above 12 is a day. One thread; what several threads saw of one column is merged.
 */
final class DateOrderProof {

  /** What a column proves. */
  enum Order {
    DAY_FIRST,
    MONTH_FIRST
  }

  private @Nullable Example yearFirst;
  private @Nullable Example dayFirst;
  private @Nullable Example monthFirst;
  private @Nullable Example open;

  /** Takes in a date with the year first. */
  void seeYearFirst(char[] buffer, int from, int length, long line) {
    if (yearFirst == null) {
      yearFirst = Example.of(buffer, from, length, line);
    }
  }

  /** Takes in a date with the year last and at most one of the other two above 12. */
  void seeYearLast(int first, int second, char[] buffer, int from, int length, long line) {
    if (first > 12) {
      if (dayFirst == null) {
        dayFirst = Example.of(buffer, from, length, line);
      }
    } else if (second > 12) {
      if (monthFirst == null) {
        monthFirst = Example.of(buffer, from, length, line);
      }
    } else if (first != second && open == null) {
      // 05/05 is the fifth of May in either order, and so leaves nothing open
      open = Example.of(buffer, from, length, line);
    }
  }

  /**
   * Adds what was seen in a later part of the column.
   *
   * @param linesBefore to be added to the line numbers of that part
   */
  void merge(DateOrderProof later, long linesBefore) {
    yearFirst = Example.first(yearFirst, later.yearFirst, linesBefore);
    dayFirst = Example.first(dayFirst, later.dayFirst, linesBefore);
    monthFirst = Example.first(monthFirst, later.monthFirst, linesBefore);
    open = Example.first(open, later.open, linesBefore);
  }

  /**
   * The order that the column proves. Where it is the month first, each value read has to go
   * through {@link TimeReader#swapDayAndMonth}.
   *
   * @param column for the error
   * @throws InvalidDataException if the column leaves the order open, proves both, or mixes forms
   */
  Order order(Place column) {
    if (dayFirst != null && monthFirst != null) {
      throw new InvalidDataException(
          dayFirst.later(monthFirst).in(column),
          "the column has dates with the day first, "
              + dayFirst
              + ", and with the month first, "
              + monthFirst
              + "; give the column's pattern, such as \"d/M/yyyy\"");
    }
    if (dayFirst == null && monthFirst == null && open != null) {
      throw undecided(column, open);
    }
    Example yearLast = dayFirst != null ? dayFirst : monthFirst;
    if (yearLast != null && yearFirst != null) {
      throw new InvalidDataException(
          yearLast.later(yearFirst).in(column),
          "the column has dates with the year first, "
              + yearFirst
              + ", and with the year last, "
              + yearLast
              + "; write all of them in one form, such as 2024-03-31");
    }
    return monthFirst != null ? Order.MONTH_FIRST : Order.DAY_FIRST;
  }

  private static InvalidDataException undecided(Place column, Example open) {
    String[] parts = open.value().split("[^0-9]+", 4);
    char mark = open.value().charAt(parts[0].length());
    String time = open.value().indexOf(':') < 0 ? "" : " H:mm";
    return new InvalidDataException(
        open.in(column),
        Shown.value(open.value())
            + " may be "
            + TimeProblems.spelled(parts[0], parts[1], parts[2])
            + " or "
            + TimeProblems.spelled(parts[1], parts[0], parts[2])
            + ", and no value of the column decides; give the column's pattern: \"d"
            + mark
            + "M"
            + mark
            + "yyyy"
            + time
            + "\" or \"M"
            + mark
            + "d"
            + mark
            + "yyyy"
            + time
            + "\"");
  }
}
