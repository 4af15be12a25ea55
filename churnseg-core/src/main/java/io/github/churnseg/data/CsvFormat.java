package io.github.churnseg.data;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written. What is not given is proved from the file, and an error where the file
 * leaves it open. Immutable.
 *
 * <pre>{@code
 * CsvFormat.detect()                                              // the default
 * CsvFormat.detect().charset(Charset.forName("windows-1251")).separator(';').decimalMark(',')
 * CsvFormat.detect().blankSeparated().header("id", "sample", "date", "cds", "dollars")
 * }</pre>
 *
 * <p>Fields are quoted as in RFC 4180: with {@code "}, doubled inside. Lines end with LF, CR LF or
 * CR; lines without any character are no rows, but in a file of one column they are missing values.
 * Files compressed with gzip are known by their content.
 */
public final class CsvFormat {

  /** Stands for runs of blanks. */
  static final char BLANKS = ' ';

  private static final CsvFormat DETECT = new CsvFormat(null, null, null, List.of(), null);

  final @Nullable Character separator;
  final @Nullable Character decimalMark;
  final @Nullable Charset charset;

  /** The names given for a file without a header line; empty where the file has one. */
  final List<String> header;

  final @Nullable ZoneId zone;

  private CsvFormat(
      @Nullable Character separator,
      @Nullable Character decimalMark,
      @Nullable Charset charset,
      List<String> header,
      @Nullable ZoneId zone) {
    this.separator = separator;
    this.decimalMark = decimalMark;
    this.charset = charset;
    this.header = header;
    this.zone = zone;
  }

  /**
   * Proves everything from the file: which of {@code , ; tab |} separates the columns asked for,
   * whether the decimal mark is a point or a comma, and the text as UTF-8 unless a byte order mark
   * names UTF-16 or UTF-32. The first line holds the names of the columns.
   *
   * <p>The decimal mark is proved for each column over all its rows: {@code 12,50} proves the
   * comma, while a column with {@code 1,234} and nothing clearer is refused, as it may hold
   * thousands; so is {@code 1.234}, except where commas separate the fields, whose decimal mark is
   * a point.
   *
   * @return the format, the default everywhere
   */
  public static CsvFormat detect() {
    return DETECT;
  }

  /**
   * Gives the character between fields.
   *
   * @param character any character but a quote or a line end
   * @return a new format
   */
  public CsvFormat separator(char character) {
    if (character == '"' || character == '\n' || character == '\r') {
      throw new IllegalArgumentException("fields cannot be separated by quotes or line ends");
    }
    if (character == BLANKS) {
      throw new IllegalArgumentException(
          "for fields separated by blanks use blankSeparated(): runs of blanks separate once");
    }
    return new CsvFormat(character, decimalMark, charset, header, zone);
  }

  /**
   * Says that runs of blanks and tabs separate the fields, as in right-aligned columns; blanks
   * before the first and after the last field do not count, and quotes have no meaning.
   *
   * @return a new format
   */
  public CsvFormat blankSeparated() {
    return new CsvFormat(BLANKS, decimalMark, charset, header, zone);
  }

  /**
   * Gives the decimal mark of all number columns.
   *
   * @param mark {@code '.'} or {@code ','}
   * @return a new format
   */
  public CsvFormat decimalMark(char mark) {
    if (mark != '.' && mark != ',') {
      throw new IllegalArgumentException("the decimal mark is '.' or ',', not '" + mark + "'");
    }
    return new CsvFormat(separator, mark, charset, header, zone);
  }

  /**
   * Gives the encoding of the text; without it UTF-8. Bytes that do not fit it are an error.
   *
   * @param encoding such as {@code Charset.forName("windows-1251")}
   * @return a new format
   */
  public CsvFormat charset(Charset encoding) {
    return new CsvFormat(separator, decimalMark, encoding, header, zone);
  }

  /**
   * Says that the file has no header line, and names its columns.
   *
   * @param names one for each column of the file, from the left
   * @return a new format
   */
  public CsvFormat header(String... names) {
    if (names.length == 0) {
      throw new IllegalArgumentException("name at least one column");
    }
    return new CsvFormat(separator, decimalMark, charset, List.of(names), zone);
  }

  /**
   * Gives the time zone whose local time is wanted. Needed where times carry an offset, such as
   * {@code 2024-03-01T10:15:00Z}; times without an offset are local already and stay as they are.
   *
   * @param local the shop's time zone
   * @return a new format
   */
  public CsvFormat zone(ZoneId local) {
    return new CsvFormat(separator, decimalMark, charset, header, local);
  }

  boolean hasHeaderLine() {
    return header.isEmpty();
  }

  @Override
  public String toString() {
    return "CsvFormat["
        + (separator == null
            ? "separator proved"
            : separator == BLANKS ? "blank-separated" : "separator '" + separator + "'")
        + (decimalMark == null ? ", decimal mark proved" : ", decimal mark '" + decimalMark + "'")
        + ", "
        + (charset == null ? "UTF-8 or as its mark says" : charset.name())
        + (header.isEmpty() ? "" : ", no header line, columns " + String.join(", ", header))
        + (zone == null ? "" : ", local time of " + zone)
        + "]";
  }
}
