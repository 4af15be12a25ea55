package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a log of rows that come one by one, from one thread. */
final class RowFeed {

  /** Rows that are judged and numbered at a time. */
  private static final int BLOCK = 1 << 13;

  private final TransactionColumns columns;
  private final LoadCounts counts;
  private final LogBuilder builder;
  private final LineBlock block;
  private final RowReader reader;

  RowFeed(TransactionColumns columns, String source, List<String> sourceColumns) {
    this(columns, source, sourceColumns, pointReaders(sourceColumns.size()));
  }

  /**
   * Makes a feed.
   *
   * @param decimalReaders one for each column of the source
   */
  RowFeed(
      TransactionColumns columns,
      String source,
      List<String> sourceColumns,
      DecimalReader[] decimalReaders) {
    this.columns = columns;
    this.counts = new LoadCounts(source);
    this.builder = new LogBuilder(columns, counts);
    this.block = builder.newBlock();
    this.reader = new RowReader(columns, sourceColumns, decimalReaders, block);
  }

  private static DecimalReader[] pointReaders(int count) {
    DecimalReader[] readers = new DecimalReader[count];
    Arrays.setAll(readers, i -> new DecimalReader('.', ','));
    return readers;
  }

  void begin(long line) {
    reader.begin(line);
  }

  void text(int column, char[] buffer, int from, int length) {
    reader.text(column, buffer, from, length);
  }

  void value(int column, @Nullable Object value) {
    reader.value(column, value);
  }

  void end() {
    reader.end();
    flushIfFull();
  }

  void endRagged(String problem) {
    reader.endRagged(problem);
    flushIfFull();
  }

  private void flushIfFull() {
    if (block.rowsRead >= BLOCK) {
      flush();
    }
  }

  void flush() {
    builder.add(block);
    block.clear();
  }

  LogBuilder builder() {
    return builder;
  }

  LineBlock block() {
    return block;
  }

  DecimalProof decimalProof(int column) {
    return reader.decimalProof(column);
  }

  /** The log of all rows. */
  Transactions finish() {
    flush();
    Place time = Place.of(counts.source).inColumn(columns.column(TransactionColumns.Role.TIME));
    if (reader.timeProof().order(time) == DateOrderProof.Order.MONTH_FIRST) {
      builder.swapDaysAndMonths();
    }
    return builder.build();
  }
}
