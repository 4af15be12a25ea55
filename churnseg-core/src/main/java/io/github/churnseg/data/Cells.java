package io.github.churnseg.data;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Makes times, exact decimals and plain text of the values that tables and databases hold. */
final class Cells {

  private Cells() {}

  /** A value that cannot be taken; carries the rest of a sentence. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Unfit(String problem) {
      super(problem);
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  /**
   * A value as plain text, empty where it is missing: an id that is a number has no exponent, and
   * where it is whole no decimal mark.
   */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number)) {
        return "";
      }
      return Double.isInfinite(number) ? value.toString() : plain(new BigDecimal(value.toString()));
    }
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    return value.toString();
  }

  private static String plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }

  static boolean isTime(Object value) {
    return value instanceof LocalDateTime
        || value instanceof LocalDate
        || value instanceof Instant
        || value instanceof OffsetDateTime
        || value instanceof ZonedDateTime
        || value instanceof java.util.Date;
  }

  /** Milliseconds since 1970-01-01T00:00 in local time. */
  static long millis(Object value, @Nullable ZoneId zone) throws Unfit {
    LocalDateTime local;
    if (value instanceof LocalDateTime time) {
      local = time;
    } else if (value instanceof LocalDate date) {
      local = date.atStartOfDay();
    } else if (value instanceof java.sql.Timestamp timestamp) {
      local = timestamp.toLocalDateTime();
    } else if (value instanceof java.sql.Date date) {
      local = date.toLocalDate().atStartOfDay();
    } else {
      local = local(instant(value), zone);
    }
    if (local.getYear() < 1 || local.getYear() > 9999) {
      throw new Unfit("is beyond the years 1 to 9999");
    }
    return local.toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static Instant instant(Object value) throws Unfit {
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    throw new Unfit("is a time of day without a date");
  }

  private static LocalDateTime local(Instant instant, @Nullable ZoneId zone) throws Unfit {
    if (zone == null) {
      throw new Unfit(
          "is an instant; say in which time zone the shop's days begin, with .zone(ZoneId)");
    }
    return LocalDateTime.ofInstant(instant, zone);
  }

  /** A number as the double nearest to its decimal; zero has no sign. */
  static double number(Number value) throws Unfit {
    if (value instanceof Double number && Double.isFinite(number)) {
      return number + 0.0;
    }
    return decimal(value).doubleValue();
  }

  /** A number, exactly; doubles by their shortest decimal. */
  static BigDecimal decimal(Number value) throws Unfit {
    if (value instanceof BigDecimal decimal) {
      return finite(decimal);
    }
    if (value instanceof BigInteger integer) {
      return finite(new BigDecimal(integer));
    }
    if (value instanceof Double || value instanceof Float) {
      if (!Double.isFinite(value.doubleValue())) {
        throw new Unfit("is no number that can be summed");
      }
      return new BigDecimal(value.toString());
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return BigDecimal.valueOf(value.longValue());
    }
    return finite(new BigDecimal(value.toString()));
  }

  private static BigDecimal finite(BigDecimal value) throws Unfit {
    if (Double.isInfinite(value.doubleValue())) {
      throw new Unfit("is beyond the numbers a double can hold (about 1.8e308)");
    }
    return value;
  }
}
