package io.github.churnseg.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.churnseg.InvalidDataException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/** Runs FastCSV over characters and makes our errors of what it throws. */
final class CsvGrammar {

  /** Stands for "no character quotes": Unicode guarantees that it is none. */
  static final char NO_QUOTE = '\uffff';

  /**
   * A field may be as long as this, in characters. Where a quote is never closed, the rest of the
   * file is one field: this ends the search before the memory does.
   */
  static final int LONGEST_FIELD = 1 << 24;

  private CsvGrammar() {}

  /**
   * Hands all rows to a receiver.
   *
   * @param text the characters, from the beginning of a record; closed at the end
   * @param separator between fields; {@link CsvFormat#BLANKS} for runs of blanks
   */
  static void read(Reader text, char separator, CsvRows rows) throws IOException {
    boolean blanks = separator == CsvFormat.BLANKS;
    var builder =
        CsvReader.builder()
            .fieldSeparator(separator)
            .quoteCharacter(blanks ? NO_QUOTE : '"')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_FIELD);
    try (var reader = builder.build(rows, blanks ? new BlanksReader(text) : text)) {
      // the receiver consumes each record, so that one call reads all of them
      if (reader.iterator().hasNext()) {
        throw new IllegalStateException("a receiver of rows builds no records");
      }
    } catch (UncheckedIOException e) {
      throw broken(e, rows);
    } catch (CsvParseException e) {
      throw invalid(e, rows);
    }
  }

  private static IOException broken(UncheckedIOException e, CsvRows rows) {
    if (e.getCause() instanceof MalformedTextException malformed) {
      throw new InvalidDataException(rows.here(), String.valueOf(malformed.getMessage()));
    }
    return e.getCause() == null ? new IOException(e) : e.getCause();
  }

  private static RuntimeException invalid(CsvParseException e, CsvRows rows) {
    Throwable cause = e.getCause();
    if (cause instanceof RuntimeException own) {
      return own;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new InvalidDataException(rows.here(), explain(e));
  }

  /** What is wrong with the grammar, and the way out. */
  static String explain(CsvParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Unclosed quoted field")) {
      return "a quote is opened here and never closed; close it, or double it if it is text";
    }
    if (message.startsWith("Unexpected character after closing quote")) {
      String seen = message.substring(message.indexOf(": ") + 2, message.indexOf(" (record"));
      return "text follows a closing quote: " + seen + "; double the quotes inside quoted text";
    }
    if (message.startsWith("The maximum buffer size")) {
      return "a field is longer than "
          + LONGEST_FIELD
          + " characters; is a quote opened here and never closed?";
    }
    return message;
  }
}
