package io.github.churnseg.data;

/**
 * What {@link Transactions#asOf(java.time.LocalDate, LatePolicy)} does with lines that are later
 * than the date. The default is {@link #CUT}.
 */
public enum LatePolicy {
  /** They are cut off; the report of the cut log counts them. The default. */
  CUT,

  /** The log is refused, for when later lines mean that the date or the file is the wrong one. */
  REFUSE
}
