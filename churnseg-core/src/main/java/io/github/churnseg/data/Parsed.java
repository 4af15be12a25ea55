package io.github.churnseg.data;

/** What a field turned out to be. */
enum Parsed {
  /** A value, which the reader now holds. */
  VALUE,
  /** Nothing, or blanks only. */
  MISSING,
  /** Something else; the reader says what is wrong with it. */
  INVALID
}
