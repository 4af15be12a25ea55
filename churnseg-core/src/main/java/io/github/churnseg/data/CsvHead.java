package io.github.churnseg.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import io.github.churnseg.InvalidDataException;
import io.github.churnseg.InvalidDataException.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first bytes of a file, from which its encoding and separator are proved. */
final class CsvHead {

  private static final int FIRST_SIZE = 1 << 16;
  private static final int LARGEST_SIZE = 1 << 24;
  private static final int MOST_RECORDS = 200;

  final Place place;
  private final byte[] bytes;
  private final boolean wholeFile;
  private final ByteOrderMark mark;
  final Charset charset;
  private final String text;
  private final @Nullable MalformedTextException malformed;

  private CsvHead(Place place, byte[] bytes, boolean wholeFile, @Nullable Charset given) {
    this.place = place;
    this.bytes = bytes;
    this.wholeFile = wholeFile;
    this.mark = ByteOrderMark.of(bytes);
    this.charset = mark.charset(given, place);
    StringBuilder chars = new StringBuilder();
    this.malformed = decode(chars);
    this.text = chars.toString();
  }

  /** Reads as much as holds at least the first record. */
  static CsvHead read(Place place, InputStream in, CsvFormat format) throws IOException {
    byte[] bytes = in.readNBytes(FIRST_SIZE);
    boolean wholeFile = bytes.length < FIRST_SIZE;
    CsvHead head = new CsvHead(place, bytes, wholeFile, format.charset);
    while (!head.wholeFile && head.firstRecordIsCut() && bytes.length < LARGEST_SIZE) {
      byte[] more = in.readNBytes(bytes.length * 3);
      wholeFile = more.length < bytes.length * 3;
      int known = bytes.length;
      bytes = Arrays.copyOf(bytes, known + more.length);
      System.arraycopy(more, 0, bytes, known, more.length);
      head = new CsvHead(place, bytes, wholeFile, format.charset);
    }
    return head;
  }

  /** The whole text of the file, without its byte order mark. */
  InputStream replay(InputStream rest) {
    int from = mark.length();
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes, from, bytes.length - from), rest);
  }

  private @Nullable MalformedTextException decode(StringBuilder into) {
    int from = mark.length();
    char[] chars = new char[1 << 13];
    try (StrictReader reader =
        new StrictReader(new ByteArrayInputStream(bytes, from, bytes.length - from), charset)) {
      for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
        into.append(chars, 0, count);
      }
      return null;
    } catch (MalformedTextException e) {
      return e;
    } catch (IOException e) {
      throw new IllegalStateException("reading memory does not fail", e);
    }
  }

  private boolean firstRecordIsCut() {
    return records(',').isEmpty();
  }

  /** The first whole records as this separator cuts them; none if not even the first is whole. */
  List<String[]> records(char separator) {
    List<String[]> records = new ArrayList<>();
    try (var reader = reader(separator)) {
      var rows = reader.iterator();
      while (records.size() <= MOST_RECORDS && rows.hasNext()) {
        records.add(rows.next());
      }
      boolean lastIsCut = !rows.hasNext() && !(wholeFile && malformed == null);
      if (lastIsCut && !records.isEmpty()) {
        records.remove(records.size() - 1);
      }
    } catch (CsvParseException e) {
      // what is wrong there will be told with its line when the rows are read
    } catch (IOException e) {
      throw new IllegalStateException("reading memory does not fail", e);
    }
    return records;
  }

  private CsvReader<String[]> reader(char separator) {
    var builder =
        CsvReader.builder()
            .fieldSeparator(separator)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(!wholeFile);
    if (separator != CsvFormat.BLANKS) {
      return builder.build(StringArrayHandler.of(), text);
    }
    return builder
        .quoteCharacter(CsvGrammar.NO_QUOTE)
        .build(StringArrayHandler.of(), new BlanksReader(new java.io.StringReader(text)));
  }

  /** Fails where not even a first record is there. */
  void requireText() {
    if (bytes.length == 0) {
      throw new InvalidDataException(
          place, "the file is empty (0 bytes); not even a header line is there");
    }
    if (text.startsWith("PK\3\4")) {
      throw new InvalidDataException(
          place, "this is a zip archive or an Excel workbook, not CSV; export it as CSV first");
    }
    int nul = text.indexOf('\0');
    if (charset.equals(StandardCharsets.UTF_8) && (nul == 0 || nul == 1)) {
      throw new InvalidDataException(
          place.atLine(1),
          "NUL characters between the letters; if the file is UTF-16, say so with"
              + " CsvFormat.detect().charset(StandardCharsets.UTF_16"
              + (nul == 0 ? "BE)" : "LE)"));
    }
  }

  /** Says why there is no first record. */
  InvalidDataException noRecord(char separator) {
    if (text.isBlank() && malformed == null) {
      return new InvalidDataException(
          place, "the file holds only empty lines; not even a header line is there");
    }
    Place first = place.atLine(1);
    if (malformed != null) {
      return new InvalidDataException(first, String.valueOf(malformed.getMessage()));
    }
    try (var reader = reader(separator)) {
      reader.iterator().next();
    } catch (CsvParseException e) {
      return new InvalidDataException(first, CsvGrammar.explain(e));
    } catch (IOException e) {
      throw new IllegalStateException("reading memory does not fail", e);
    }
    return new InvalidDataException(
        first, "no end of the first record in " + bytes.length + " bytes; is this a CSV file?");
  }
}
