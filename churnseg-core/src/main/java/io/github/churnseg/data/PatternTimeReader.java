package io.github.churnseg.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times by a given pattern, strictly: the 30th of February is invalid. A date
 * without a time of day is its midnight. One thread; allocates nothing for patterns of digits and
 * marks only, otherwise about a microsecond a value.
 */
final class PatternTimeReader implements TimeParser {

  private final String pattern;
  private final DateTimeFormatter formatter;
  private final Optional<NumericPattern> quick;
  private final @Nullable ZoneId zone;
  private final DateOrderProof nothingToProve = new DateOrderProof();

  private long millis;
  private String problem = "";

  PatternTimeReader(String pattern, @Nullable ZoneId zone) {
    this.pattern = pattern;
    this.formatter = formatter(pattern);
    this.quick = NumericPattern.of(pattern);
    this.zone = zone;
  }

  /** A formatter for a pattern of {@link DateTimeFormatter}, with English names of months. */
  static DateTimeFormatter formatter(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          // "yyyy" is the year of an era; without one, strict resolving finds no date
          .parseDefaulting(ChronoField.ERA, 1)
          .toFormatter(Locale.ENGLISH)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + pattern + "' is no pattern of DateTimeFormatter: " + e.getMessage(), e);
    }
  }

  @Override
  public Parsed read(char[] chars, int from, int length, long line) {
    if (quick.isPresent() && quick.get().fits(chars, from, length)) {
      millis = quick.get().millis();
      return Parsed.VALUE;
    }
    String text = new String(chars, from, length).strip();
    if (text.isEmpty()) {
      return Parsed.MISSING;
    }
    try {
      TemporalAccessor parsed = formatter.parse(text);
      if (!resolve(parsed)) {
        return Parsed.INVALID;
      }
      return Parsed.VALUE;
    } catch (DateTimeException e) {
      problem = "does not fit the pattern \"" + pattern + "\": " + e.getMessage();
      return Parsed.INVALID;
    }
  }

  private boolean resolve(TemporalAccessor parsed) {
    LocalDate date = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    LocalDateTime local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    if (parsed.isSupported(ChronoField.OFFSET_SECONDS)) {
      if (zone == null) {
        problem =
            "has an offset; say in which time zone the shop's days begin, with"
                + " CsvFormat.zone(ZoneId)";
        return false;
      }
      local = OffsetDateTime.from(parsed).atZoneSameInstant(zone).toLocalDateTime();
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      problem = "is beyond the years 1 to 9999";
      return false;
    }
    millis = local.toInstant(ZoneOffset.UTC).toEpochMilli();
    return true;
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
    return nothingToProve;
  }
}
