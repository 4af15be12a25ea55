package io.github.churnseg.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and times of one column without allocation, and collects the evidence for the
 * order of day and month. One thread.
 *
 * <p>Read are {@code 2024-03-01}, {@code 2024/03/01}, {@code 2024.03.01}, {@code 20240301}, and
 * with day or month first {@code 1/3/2024}, {@code 1.3.2024}, {@code 1-3-2024}; each alone or
 * followed by a blank or {@code T} and {@code 10:15}, {@code 10:15:30} or {@code 10:15:30.123}
 * (more digits than three are cut off). Years are 1 to 9999. Where day and month are in question,
 * the value is the one with the day first as long as that is a date; see {@link #swapDayAndMonth}.
 */
final class TimeReader implements TimeParser {

  private static final long DAY = 86_400_000L;

  /** So low that it stays negative when a hundred times it and a number of two digits are added. */
  private static final int NO_DIGITS = -10_000_000;

  private final @Nullable ZoneId zone;
  private final DateOrderProof proof = new DateOrderProof();

  private long millis;
  private String problem = "";

  // the value at hand
  private char[] buffer = {};
  private int next;
  private int end;
  private int number;

  // the date computed last; neighbours often have the same
  private int knownDate = -1;
  private long knownDay;

  TimeReader(@Nullable ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Parsed read(char[] chars, int from, int length, long line) {
    if (readUsual(chars, from, length)) {
      proof.seeYearFirst(chars, from, length, line);
      return Parsed.VALUE;
    }
    buffer = chars;
    next = from;
    end = from + length;
    while (next < end && chars[next] == ' ') {
      next++;
    }
    while (end > next && chars[end - 1] == ' ') {
      end--;
    }
    if (next == end) {
      return Parsed.MISSING;
    }
    return readDate(line) && readTime() ? Parsed.VALUE : Parsed.INVALID;
  }

  /**
   * Reads {@code 2024-03-01}, {@code 2024-03-01 10:15:30} and the same with {@code T}, three times
   * as fast as the general way; false where the text is anything else or wrong.
   */
  private boolean readUsual(char[] b, int at, int length) {
    if ((length != 19 && length != 10) || b[at + 4] != '-' || b[at + 7] != '-') {
      return false;
    }
    int year = two(b, at) * 100 + two(b, at + 2);
    int month = two(b, at + 5);
    int day = two(b, at + 8);
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (length == 19) {
      boolean shaped = (b[at + 10] == ' ' || b[at + 10] == 'T') && b[at + 13] == ':';
      hour = shaped && b[at + 16] == ':' ? two(b, at + 11) : NO_DIGITS;
      minute = two(b, at + 14);
      second = two(b, at + 17);
    }
    // what is no digit makes its number negative; what is too large makes a difference negative
    int wrong = year | month | day | hour | minute | second;
    if ((wrong | (23 - hour) | (59 - minute) | (59 - second)) < 0 || !setDate(year, month, day)) {
      return false;
    }
    millis += ((hour * 60L + minute) * 60 + second) * 1000;
    return true;
  }

  /** Two digits as a number, or a negative number far from 0. */
  private static int two(char[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? NO_DIGITS : tens * 10 + ones;
  }

  private boolean readDate(long line) {
    int start = next;
    int digits = readNumber();
    if (digits == 8) {
      proof.seeYearFirst(buffer, start, end - start, line);
      return setDate(number / 10_000, number / 100 % 100, number % 100);
    }
    char mark = next < end ? buffer[next] : 0;
    boolean isMark = mark == '-' || mark == '/' || mark == '.';
    if (!isMark || (digits != 4 && digits != 1 && digits != 2)) {
      return fail(TimeProblems.notATime(text(start)));
    }
    int first = number;
    next++;
    int middleDigits = readNumber();
    int middle = number;
    if (middleDigits < 1 || middleDigits > 2 || next == end || buffer[next] != mark) {
      return fail(TimeProblems.notATime(text(start)));
    }
    next++;
    int lastDigits = readNumber();
    if (digits == 4) {
      proof.seeYearFirst(buffer, start, end - start, line);
      return (lastDigits == 1 || lastDigits == 2)
          ? setDate(first, middle, number)
          : fail(TimeProblems.notATime(text(start)));
    }
    if (lastDigits != 4) {
      return fail(TimeProblems.notATime(text(start)));
    }
    return setYearLast(first, middle, number, start, line);
  }

  private boolean setYearLast(int first, int second, int year, int start, long line) {
    if (first > 12 && second > 12) {
      return fail("is no date: neither " + first + " nor " + second + " is a month");
    }
    if (second > 12 ? !setDate(year, first, second) : !setDate(year, second, first)) {
      return false;
    }
    proof.seeYearLast(first, second, buffer, start, end - start, line);
    return true;
  }

  /** Reads up to nine digits into {@link #number} and says how many. */
  private int readNumber() {
    int start = next;
    number = 0;
    while (next < end && next - start < 9) {
      int digit = buffer[next] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = number * 10 + digit;
      next++;
    }
    return next - start;
  }

  private boolean setDate(int year, int month, int day) {
    int date = (year * 100 + month) * 100 + day;
    if (date != knownDate) {
      if (year < 1 || month < 1 || month > 12 || day < 1 || day > lengthOf(month, year)) {
        return fail(TimeProblems.notInCalendar(year, month, day));
      }
      knownDay = LocalDate.of(year, month, day).toEpochDay();
      knownDate = date;
    }
    millis = knownDay * DAY;
    return true;
  }

  private static int lengthOf(int month, int year) {
    if (month == 2) {
      return Year.isLeap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private boolean readTime() {
    if (next == end) {
      return true;
    }
    int start = next;
    if (buffer[next] != ' ' && buffer[next] != 'T') {
      return fail(TimeProblems.notATimeOfDay(text(start)));
    }
    next++;
    int hourDigits = readNumber();
    int hour = number;
    boolean good = (hourDigits == 1 || hourDigits == 2) && readColon() && readNumber() == 2;
    int minute = number;
    int second = 0;
    if (good && next < end && buffer[next] == ':') {
      next++;
      good = readNumber() == 2;
      second = number;
    }
    if (!good || hour > 23 || minute > 59 || second > 59) {
      return fail(TimeProblems.notATimeOfDay(text(start)));
    }
    millis += (hour * 60L + minute) * 60_000 + second * 1000L;
    return readFraction() && readOffset(start);
  }

  private boolean readColon() {
    return next < end && buffer[next++] == ':';
  }

  private boolean readFraction() {
    if (next == end || (buffer[next] != '.' && buffer[next] != ',')) {
      return true;
    }
    int start = next++;
    int digits = readNumber();
    if (digits == 0) {
      return fail(TimeProblems.notATimeOfDay(text(start)));
    }
    int thousandths = number;
    for (int i = digits; i < 3; i++) {
      thousandths *= 10;
    }
    for (int i = digits; i > 3; i--) {
      thousandths /= 10;
    }
    millis += thousandths;
    return true;
  }

  private boolean readOffset(int start) {
    if (next == end) {
      return true;
    }
    String offset = text(next);
    ZoneOffset parsed = TimeProblems.offset(offset);
    if (parsed == null) {
      return fail(TimeProblems.notATimeOfDay(text(start)));
    }
    if (zone == null) {
      return fail(
          "has the offset '"
              + offset
              + "'; say in which time zone the shop's days begin, with CsvFormat.zone(ZoneId)");
    }
    long utcSecond = Math.floorDiv(millis, 1000L) - parsed.getTotalSeconds();
    ZoneOffset local = zone.getRules().getOffset(Instant.ofEpochSecond(utcSecond));
    millis += (local.getTotalSeconds() - parsed.getTotalSeconds()) * 1000L;
    return true;
  }

  private boolean fail(String what) {
    problem = what;
    return false;
  }

  private String text(int from) {
    return new String(buffer, from, Math.min(end - from, 100));
  }

  @Override
  public long millis() {
    return millis;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public DateOrderProof proof() {
    return proof;
  }

  /**
   * The time with day and month exchanged, if the day may be a month: what a value was meant to be
   * when the column turns out to have the month first.
   */
  static long swapDayAndMonth(long millis) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
    if (date.getDayOfMonth() > 12) {
      return millis;
    }
    LocalDate swapped = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
    return swapped.toEpochDay() * DAY + Math.floorMod(millis, DAY);
  }
}
