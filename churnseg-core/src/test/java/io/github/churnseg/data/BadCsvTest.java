package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.InvalidDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** What is wrong with a file is told by file, line, column, value and way out. */
class BadCsvTest {

  private static final Schema SHOP =
      Schema.columns().id("id").number("amount").integer("pieces").date("day");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path shop(String text) throws IOException {
    return shop(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path shop(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("shop.csv"), bytes);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String text, Schema schema) {
    return assertThatThrownBy(() -> Tables.csv(shop(text), schema))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith(folder.resolve("shop.csv").toString());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void anEmptyFile() {
    assertRefused("", SHOP)
        .hasMessageEndingWith(": the file is empty (0 bytes); not even a header line is there");
    assertRefused("\n\r\n \n".replace(" ", ""), SHOP)
        .hasMessageEndingWith(": the file holds only empty lines; not even a header line is there");
    assertRefused("\ufeff", SHOP).hasMessageContaining("not even a header line is there");
  }

  @Test
  void aHeaderAloneIsAnEmptyTable() throws IOException {
    for (String text : List.of("id,amount,pieces,day", "id;amount;pieces;day\r\n")) {
      Table table = Tables.csv(shop(text), SHOP);
      assertThat(table.rowCount()).isZero();
      assertThat(table.columnNames()).containsExactly("id", "amount", "pieces", "day");
      assertThat(table.doubleColumn("amount").isEmpty()).isTrue();
    }
  }

  @Test
  void aMissingColumn() {
    assertRefused("Id,amont,pieces,day\n1,2,3,2024-01-01\n", SHOP)
        .hasMessageEndingWith(
            "shop.csv: no column 'id'; did you mean 'Id'? The file has 4 columns: Id, amont,"
                + " pieces, day");
    assertRefused("customer:sum\n1:2\n", SHOP)
        .hasMessageEndingWith(
            "shop.csv: no column 'id'. The file has 1 column: customer:sum; if fields are not"
                + " separated by , ; tab or |, say by what with CsvFormat.separator(char)");
  }

  @Test
  void aDuplicateColumn() {
    assertRefused("id,amount, id \n1,2,3\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, column 'id': two columns have this name, number 1 and number 3; rename one"
                + " of them in the file");
  }

  @Test
  void columnsThatATableWouldTakeForOne() {
    for (String other : List.of("Id", "id\0")) {
      assertRefused("id," + other + "\n1,2\n", Schema.columns().id("id"))
          .hasMessageContaining("shop.csv, column '")
          .hasMessageEndingWith(
              ": another column's name differs in upper and lower case or in control characters"
                  + " only, and a table cannot hold both; rename one of them in the file");
    }
  }

  @Test
  void rowsOfAnotherWidth() {
    assertRefused("id,amount\n1,2\n3\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 3: the row has 1 field, but there are 2 columns; is the line cut off,"
                + " or an unquoted line end inside its text?");
    assertRefused("id,name\n1,\"a\nb\"\n2,Smith, John\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 4: the row has 3 fields, but there are 2 columns; put text that holds"
                + " the separator in quotes");
  }

  @Test
  void aQuoteThatIsNeverClosed() {
    assertRefused("id,name\n1,a\n2,\"b\n3,c\n4,d\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 3, column 'name': a quote is opened here and never closed; close it,"
                + " or double it if it is text");
    assertRefused("id,\"name\n1,a\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "line 1: a quote is opened here and never closed; close it, or"
                + " double it if it is text");
  }

  @Test
  void aQuoteThatIsNotClosedForVeryLong() {
    assertRefused("id,name\n1,\"a\n" + "2,b\n".repeat(5_000_000), Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 2, column 'name': a field is longer than 16777216 characters; is a"
                + " quote opened here and never closed?");
  }

  @Test
  void textBehindAClosingQuote() {
    assertRefused("id,name\n1,\"Big\" Joe\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 2, column 'name': text follows a closing quote: ' ' (0x20); double the"
                + " quotes inside quoted text");
  }

  @Test
  void nulCharacters() throws IOException {
    assertRefused("id,amount\n1\0,2\n", Schema.columns().id("id"))
        .hasMessageEndingWith(
            "shop.csv, line 2, column 'id': '1\\u0000' holds a NUL character, which no text has;"
                + " the file is damaged, or in another encoding (see CsvFormat.charset)");
    assertRefused("id,amount\n1,2\0\n", Schema.columns().number("amount"))
        .hasMessageContaining("line 2, column 'amount': '2\\u0000' is not a number");
    byte[] utf16 = "id,amount\n".getBytes(StandardCharsets.UTF_16LE);
    assertThatThrownBy(() -> Tables.csv(shop(utf16), Schema.columns()))
        .hasMessageContaining(
            "line 1: NUL characters between the letters; if the file is UTF-16,"
                + " say so with CsvFormat.detect().charset(StandardCharsets.UTF_16LE)");
  }

  @Test
  void anExcelWorkbook() {
    assertRefused("PK\3\4\24\0\6\0", SHOP)
        .hasMessageEndingWith(
            "this is a zip archive or an Excel workbook, not CSV; export it as CSV first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount | NaN | is no finite number; leave the field empty where a value is missing",
        "amount | -Infinity | is no finite number; leave the field empty where a value is missing",
        "amount | 1e400 | is beyond the numbers a double can hold (about 1e-324 to 1.8e308)",
        "amount | 12.5O | is not a number",
        "amount | 1 234.50 | has grouping marks; write the number without them, such as 1234.56",
        "pieces | 2.5 | is not a whole number; declare the column as number",
        "pieces | 9223372036854775808 | is beyond the whole numbers of 63 bits; declare the"
            + " column as number, or as id",
        "pieces | -9223372036854775808 | is beyond the whole numbers of 63 bits; declare the"
            + " column as number, or as id",
        "day | 2024-02-30 | is no date: February 2024 has 29 days, not 30",
        "day | 0000-01-01 | is no date: years begin with 1",
        "day | 2024-01-01 10:15 | has a time of day; declare the column as dateTime",
        "day | tomorrow | is not a date or time in a form known without a pattern (such as"
            + " 2024-03-31 or 2024-03-31 10:15:00); give the column's pattern, such as \"d MMM"
            + " yyyy\"",
      })
  void valuesThatAreNotWhatTheColumnHolds(String column, String value, String problem) {
    List<String> row =
        Arrays.asList("id", "amount", "pieces", "day").stream()
            .map(name -> name.equals(column) ? value : "")
            .toList();
    String text = "id,amount,pieces,day\n1,1,1,2024-01-01\n" + String.join(",", row) + "\n";
    assertRefused(text, SHOP)
        .hasMessageEndingWith(
            "shop.csv, line 3, column '" + column + "': '" + value + "' " + problem)
        .satisfies(
            error -> {
              var place = ((InvalidDataException) error).place().orElseThrow();
              assertThat(place.line()).isEqualTo(3);
              assertThat(place.column()).isEqualTo(column);
              assertThat(place.value()).isEqualTo(value);
            });
  }

  @Test
  void longValuesAreShortened() {
    assertRefused("amount\n" + "x".repeat(2_000_000), Schema.columns().number("amount"))
        .hasMessageEndingWith("'" + "x".repeat(60) + "…' (2000000 characters) is not a number");
  }

  @Test
  void datesThatMayBeTwoDates() {
    assertRefused("id,day\n1,05/05/2024\n2,01/02/2024\n", Schema.columns().date("day"))
        .hasMessageEndingWith(
            "shop.csv, line 3, column 'day': '01/02/2024' may be 1 February 2024 or 2 January 2024,"
                + " and no value of the column decides; give the column's pattern: \"d/M/yyyy\" or"
                + " \"M/d/yyyy\"");
  }

  @Test
  void numbersThatMayBeTwoNumbers() {
    assertRefused("id;amount\n1;7\n2;1,234\n", Schema.columns().number("amount"))
        .hasMessageEndingWith(
            "shop.csv, line 3, column 'amount': '1,234' may be 1.234 (',' is the decimal mark) or"
                + " 1234 (',' groups digits), and no value of the column decides; say which with"
                + " CsvFormat.decimalMark(','), or take the grouping marks out of the file");
  }

  @Test
  void aFileThatGrowsWhileItIsRead() throws IOException {
    Path file = shop("id,amount\n" + "1,2\n".repeat(100_000));
    assertThatThrownBy(() -> readWhile(file, () -> Files.writeString(file, "3,4\n", APPEND)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + " changed while it was read (it had 400010 bytes at first); read it again when"
                + " nobody writes to it");
  }

  @Test
  void aFileThatIsCutWhileItIsRead() throws IOException {
    Path file = shop("id,amount\n" + "1,2\n".repeat(100_000));
    assertThatThrownBy(() -> readWhile(file, () -> Files.writeString(file, "id,amount\n1,2\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("changed while it was read (it had 400010 bytes at first)");
  }

  @Test
  void aFileThatVanishesWhileItIsReadIsReadToItsEnd() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX files");
    Path file = shop("id,amount\n" + "1,2\n".repeat(100_000));
    assertThat(readWhile(file, () -> Files.delete(file))).isEqualTo(100_000);
  }

  private static final StandardOpenOption APPEND = StandardOpenOption.APPEND;

  private interface Disturbance {
    void happen() throws IOException;
  }

  private static int readWhile(Path file, Disturbance disturbance) throws IOException {
    int[] rows = {0};
    try (CsvFile csv = CsvFile.open(file, CsvFormat.detect(), List.of())) {
      disturbance.happen();
      csv.read(
          new CsvRows(csv.place, csv.header, true) {
            @Override
            void field(int column, char[] buffer, int from, int length, boolean quoted) {}

            @Override
            void endRow() {
              rows[0]++;
            }
          });
    }
    return rows[0];
  }

  @Test
  void noFile() {
    Path file = folder.resolve("shop.csv");
    assertThatThrownBy(() -> Tables.csv(file, SHOP))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(file + ": there is no such file (looked in " + folder + ")");
  }

  @Test
  void aDirectory() {
    assertThatThrownBy(() -> Tables.csv(folder, SHOP))
        .isInstanceOf(IOException.class)
        .hasMessage(folder + ": is a directory; name one file in it");
  }

  @Test
  void noPermission() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "needs POSIX files");
    Path file = shop("id\n1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user, probably root, may read every file");
    assertThatThrownBy(() -> Tables.csv(file, SHOP))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(file + ": no permission to read it; ask its owner, or copy it");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 12, 40, 60})
  void aCompressedFileThatIsCutOff(int length) throws IOException {
    byte[] whole = gzip("id,name\n1,abcdefghijklmnopqrstuvwxyz\n2,zyxwvutsrqponmlkjihgfedcba\n");
    assertThat(whole.length).isGreaterThan(length);
    Path file = shop(Arrays.copyOf(whole, length));
    assertThatThrownBy(() -> Tables.csv(file, Schema.columns()))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ": the compressed data are cut off; copy or compress the file again");
  }

  @Test
  void aCompressedFileThatIsDamaged() throws IOException {
    byte[] bytes = gzip("id,name\n1,a\n");
    bytes[bytes.length - 6] ^= 1;
    Path file = shop(bytes);
    assertThatThrownBy(() -> Tables.csv(file, Schema.columns()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file + ": the compressed data are damaged (Corrupt GZIP trailer); copy it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "2,b\n", "\0\0\0\0", "a text that is longer than a gzip trailer"})
  void bytesBehindCompressedData(String garbage) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzip("id,name\n1,a\n"));
    bytes.write(garbage.getBytes(StandardCharsets.UTF_8));
    Path file = shop(bytes.toByteArray());
    assertThatThrownBy(() -> Tables.csv(file, Schema.columns()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            file
                + " holds more bytes behind its compressed data; they would be lost, so cut them"
                + " off or compress the file again");
  }
}
