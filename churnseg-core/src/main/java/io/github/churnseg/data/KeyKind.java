package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** The kinds of column that can be keys: those whose values are equal or not, with no rounding. */
enum KeyKind {
  TEXT("text"),
  WHOLE_NUMBER("whole numbers"),
  DATE("dates"),
  DATE_TIME("date-times");

  private final String title;

  KeyKind(String title) {
    this.title = title;
  }

  /** Refuses a column that cannot be a key. */
  static KeyKind of(String table, Column<?> column) {
    ColumnType type = column.type();
    if (type.equals(ColumnType.STRING)) {
      return TEXT;
    } else if (type.equals(ColumnType.INTEGER)
        || type.equals(ColumnType.LONG)
        || type.equals(ColumnType.SHORT)) {
      return WHOLE_NUMBER;
    } else if (type.equals(ColumnType.LOCAL_DATE)) {
      return DATE;
    } else if (type.equals(ColumnType.LOCAL_DATE_TIME)) {
      return DATE_TIME;
    }
    throw new InvalidDataException(
        "column '"
            + column.name()
            + "' of "
            + table
            + " holds "
            + TableColumns.typeOf(column)
            + ", which makes no key; keys are text, whole numbers, dates or date-times:"
            + " load it as text");
  }

  /** Refuses two columns that cannot hold the same keys. */
  static void requireSame(String left, Column<?> leftKey, String right, Column<?> rightKey) {
    KeyKind leftKind = of(left, leftKey);
    KeyKind rightKind = of(right, rightKey);
    if (leftKind != rightKind) {
      throw new InvalidDataException(
          "key '"
              + leftKey.name()
              + "' of "
              + left
              + " holds "
              + leftKind.title
              + ", but '"
              + rightKey.name()
              + "' of "
              + right
              + " holds "
              + rightKind.title
              + "; load both alike, ids as text");
    }
  }
}
