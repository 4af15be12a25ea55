package io.github.churnseg.data;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import org.jspecify.annotations.Nullable;

/**
 * Receives the rows of a CSV file, field by field, without a string made. One thread.
 *
 * <p>For each row: {@link #field} for each field, then {@link #endRow}; a row with too few or too
 * many fields ends with {@link #ragged} instead. A field beyond the last column is not handed over.
 */
abstract class CsvRows extends CsvCallbackHandler<Object> {

  private static final char[] NOTHING = {};

  private final Place place;
  private final CsvHeader header;
  private final int columns;
  private boolean headerIsDue;
  private boolean blank;
  private int fields;
  private long line = 1;

  /**
   * Makes a receiver.
   *
   * @param place the file
   * @param headerIsDue whether the first record is the header line, and so no row
   */
  CsvRows(Place place, CsvHeader header, boolean headerIsDue) {
    this.place = place;
    this.header = header;
    this.columns = header.size();
    this.headerIsDue = headerIsDue;
  }

  /**
   * A field of the current row.
   *
   * @param column from 0 to the number of columns minus 1
   * @param buffer not to be kept: it is overwritten
   * @param quoted whether it stood in quotes, which are taken off already
   */
  abstract void field(int column, char[] buffer, int from, int length, boolean quoted);

  /** The current row is complete: each column had its field. */
  abstract void endRow();

  /** The current row has too few or too many fields; those there are have been handed over. */
  void ragged(int count) {
    throw raggedRow(count);
  }

  /** The physical line on which the current row begins, from 1. */
  final long line() {
    return line;
  }

  /** The current row, and the column whose field has not been seen yet. */
  final Place here() {
    Place row = place.atLine(line);
    return !headerIsDue && fields < columns ? row.inColumn(header.names().get(fields)) : row;
  }

  final InvalidDataException raggedRow(int count) {
    return new InvalidDataException(
        place.atLine(line),
        "the row has "
            + (count == 1 ? "1 field" : count + " fields")
            + ", but there are "
            + (columns == 1 ? "1 column" : columns + " columns")
            + (count > columns
                ? "; put text that holds the separator in quotes"
                : "; is the line cut off, or an unquoted line end inside its text?"));
  }

  @Override
  protected final void beginRecord(long startingLine) {
    line = startingLine;
    fields = 0;
    blank = false;
  }

  @Override
  protected final void addField(char[] buffer, int from, int length, boolean quoted) {
    int column = fields++;
    if (!headerIsDue && column < columns) {
      field(column, buffer, from, length, quoted);
    }
  }

  @Override
  protected final @Nullable Object buildRecord() {
    if (blank) {
      endBlankLine();
    } else if (headerIsDue) {
      headerIsDue = false;
    } else if (fields == columns) {
      endRow();
    } else {
      ragged(fields);
    }
    return null;
  }

  /** A line without a character is no row, unless a row is no more than one field. */
  private void endBlankLine() {
    if (!headerIsDue && columns == 1) {
      field(0, NOTHING, 0, 0, false);
      endRow();
    }
  }

  @Override
  protected final void setEmpty() {
    blank = true;
  }

  @Override
  protected final void setComment(char[] buffer, int from, int length) {
    throw new IllegalStateException("comments are not asked for");
  }

  @Override
  protected final int getFieldCount() {
    return fields;
  }

  @Override
  protected final RecordType getRecordType() {
    return blank ? RecordType.EMPTY : RecordType.DATA;
  }
}
