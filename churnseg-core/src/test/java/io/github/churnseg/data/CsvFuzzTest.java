package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.github.churnseg.InvalidDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import tech.tablesaw.api.Table;

/** Whatever the bytes, there is no crash and no silent change; what was written is read back. */
class CsvFuzzTest {

  private static Path file = Path.of("");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("fuzz", ".csv");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  // any bytes

  /** Bytes that are likely to hit the grammar, the encodings and the number and date forms. */
  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> piece =
        Arbitraries.of(
                "id",
                "n",
                "d",
                ",",
                ";",
                "\t",
                "|",
                "\"",
                "\"\"",
                "\n",
                "\r",
                "\r\n",
                " ",
                "\0",
                "1",
                "0",
                "-",
                ".",
                "e",
                "12,50",
                "1.5",
                "2024-01-31",
                "1/2/2024",
                "10:15",
                "Z",
                "é",
                "Ж",
                "😀",
                "\ufeff",
                "id,n,d\n",
                "id;n;d\r\n",
                "id,n,d\n1,2,2024-02-29\n")
            .map(text -> text.getBytes(StandardCharsets.UTF_8));
    Arbitrary<byte[]> raw =
        Arbitraries.of(0x80, 0xc3, 0xed, 0xf0, 0xff, 0xfe, 0x1f, 0x8b, 0x00, 0x1a)
            .map(value -> new byte[] {value.byteValue()});
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, piece), net.jqwik.api.Tuple.of(1, raw))
        .list()
        .ofMaxSize(40)
        .map(CsvFuzzTest::concat);
  }

  private static byte[] concat(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }

  @Property(tries = 1000)
  void anyBytesAreReadOrRefused(@ForAll("bytes") byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Schema typed = Schema.columns().id("id").number("n").date("d");
    for (Schema schema : List.of(Schema.columns(), Schema.columns().id("id"), typed)) {
      readOrRefuse(schema, CsvFormat.detect());
      readOrRefuse(schema, CsvFormat.detect().separator(';').charset(StandardCharsets.ISO_8859_1));
      readOrRefuse(schema, CsvFormat.detect().blankSeparated().header("id", "n", "d"));
    }
  }

  private static void readOrRefuse(Schema schema, CsvFormat format) {
    try {
      Tables.csv(file, schema, format);
    } catch (InvalidDataException | IOException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    }
  }

  @Property(tries = 1000)
  void whatIsReadAsTextIsWhatTheBytesSay(@ForAll("bytes") byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Table table;
    try {
      table =
          Tables.csv(file, Schema.columns(), CsvFormat.detect().separator(',').header("a", "b"));
    } catch (InvalidDataException | IOException e) {
      return;
    }
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    List<List<String>> expected = new ArrayList<>();
    for (CsvRecord row :
        CsvReader.builder()
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(plain)) {
      expected.add(row.getFields());
    }
    assertThat(rows(table)).isEqualTo(expected);
  }

  private static List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < table.columnCount(); column++) {
        cells.add(table.stringColumn(column).get(row));
      }
      rows.add(cells);
    }
    return rows;
  }

  // what was written is read back

  private record Row(String id, String text, BigDecimal number, long whole, LocalDateTime time) {

    List<String> cells(char mark) {
      return List.of(
          id,
          text,
          number.toString().replace('.', mark),
          Long.toString(whole),
          time.toLocalDate().format(DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT)),
          time.toString());
    }
  }

  private record Writing(
      char separator,
      char mark,
      boolean quoteAll,
      boolean gzip,
      LineDelimiter lineEnd,
      Charset charset,
      boolean byteOrderMark) {

    byte[] write(List<String> header, List<List<String>> rows) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : bytes) {
        String mark = byteOrderMark ? "\ufeff" : "";
        out.write((mark + text(header, rows)).getBytes(charset));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    private String text(List<String> header, List<List<String>> rows) throws IOException {
      StringWriter text = new StringWriter();
      var builder = CsvWriter.builder().fieldSeparator(separator).lineDelimiter(lineEnd);
      if (quoteAll) {
        builder.quoteStrategy(QuoteStrategies.ALWAYS);
      }
      try (CsvWriter writer = builder.build(text)) {
        writer.writeRecord(header);
        rows.forEach(writer::writeRecord);
      }
      return text.toString();
    }

    CsvFormat format() {
      return byteOrderMark ? CsvFormat.detect() : CsvFormat.detect().charset(charset);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> special =
        Arbitraries.of(
            ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "'", "\\", "\ufeff", "NA",
            "null", "T", "00123", "1,5", "é", "e\u0301", "Ж", "漢", "😀", "\uffff", "\u0001", "#");
    Arbitrary<String> any =
        Arbitraries.integers()
            .between(1, Character.MAX_CODE_POINT)
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .map(Character::toString);
    return Arbitraries.oneOf(special, any).list().ofMaxSize(6).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<List<Row>> table() {
    Arbitrary<LocalDateTime> times =
        Arbitraries.longs()
            .between(-62135596800L, 253402300799L)
            .map(second -> LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC));
    return Combinators.combine(
            texts(),
            texts(),
            Arbitraries.bigDecimals(),
            Arbitraries.longs().greaterOrEqual(-Long.MAX_VALUE),
            times)
        .as(Row::new)
        .list()
        .ofMaxSize(8);
  }

  @Provide
  Arbitrary<Writing> writings() {
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.of('.', ','),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(LineDelimiter.CR, LineDelimiter.LF, LineDelimiter.CRLF),
            Arbitraries.of(
                StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
            Arbitraries.of(true, false))
        .as(Writing::new);
  }

  @Property(tries = 1000)
  void everyTableWrittenIsReadBackEqual(
      @ForAll("table") List<Row> rows, @ForAll("writings") Writing writing) throws IOException {
    List<String> header = List.of("id", "text", "number", "whole", "day", "time");
    Files.write(
        file, writing.write(header, rows.stream().map(row -> row.cells(writing.mark())).toList()));
    Schema schema =
        Schema.columns()
            .id("id")
            .number("number")
            .integer("whole")
            .date("day", "dd.MM.uuuu")
            .dateTime("time");
    Table table = Tables.csv(file, schema, writing.format().decimalMark(writing.mark()));
    assertThat(table.rowCount()).isEqualTo(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      LocalDate day = row.time().toLocalDate();
      assertThat(table.stringColumn("id").get(i)).isEqualTo(row.id());
      assertThat(table.stringColumn("text").get(i)).isEqualTo(row.text());
      assertThat(table.doubleColumn("number").getDouble(i)).isEqualTo(row.number().doubleValue());
      assertThat(table.longColumn("whole").getLong(i)).isEqualTo(row.whole());
      assertThat(table.dateColumn("day").get(i)).isEqualTo(day);
      assertThat(table.dateTimeColumn("time").get(i)).isEqualTo(row.time());
    }
  }

  @Property(tries = 1000)
  void aTableOfOneColumnIsReadBackEqual(
      @ForAll("oneColumn") List<String> texts, @ForAll("writings") Writing writing)
      throws IOException {
    Files.write(file, writing.write(List.of("id"), texts.stream().map(List::of).toList()));
    CsvFormat format = writing.format().separator(writing.separator());
    Table table = Tables.csv(file, Schema.columns().id("id"), format);
    assertThat(table.stringColumn("id").asList()).isEqualTo(texts);
  }

  @Provide
  Arbitrary<List<String>> oneColumn() {
    return texts().list().ofMaxSize(8);
  }

  @Property(tries = 1000)
  void provedMarksAndOrdersAreThoseThatWereWritten(
      @ForAll("amounts") List<BigDecimal> amounts,
      @ForAll("days") List<LocalDate> days,
      @ForAll("writings") Writing writing)
      throws IOException {
    DateTimeFormatter monthFirst = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(amounts.size(), days.size()); i++) {
      String amount = amounts.get(i).toPlainString().replace('.', writing.mark());
      rows.add(List.of(amount, days.get(i).format(monthFirst)));
    }
    Files.write(file, writing.write(List.of("amount", "day"), rows));
    Schema schema = Schema.columns().number("amount").date("day");
    Table table;
    try {
      table = Tables.csv(file, schema, writing.format());
    } catch (InvalidDataException e) {
      // refused as undecided is right; read as something else is not
      assertThat(Objects.requireNonNull(e.getMessage())).contains("no value of the column decides");
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      assertThat(table.doubleColumn("amount").getDouble(i)).isEqualTo(amounts.get(i).doubleValue());
      assertThat(table.dateColumn("day").get(i)).isEqualTo(days.get(i));
    }
  }

  @Provide
  Arbitrary<List<BigDecimal>> amounts() {
    return Combinators.combine(
            Arbitraries.longs().between(-2_000_000, 2_000_000),
            Arbitraries.integers().between(0, 4))
        .as(BigDecimal::valueOf)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<LocalDate>> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay)
        // "1/2/12" has no year of four digits
        .filter(day -> day.getYear() > 999)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
