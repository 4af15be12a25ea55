package io.github.churnseg.data;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Local times as milliseconds and back. */
final class Moments {

  private Moments() {}

  /** The local time of milliseconds since 1970-01-01T00:00. */
  static LocalDateTime of(long millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
