package io.github.churnseg.data;

import java.util.List;

/**
 * Rows of one kind that did not become lines of a log. Immutable.
 *
 * @param kind why, roughly
 * @param column the column that decided; empty where it was the whole row
 * @param reason why, in words
 * @param rows how many
 * @param firstLines the places of the first of them in the source, from 1; at most five
 */
public record LeftOut(Kind kind, String column, String reason, long rows, List<Long> firstLines) {

  /** Why rows are left out, in the order in which rows are judged. */
  public enum Kind {
    /** The row cannot be used; see {@link RowPolicy#SKIP}. */
    INVALID,
    /** The row names no customer. */
    MISSING_CUSTOMER,
    /** The row repeats an earlier one; see {@link DuplicatePolicy#DROP}. */
    DUPLICATE,
    /** A condition did not hold; see {@link TransactionColumns#keepIf}. */
    FILTERED,
    /** The row is a return; see {@link ReturnPolicy}. */
    RETURN,
    /** The row cost nothing; see {@link FreePolicy#DROP}. */
    FREE
  }

  /**
   * Copies the lines.
   *
   * @param kind why, roughly
   * @param column the column that decided
   * @param reason why, in words
   * @param rows how many
   * @param firstLines the places of the first of them
   */
  public LeftOut {
    firstLines = List.copyOf(firstLines);
  }
}
