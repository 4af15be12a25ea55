package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Reads a log from a CSV file: by several threads where that can be done, else by one. */
final class CsvSource {

  private final Path path;
  private final TransactionColumns columns;
  private final int threads;
  private final int blockSize;
  private List<String> names = List.of();

  private CsvSource(Path path, TransactionColumns columns, int threads, int blockSize) {
    this.path = path;
    this.columns = columns;
    this.threads = threads;
    this.blockSize = blockSize;
  }

  static Transactions read(Path path, TransactionColumns columns) throws IOException {
    return read(path, columns, columns.threads, CsvBlock.SIZE);
  }

  static Transactions read(Path path, TransactionColumns columns, int threads, int blockSize)
      throws IOException {
    try {
      return new CsvSource(path, columns, threads, blockSize).log();
    } catch (ClosedByInterruptException e) {
      CancellationException cancelled = new CancellationException("reading " + path);
      cancelled.initCause(e);
      throw cancelled;
    }
  }

  private Transactions log() throws IOException {
    boolean again = Files.isRegularFile(path); // a pipe gives its bytes once
    LogSource first = again ? rows(null) : rowsOfOneThread(null);
    char[] marks = new char[names.size()];
    boolean misread = false;
    for (int column = 0; column < marks.length; column++) {
      DecimalProof proof = first.decimalProof(column);
      Place place = Place.of(path).inColumn(names.get(column));
      marks[column] = proof.mark(place);
      misread |= proof.misread(marks[column]) != null;
      if (!again) {
        proof.requireAllRight(place);
      }
    }
    // A value such as 1,234 was read before a later one proved that the mark is the point. That is
    // so rare that reading again costs less than remembering what each value could have been.
    return (misread ? rows(marks) : first).finish();
  }

  /**
   * Reads all rows.
   *
   * @param marks the decimal mark of each column; null where they are to be proved
   */
  private LogSource rows(char @Nullable [] marks) throws IOException {
    try (CsvFile file = open()) {
      if (file.lineFeedIsOneByte()) {
        CsvParallel parallel = new CsvParallel(path, file, columns, marks);
        parallel.read(threads, blockSize);
        return parallel;
      }
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | BlockCutter.UncutException e) {
      // Whatever is wrong: reading row by row from the start says it with the right line, or shows
      // that only the cuts were wrong, as they are where quotes stand in unquoted text.
    }
    return rowsOfOneThread(marks);
  }

  private LogSource rowsOfOneThread(char @Nullable [] marks) throws IOException {
    try (CsvFile file = open()) {
      DecimalReader[] readers = decimalReaders(file, marks);
      FieldUse[][] uses = SourceColumns.uses(columns, path.toString(), names);
      RowFeed feed = new RowFeed(columns, path.toString(), uses, readers);
      file.read(
          new CsvLines(file, file.format.hasHeaderLine(), columns.rowPolicy) {
            @Override
            void begin(long line) {
              feed.begin(line);
            }

            @Override
            void text(int column, char[] buffer, int from, int length) {
              feed.text(column, buffer, from, length);
            }

            @Override
            void end() {
              feed.end();
            }

            @Override
            void endRagged() {
              feed.endRagged();
            }
          });
      return feed;
    }
  }

  private CsvFile open() throws IOException {
    CsvFile file = CsvFile.open(path, columns.format, columns.used());
    names = file.header.names();
    return file;
  }

  /** New readers, one for each column of the file. */
  static DecimalReader[] decimalReaders(CsvFile file, char @Nullable [] marks) {
    DecimalReader[] readers = new DecimalReader[file.header.size()];
    for (int column = 0; column < readers.length; column++) {
      readers[column] =
          marks == null ? DecimalReader.of(file) : new DecimalReader(marks[column], file.separator);
    }
    return readers;
  }
}
