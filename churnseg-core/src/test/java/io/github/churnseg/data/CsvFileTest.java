package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path file(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("shop.csv"), bytes);
  }

  /** The rows as text: {@code line:field|field}. */
  private static List<String> rows(Path file, CsvFormat format, String... wanted)
      throws IOException {
    List<String> rows = new ArrayList<>();
    try (CsvFile csv = CsvFile.open(file, format, List.of(wanted))) {
      csv.read(
          new CsvRows(csv.place, csv.header, format.hasHeaderLine()) {
            private final StringBuilder row = new StringBuilder();

            @Override
            void field(int column, char[] buffer, int from, int length, boolean quoted) {
              row.append(column == 0 ? line() + ":" : "|").append(buffer, from, length);
            }

            @Override
            void endRow() {
              rows.add(row.toString());
              row.setLength(0);
            }
          });
    }
    return rows;
  }

  private List<String> rows(String text, String... wanted) throws IOException {
    return rows(file(text), CsvFormat.detect(), wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void provesTheSeparatorByTheColumnsWanted(String separator) throws IOException {
    String others = ",;\t|".replace(separator, "");
    String text = "id" + separator + "a" + others + "b\n1" + separator + "x" + others + "\n";
    assertThat(rows(text, "id")).containsExactly("2:1|x" + others);
  }

  @Test
  void provesTheSeparatorByRowsOfOneWidth() throws IOException {
    assertThat(rows("id;total\n1;2,5\n2;3,5\n")).containsExactly("2:1|2,5", "3:2|3,5");
    assertThat(rows("total\n2,5\n3,5\n", "total")).containsExactly("2:2,5", "3:3,5");
  }

  @Test
  void refusesASeparatorLeftOpen() {
    assertThatThrownBy(() -> rows("a,b;c\n1,2;3\n"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith(
            "shop.csv, line 1: the separator is open: ',' makes 2 columns, ';' makes 2 columns, and"
                + " each fits all rows; give it with CsvFormat.separator(char)");
  }

  @Test
  void readsRunsOfBlanksAndNamesWithoutAHeaderLine() throws IOException {
    Path file = file("   1 0001  29.33 \r\n 20 0002 \t 9.10\r\n\r\n");
    CsvFormat format = CsvFormat.detect().blankSeparated().header("n", "id", "sum");
    assertThat(rows(file, format, "id")).containsExactly("1:1|0001|29.33", "2:20|0002|9.10");
  }

  @Test
  void countsPhysicalLines() throws IOException {
    assertThat(rows("id,text\r\n1,\"a\r\nb\nc\"\r\n\r\n2,d\r\n"))
        .containsExactly("2:1|a\r\nb\nc", "6:2|d");
    assertThat(rows("id,text\r1,a\r2,b")).containsExactly("2:1|a", "3:2|b");
  }

  @Test
  void takesBlankLinesForMissingValuesWhereThereIsOneColumn() throws IOException {
    assertThat(rows("\ntotal\n1\n\n2\n\n")).containsExactly("3:1", "4:", "5:2", "6:");
    assertThat(rows("id,total\n\n1,2\n\n")).containsExactly("3:1|2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void knowsUnicodeByItsByteOrderMark(String charset) throws IOException {
    Path file = file("\ufeffid,имя\n1,Ёж😀\n".getBytes(Charset.forName(charset)));
    assertThat(rows(file, CsvFormat.detect(), "id", "имя")).containsExactly("2:1|Ёж😀");
  }

  @Test
  void refusesACharsetThatContradictsTheByteOrderMark() throws IOException {
    Path file = file("\ufeffid\n1\n");
    CsvFormat format = CsvFormat.detect().charset(Charset.forName("windows-1251"));
    assertThatThrownBy(() -> rows(file, format))
        .hasMessageEndingWith(
            "shop.csv: the file begins with the mark of UTF-8, but .charset(windows-1251) was"
                + " given; leave out .charset");
  }

  @Test
  void namesLineColumnAndByteThatAreNoText() throws IOException {
    byte[] cyrillic = "id,имя\n1,Анна\n".getBytes(Charset.forName("windows-1251"));
    assertThatThrownBy(() -> rows(file(cyrillic), CsvFormat.detect()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageEndingWith(
            "shop.csv, line 1: byte 0xE8 (at offset 3) is no text in UTF-8; say how the file is"
                + " encoded, for example"
                + " CsvFormat.detect().charset(Charset.forName(\"windows-1251\"))");
    assertThat(rows(file(cyrillic), CsvFormat.detect().charset(Charset.forName("windows-1251"))))
        .containsExactly("2:1|Анна");
    byte[] latin = "id,name\n1,Ann\n2,Jos\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> rows(file(latin), CsvFormat.detect()))
        .hasMessageContaining("shop.csv, line 3, column 'name': byte 0xE9");
  }

  @Test
  void namesTheLineOfABadByteFarBehindTheHead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("id,name\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 50_000; i++) {
      bytes.write("1,Анна\n".getBytes(StandardCharsets.UTF_8));
    }
    bytes.write(new byte[] {'2', ',', 'x', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> rows(file(bytes.toByteArray()), CsvFormat.detect()))
        .hasMessageContaining("line 50002, column 'name': byte 0xFF");
  }

  @Test
  void readsGzipByItsContent() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String member : new String[] {"id,a\n1,x\n", "2,y\n"}) {
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(member.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(rows(file(bytes.toByteArray()), CsvFormat.detect()))
        .containsExactly("2:1|x", "3:2|y");
  }

  @Test
  void readsAHeaderLongerThanTheFirstBytes() throws IOException {
    String name = "long name ".repeat(30_000).strip();
    assertThat(rows("id;\"" + name + "\"\n1;x\n", name)).containsExactly("2:1|x");
  }

  @Test
  void decodesPairsOfSurrogatesWhateverRoomThereIs() throws IOException {
    String text = "a😀bЖ😀😀c";
    for (int room = 1; room < 5; room++) {
      var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      StringBuilder read = new StringBuilder();
      char[] buffer = new char[room];
      try (StrictReader reader = new StrictReader(in, StandardCharsets.UTF_8)) {
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
          read.append(buffer, 0, count);
        }
        assertThat(reader.read(buffer, 0, 0)).isZero();
      }
      assertThat(read).hasToString(text);
    }
  }

  @Test
  void refusesACharacterCutOffAtTheEnd() {
    byte[] bytes = "id,name\n1,Ж".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> rows(file(Arrays.copyOf(bytes, bytes.length - 1)), CsvFormat.detect()))
        .hasMessageContaining(
            "line 2, column 'name': byte 0xD0 (at offset 10) is no text in UTF-8");
  }

  @Test
  void saysWhichEncodingsCanBeCutAtLineFeeds() throws IOException {
    for (String charset : new String[] {"UTF-8", "ISO-8859-1", "windows-1251", "US-ASCII"}) {
      assertThat(lineFeedIsOneByte(charset)).as(charset).isTrue();
    }
    for (String charset : new String[] {"UTF-16LE", "UTF-32BE", "GB18030", "Shift_JIS"}) {
      assertThat(lineFeedIsOneByte(charset)).as(charset).isFalse();
    }
  }

  private boolean lineFeedIsOneByte(String charset) throws IOException {
    Charset encoding = Charset.forName(charset);
    CsvFormat format = CsvFormat.detect().charset(encoding);
    try (CsvFile csv = CsvFile.open(file("id\n".getBytes(encoding)), format, List.of("id"))) {
      return csv.lineFeedIsOneByte();
    }
  }

  @Test
  void provesTheSeparatorThoughOthersStandInTexts() throws IOException {
    assertThat(rows("id;name\n1;Smith, John\n2;a,b,c|d\n", "id", "name"))
        .containsExactly("2:1|Smith, John", "3:2|a,b,c|d");
    assertThat(rows("\"a;b\",c\n1,2\n", "c")).containsExactly("2:1|2");
    assertThat(rows("\ufeff\"id\"\tsum\n1\t2,5", "id")).containsExactly("2:1|2,5");
  }
}
