package io.github.churnseg.data;

import io.github.churnseg.InvalidDataException.Place;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;

/**
 * An open CSV file of which encoding, separator and columns are known, and whose rows are still to
 * be read, once. One thread at a time.
 */
final class CsvFile implements Closeable {

  /** The file, for errors. */
  final Place place;

  final CsvFormat format;
  final char separator;
  final Charset charset;
  final CsvHeader header;

  /**
   * The bytes of the text from its beginning, header line included, uncompressed and without a byte
   * order mark. Ends with an error if the file was cut off or changed.
   */
  final InputStream bytes;

  private CsvFile(CsvFormat format, CsvHead head, CsvDialect dialect, InputStream bytes) {
    this.place = head.place;
    this.format = format;
    this.separator = dialect.separator();
    this.charset = head.charset;
    this.header = dialect.header();
    this.bytes = bytes;
  }

  /**
   * Opens a file.
   *
   * @param wanted columns that must be there; they help to prove the separator
   */
  static CsvFile open(Path path, CsvFormat format, Collection<String> wanted) throws IOException {
    Place place = Place.of(path);
    CsvInput in = CsvInput.open(path);
    try {
      CsvHead head = CsvHead.read(place, in, format);
      head.requireText();
      CsvDialect dialect = CsvDialect.prove(head, format, wanted);
      dialect.header().requireAll(wanted);
      return new CsvFile(format, head, dialect, head.replay(in));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Whether the bytes can be cut behind any line feed outside of quotes, and decoded apart. */
  boolean lineFeedIsOneByte() {
    String name = charset.name();
    return name.equals("UTF-8")
        || name.equals("US-ASCII")
        || name.startsWith("ISO-8859-")
        || name.startsWith("windows-125");
  }

  /** Hands all rows to a receiver, in the order of the file. */
  void read(CsvRows rows) throws IOException {
    CsvGrammar.read(new StrictReader(bytes, charset), separator, rows);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
