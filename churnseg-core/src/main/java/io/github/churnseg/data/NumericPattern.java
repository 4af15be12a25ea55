package io.github.churnseg.data;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The quick way for patterns of digits and marks only, such as {@code d/M/yyyy H:mm}. It takes no
 * text that {@link java.time.format.DateTimeFormatter} would refuse by the same pattern; what it
 * does not take is left to the formatter. One thread.
 */
final class NumericPattern {

  private static final long DAY = 86_400_000L;

  /** A field of two digits, or of one or two; a year of four; a mark. */
  private static final Pattern PART =
      Pattern.compile("(yyyy|uuuu|MM?|dd?|HH?|mm?|ss?)|([-/.: ,_T]|'T')");

  private static final String FIELDS = "yMdHms";
  private static final int YEAR = 0;
  private static final int MONTH = 1;
  private static final int DAY_OF_MONTH = 2;
  private static final int HOUR = 3;
  private static final int MINUTE = 4;
  private static final int SECOND = 5;

  /** What follows one another: a field's number, or a mark as the negative of its code. */
  private final int[] parts;

  /** The fewest and the most digits of each part. */
  private final int[] least;

  private final int[] most;
  private final int[] values = new int[FIELDS.length()];

  private NumericPattern(int[] parts, int[] least, int[] most) {
    this.parts = parts;
    this.least = least;
    this.most = most;
  }

  /** The quick way for a pattern, if there is one. */
  static Optional<NumericPattern> of(String pattern) {
    int[] parts = new int[pattern.length()];
    int[] least = new int[pattern.length()];
    int[] most = new int[pattern.length()];
    int count = 0;
    int seen = 0;
    Matcher matcher = PART.matcher(pattern);
    int end = 0;
    for (; matcher.find() && matcher.start() == end; count++) {
      end = matcher.end();
      String field = matcher.group(1);
      if (field == null) {
        parts[count] = -matcher.group().replace("'", "").charAt(0);
        continue;
      }
      parts[count] = FIELDS.indexOf(field.charAt(0) == 'u' ? 'y' : field.charAt(0));
      least[count] = field.length();
      most[count] = Math.max(2, field.length());
      boolean grows = field.length() == 1 && end < pattern.length();
      boolean digitsFollow = grows && Character.isLetter(pattern.charAt(end));
      if ((seen & 1 << parts[count]) != 0 || digitsFollow) {
        return Optional.empty();
      }
      seen |= 1 << parts[count];
    }
    boolean isDate = (seen & 7) == 7;
    boolean isTime = (seen & 1 << HOUR) != 0 && (seen & 1 << MINUTE) != 0;
    if (end != pattern.length() || !isDate || (seen > 7 && !isTime)) {
      return Optional.empty();
    }
    return Optional.of(
        new NumericPattern(
            Arrays.copyOf(parts, count), Arrays.copyOf(least, count), Arrays.copyOf(most, count)));
  }

  /** Whether the text fits; then {@link #millis} gives its value. */
  boolean fits(char[] buffer, int from, int length) {
    int at = from;
    int end = from + length;
    Arrays.fill(values, 0);
    for (int part = 0; part < parts.length; part++) {
      if (parts[part] < 0) {
        if (at == end || buffer[at++] != -parts[part]) {
          return false;
        }
        continue;
      }
      int start = at;
      int value = 0;
      while (at < end && at - start < most[part] && buffer[at] >= '0' && buffer[at] <= '9') {
        value = value * 10 + buffer[at++] - '0';
      }
      if (at - start < least[part]) {
        return false;
      }
      values[parts[part]] = value;
    }
    return at == end && isInCalendar();
  }

  private boolean isInCalendar() {
    int month = values[MONTH];
    int day = values[DAY_OF_MONTH];
    return values[YEAR] >= 1
        && month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(values[YEAR], month).lengthOfMonth())
        && values[HOUR] <= 23
        && values[MINUTE] <= 59
        && values[SECOND] <= 59;
  }

  /** Milliseconds since 1970-01-01T00:00, local time. */
  long millis() {
    long day = LocalDate.of(values[YEAR], values[MONTH], values[DAY_OF_MONTH]).toEpochDay();
    int minutes = values[HOUR] * 60 + values[MINUTE];
    return day * DAY + (minutes * 60L + values[SECOND]) * 1000;
  }
}
