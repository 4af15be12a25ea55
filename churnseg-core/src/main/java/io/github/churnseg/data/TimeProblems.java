package io.github.churnseg.data;

import java.time.DateTimeException;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why a text is no date or time; the slow and friendly side of {@link TimeReader}. */
final class TimeProblems {

  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}(\\D.*)?");
  private static final Pattern HALF_OF_DAY =
      Pattern.compile(".*\\d\\s*[AaPp]\\.?[Mm]\\.?", Pattern.DOTALL);

  private TimeProblems() {}

  static String notATime(String text) {
    if (SHORT_YEAR.matcher(text).matches()) {
      return "has a year of two digits; give the column's pattern, such as \"d/M/yy\"";
    }
    return "is not a date or time in a form known without a pattern (such as 2024-03-31 or"
        + " 2024-03-31 10:15:00); give the column's pattern, such as \"d MMM yyyy\"";
  }

  static String notATimeOfDay(String text) {
    if (HALF_OF_DAY.matcher(text).matches()) {
      return "has a time with AM or PM; give the column's pattern, such as \"M/d/yyyy h:mm a\"";
    }
    return "has no time of day from 00:00 to 23:59:59 where one is expected: '" + text + "'";
  }

  static String notInCalendar(int year, int month, int day) {
    if (year < 1) {
      return "is no date: years begin with 1";
    }
    if (month < 1 || month > 12) {
      return "is no date: there is no month " + month;
    }
    return "is no date: "
        + Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + year
        + " has "
        + YearMonth.of(year, month).lengthOfMonth()
        + " days, not "
        + day;
  }

  /** A date in words, such as "2 January 2024". */
  static String spelled(String day, String month, String year) {
    String name = Month.of(Integer.parseInt(month)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return Integer.parseInt(day) + " " + name + " " + year;
  }

  /** The offset a text stands for: {@code Z}, {@code +02}, {@code +0200}, {@code +02:00}. */
  static @Nullable ZoneOffset offset(String text) {
    String stripped = text.strip();
    if (stripped.equals("UTC") || stripped.equals("GMT") || stripped.equals("z")) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneOffset.of(stripped);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
