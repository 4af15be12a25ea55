package io.github.churnseg.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a CSV file piece by piece, on several threads. */
final class CsvParallel implements LogSource, CsvPipeline.Work {

  private final CsvFile file;
  private final TransactionColumns columns;
  private final char @Nullable [] marks;
  private final FieldUse[][] uses;
  private final BlockCutter cutter;
  private final LogBuilder builder;
  private final DateOrderProof timeProof = new DateOrderProof();
  private final DecimalProof[] decimalProofs;
  private long linesBefore;

  CsvParallel(Path path, CsvFile file, TransactionColumns columns, char @Nullable [] marks) {
    this.file = file;
    this.columns = columns;
    this.marks = marks == null ? null : marks.clone();
    this.uses = SourceColumns.uses(columns, path.toString(), file.header.names());
    this.cutter = new BlockCutter(file.bytes, file.separator != CsvFormat.BLANKS);
    this.builder = new LogBuilder(columns, new LoadCounts(path.toString()));
    this.decimalProofs = new DecimalProof[file.header.size()];
    Arrays.setAll(decimalProofs, column -> new DecimalProof(file.separator));
  }

  void read(int threads, int blockSize) throws IOException {
    List<CsvBlock> blocks = new ArrayList<>();
    for (int i = 0; i < CsvPipeline.blocks(threads); i++) {
      blocks.add(new CsvBlock(builder.newBlock(), blockSize));
    }
    new CsvPipeline(this, threads, blocks).run();
  }

  @Override
  public boolean read(CsvBlock block) throws IOException {
    return cutter.next(block);
  }

  @Override
  public void parse(CsvBlock block) throws IOException {
    block.lines.clear();
    DecimalReader[] readers = CsvSource.decimalReaders(file, marks);
    RowReader reader = new RowReader(columns, uses, readers, block.lines);
    boolean headerIsDue = block.number == 0 && file.format.hasHeaderLine();
    CsvLines rows =
        new CsvLines(file, headerIsDue, columns.rowPolicy) {
          @Override
          void begin(long line) {
            reader.begin(line);
          }

          @Override
          void text(int column, char[] buffer, int from, int length) {
            reader.text(column, buffer, from, length);
          }

          @Override
          void end() {
            reader.end();
          }

          @Override
          void endRagged() {
            reader.endRagged();
          }
        };
    CsvGrammar.read(characters(block), file.separator, rows);
    block.lineCount = rows.line() - 1; // a record would begin behind the last line feed
    block.timeProof = reader.timeProof();
    block.decimalProofs = new DecimalProof[readers.length];
    Arrays.setAll(block.decimalProofs, column -> readers[column].proof());
  }

  private Reader characters(CsvBlock block) {
    return AsciiReader.isAscii(block.bytes, block.length)
        ? new AsciiReader(block.bytes, block.length)
        : new StrictReader(new ByteArrayInputStream(block.bytes, 0, block.length), file.charset);
  }

  @Override
  public void judge(CsvBlock block) {
    timeProof.merge(block.timeProof, linesBefore);
    for (int column = 0; column < decimalProofs.length; column++) {
      decimalProofs[column].merge(block.decimalProofs[column], linesBefore);
    }
    block.lines.linesBefore = linesBefore;
    linesBefore += block.lineCount;
    builder.judge(block.lines);
  }

  @Override
  public void numberOrders(CsvBlock block) {
    builder.numberOrders(block.lines);
  }

  @Override
  public void numberCustomers(CsvBlock block) {
    builder.numberCustomers(block.lines);
  }

  @Override
  public void append(CsvBlock block) {
    builder.append(block.lines);
  }

  @Override
  public DecimalProof decimalProof(int column) {
    return decimalProofs[column];
  }

  @Override
  public Transactions finish() {
    return builder.build(timeProof);
  }
}
