package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.math.BigDecimal;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.numbers.LongColumnType;

/** Whole numbers. */
final class IntegerCellReader extends CellReader {

  /** Stands for a missing value in a table, and so cannot be a value. */
  private static final long MISSING = LongColumnType.missingValueIndicator();

  private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final DecimalReader reader;
  private final LongArrayList cells = new LongArrayList();

  IntegerCellReader(Place column, DecimalReader reader) {
    super(column);
    this.reader = reader;
  }

  @Override
  void add(char[] buffer, int from, int length, long line) {
    switch (reader.read(buffer, from, length, line)) {
      case VALUE -> cells.add(whole(buffer, from, length, line));
      case MISSING -> cells.add(MISSING);
      case INVALID -> throw invalid(buffer, from, length, line, reader.problem());
    }
  }

  private long whole(char[] buffer, int from, int length, long line) {
    if (reader.isNarrow() && reader.scale() == 0) {
      return reader.unscaled();
    }
    BigDecimal exact = reader.exact().stripTrailingZeros();
    if (exact.scale() > 0) {
      throw invalid(
          buffer, from, length, line, "is not a whole number; declare the column as number");
    }
    if (exact.abs().compareTo(LARGEST) > 0) {
      throw invalid(
          buffer,
          from,
          length,
          line,
          "is beyond the whole numbers of 63 bits; declare the column as number, or as id");
    }
    return exact.longValueExact();
  }

  @Override
  LongColumn toColumn() {
    reader.proof().requireAllRight(place);
    return LongColumn.create(place.column(), cells.toLongArray());
  }
}
