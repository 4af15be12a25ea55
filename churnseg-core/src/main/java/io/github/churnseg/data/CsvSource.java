package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a log from a CSV file. */
final class CsvSource {

  private CsvSource() {}

  static Transactions read(Path path, TransactionColumns columns) throws IOException {
    Pass first = new Pass(path, columns, null);
    first.run();
    char[] marks = first.marks();
    if (!first.isMisread(marks)) {
      return first.feed.finish();
    }
    // A value such as 1,234 was read before a later one proved that the mark is the point. That is
    // so rare that reading again costs less than remembering what each value could have been.
    Pass second = new Pass(path, columns, marks);
    second.run();
    return second.feed.finish();
  }

  /** One reading of the file. */
  private static final class Pass {

    private final Path path;
    private final TransactionColumns columns;
    private final List<String> names;
    private final CsvFile file;
    final RowFeed feed;

    /**
     * Opens the file.
     *
     * @param marks the decimal mark of each column; null where they are to be proved
     */
    Pass(Path path, TransactionColumns columns, char @Nullable [] marks) throws IOException {
      this.path = path;
      this.columns = columns;
      this.file = CsvFile.open(path, columns.format, columns.used());
      this.names = file.header.names();
      DecimalReader[] readers = new DecimalReader[names.size()];
      for (int column = 0; column < readers.length; column++) {
        readers[column] =
            marks == null
                ? DecimalReader.of(file)
                : new DecimalReader(marks[column], file.separator);
      }
      this.feed = new RowFeed(columns, path.toString(), names, readers);
    }

    void run() throws IOException {
      try (file) {
        file.read(new Rows());
      }
    }

    /** The decimal mark of each column, proved where it was not given. */
    char[] marks() {
      char[] marks = new char[names.size()];
      for (int column = 0; column < marks.length; column++) {
        Place place = Place.of(path).inColumn(names.get(column));
        marks[column] = feed.decimalProof(column).mark(place);
      }
      return marks;
    }

    boolean isMisread(char[] marks) {
      for (int column = 0; column < marks.length; column++) {
        if (feed.decimalProof(column).misread(marks[column]) != null) {
          return true;
        }
      }
      return false;
    }

    private final class Rows extends CsvRows {

      private boolean open;

      Rows() {
        super(file.place, file.header, file.format.hasHeaderLine());
      }

      @Override
      void field(int column, char[] buffer, int from, int length, boolean quoted) {
        if (!open) {
          feed.begin(line());
          open = true;
        }
        feed.text(column, buffer, from, length);
      }

      @Override
      void endRow() {
        open = false;
        feed.end();
      }

      @Override
      void ragged(int count) {
        if (columns.rowPolicy == RowPolicy.STRICT) {
          throw raggedRow(count);
        }
        open = false;
        feed.endRagged("");
      }
    }
  }
}
