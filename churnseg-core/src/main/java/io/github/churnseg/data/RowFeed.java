package io.github.churnseg.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a log of rows that come one by one, from one thread. */
final class RowFeed implements LogSource {

  /** Rows that are judged and numbered at a time. */
  private static final int BLOCK = 1 << 13;

  private final LogBuilder builder;
  private final LineBlock block;
  private final RowReader reader;

  RowFeed(TransactionColumns columns, String source, FieldUse[][] uses) {
    this(columns, source, uses, pointReaders(uses.length));
  }

  /**
   * Makes a feed.
   *
   * @param uses of each column of the source
   * @param decimalReaders one for each column of the source
   */
  RowFeed(
      TransactionColumns columns,
      String source,
      FieldUse[][] uses,
      DecimalReader[] decimalReaders) {
    this.builder = new LogBuilder(columns, new LoadCounts(source));
    this.block = builder.newBlock();
    this.reader = new RowReader(columns, uses, decimalReaders, block);
  }

  /** One reads all columns: where the mark is given it keeps nothing of what it has read. */
  private static DecimalReader[] pointReaders(int count) {
    DecimalReader[] readers = new DecimalReader[count];
    Arrays.fill(readers, new DecimalReader('.', ','));
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

  void endRagged() {
    reader.endRagged();
    flushIfFull();
  }

  private void flushIfFull() {
    if (block.rowsRead >= BLOCK) {
      flush();
    }
  }

  private void flush() {
    builder.add(block);
    block.clear();
  }

  @Override
  public DecimalProof decimalProof(int column) {
    return reader.decimalProof(column);
  }

  @Override
  public Transactions finish() {
    flush();
    return builder.build(reader.timeProof());
  }
}
