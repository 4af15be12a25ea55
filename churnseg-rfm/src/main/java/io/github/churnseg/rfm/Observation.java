package io.github.churnseg.rfm;

/** How much of a calendar month a log has seen. */
public enum Observation {
  /** The whole month: the log is complete up to its end or later. */
  WHOLE,
  /**
   * Only its beginning: the as-of moment lies within the month, so its figures may still grow. A
   * log that was never cut ends with its last line; cut it with {@code asOf} the first day of the
   * next month to say that its last month is whole.
   */
  PARTIAL,
  /** Nothing: the month comes after the as-of moment, so its figures are unknown, not zero. */
  NOT_YET
}
