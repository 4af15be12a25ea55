package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import io.github.churnseg.internal.Shown;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of one column for its decimal mark. {@code 12,50} proves the comma: three digits
 * would follow a grouping mark. {@code 1,234} proves nothing. One thread; what several threads saw
 * of one column is merged.
 */
final class DecimalProof {

  private final char separator;
  private @Nullable Example point;
  private @Nullable Example comma;

  /** Three digits behind the mark, so it might also group. */
  private @Nullable Example openPoint;

  private @Nullable Example openComma;

  DecimalProof(char separator) {
    this.separator = separator;
  }

  /**
   * Takes in a number with a mark.
   *
   * @param couldGroup whether the mark could as well be a grouping mark
   */
  void see(char mark, boolean couldGroup, char[] buffer, int from, int length, long line) {
    // who writes decimal commas does not separate fields by commas: there a point is the mark
    boolean open = couldGroup && !(mark == '.' && separator == ',');
    if (mark == '.') {
      if (open && openPoint == null) {
        openPoint = Example.of(buffer, from, length, line);
      } else if (!open && point == null) {
        point = Example.of(buffer, from, length, line);
      }
    } else if (open && openComma == null) {
      openComma = Example.of(buffer, from, length, line);
    } else if (!open && comma == null) {
      comma = Example.of(buffer, from, length, line);
    }
  }

  /**
   * Adds what was seen in a later part of the column.
   *
   * @param linesBefore to be added to the line numbers of that part
   */
  void merge(DecimalProof later, long linesBefore) {
    point = Example.first(point, later.point, linesBefore);
    comma = Example.first(comma, later.comma, linesBefore);
    openPoint = Example.first(openPoint, later.openPoint, linesBefore);
    openComma = Example.first(openComma, later.openComma, linesBefore);
  }

  /**
   * The mark that the column proves; a point where no number has one.
   *
   * @param column for the error
   * @throws InvalidDataException if the column leaves it open, or proves both
   */
  char mark(Place column) {
    if (point != null && comma != null) {
      throw new InvalidDataException(
          point.later(comma).in(column),
          "the column has both decimal marks, "
              + point
              + " and "
              + comma
              + "; give the right one with CsvFormat.decimalMark(char)");
    }
    if (point != null || comma != null) {
      return point != null ? '.' : ',';
    }
    Example open = openComma != null ? openComma : openPoint;
    if (open != null) {
      throw undecided(column, open);
    }
    return '.';
  }

  private static InvalidDataException undecided(Place column, Example open) {
    String whole = open.value().replaceAll("[.,]", "");
    String fraction = open.value().replace(',', '.');
    char mark = open.value().indexOf(',') >= 0 ? ',' : '.';
    return new InvalidDataException(
        open.in(column),
        Shown.value(open.value())
            + " may be "
            + fraction
            + " ('"
            + mark
            + "' is the decimal mark) or "
            + whole
            + " ('"
            + mark
            + "' groups digits), and no value of the column decides; say which with"
            + " CsvFormat.decimalMark('"
            + mark
            + "'), or take the grouping marks out of the file");
  }

  /**
   * The first value that the proved mark makes invalid, as its mark then groups digits. Where there
   * is one, values read so far may be wrong: read the column again with the mark given.
   *
   * @param mark what {@link #mark} said
   */
  @Nullable Example misread(char mark) {
    return mark == '.' ? openComma : openPoint;
  }

  /** Fails at the first value that the proved mark makes invalid. */
  void requireAllRight(Place column) {
    char mark = mark(column);
    Example wrong = misread(mark);
    if (wrong != null) {
      char other = mark == '.' ? ',' : '.';
      throw new InvalidDataException(
          wrong.in(column), Shown.value(wrong.value()) + " " + wrongMark(other, mark));
    }
  }

  static String wrongMark(char seen, char right) {
    return "has a '"
        + seen
        + "', but the decimal mark is '"
        + right
        + "'; grouping marks are not read, so write the number without them, or give the mark"
        + " with CsvFormat.decimalMark('"
        + seen
        + "')";
  }
}
