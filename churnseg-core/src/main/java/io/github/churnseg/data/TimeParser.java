package io.github.churnseg.data;

/** Reads the dates and times of one column. One thread. */
interface TimeParser {

  /** Reads a field; the line is kept with the evidence. */
  Parsed read(char[] chars, int from, int length, long line);

  /** The value read last: milliseconds since 1970-01-01T00:00, local time. */
  long millis();

  /** What is wrong with the field read last, as the rest of a sentence. */
  String problem();

  /** The evidence for the order of day and month. */
  DateOrderProof proof();
}
