package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class TablesTest {

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Table read(String text, Schema schema) throws IOException {
    return read(text, schema, CsvFormat.detect());
  }

  private Table read(String text, Schema schema, CsvFormat format) throws IOException {
    return Tables.csv(Files.writeString(folder.resolve("shop.csv"), text), schema, format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00123",
        "12345678901234567890",
        "NA",
        "T",
        "F",
        "null",
        "N/A",
        "NaN",
        "*",
        " a ",
        "1e5",
        "1,5",
        "TRUE",
        "-",
        "\"\"",
        "a\nb",
        "a\r\nb",
        "Ёж",
        "😀",
        "\u00a0"
      })
  void keepsIdsAndTextsToTheLetter(String value) throws IOException {
    String quoted = "\"" + value.replace("\"", "\"\"") + "\"";
    Table table = read("id,other\n" + quoted + "," + quoted + "\n", Schema.columns().id("id"));
    assertThat(table.stringColumn("id").get(0)).isEqualTo(value);
    assertThat(table.stringColumn("other").get(0)).isEqualTo(value);
    assertThat(table.stringColumn("id").isMissing(0)).isFalse();
  }

  @Test
  void takesEmptyFieldsForMissing() throws IOException {
    Schema schema = Schema.columns().number("n").integer("i").date("d").dateTime("t");
    Table table = read("id,n,i,d,t\n,, ,,\n\"\",\"\",\"\",\"\",\"\"\n", schema);
    assertThat(table.rowCount()).isEqualTo(2);
    table.columns().forEach(column -> assertThat(column.countMissing()).isEqualTo(2));
  }

  @Test
  void readsEachKindOfColumn() throws IOException {
    Schema schema =
        Schema.columns()
            .id("id")
            .category("city")
            .text("note")
            .number("amount")
            .integer("pieces")
            .date("day")
            .dateTime("time", "M/d/yyyy h:mm a")
            .date("born", "d MMM yyyy");
    Table table =
        read(
            """
            id;city;note;amount;pieces;day;time;born;more
            7;Riga;x;-12,50;3,0;31.1.2024;2/3/2024 1:05 PM;5 Mar 1990;+
            8;Oslo;y;1e3;1e2;1.2.2024;12/31/2024 12:00 AM;29 Feb 2000;-
            """,
            schema);
    assertThat(table.name()).isEqualTo("shop");
    assertThat(table.doubleColumn("amount").asDoubleArray()).containsExactly(-12.5, 1000);
    assertThat(table.longColumn("pieces").asLongArray()).containsExactly(3, 100);
    assertThat(table.dateColumn("day").asList())
        .containsExactly(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 1));
    assertThat(table.dateTimeColumn("time").asList())
        .containsExactly(LocalDateTime.of(2024, 2, 3, 13, 5), LocalDateTime.of(2024, 12, 31, 0, 0));
    assertThat(table.dateColumn("born").asList())
        .containsExactly(LocalDate.of(1990, 3, 5), LocalDate.of(2000, 2, 29));
    assertThat(table.stringColumn("more").asList()).containsExactly("+", "-");
  }

  @Test
  void takesTheMonthFirstOnceALaterRowProvesIt() throws IOException {
    Table table =
        read(
            "day,time\n01/02/2024,01/02/2024 9:15\n,\n01/13/2024,12/31/2024 23:59:59\n",
            Schema.columns().date("day").dateTime("time"));
    assertThat(table.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2024, 1, 2));
    assertThat(table.dateColumn("day").isMissing(1)).isTrue();
    assertThat(table.dateColumn("day").get(2)).isEqualTo(LocalDate.of(2024, 1, 13));
    assertThat(table.dateTimeColumn("time").get(0)).isEqualTo(LocalDateTime.of(2024, 1, 2, 9, 15));
  }

  @Test
  void readsYears1And9999AndExtremeNumbers() throws IOException {
    Table table =
        read(
            "d,t,n,i\n0001-01-01,9999-12-31 23:59:59.999,1.7976931348623157e308,"
                + "9223372036854775807\n9999-12-31,0001-01-01,4.9e-324,-9223372036854775807\n",
            Schema.columns().date("d").dateTime("t").number("n").integer("i"));
    assertThat(table.dateColumn("d").asList())
        .containsExactly(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    assertThat(table.dateTimeColumn("t").asList())
        .containsExactly(
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000),
            LocalDateTime.of(1, 1, 1, 0, 0));
    assertThat(table.doubleColumn("n").asDoubleArray())
        .containsExactly(Double.MAX_VALUE, Double.MIN_VALUE);
    assertThat(table.longColumn("i").asLongArray())
        .containsExactly(Long.MAX_VALUE, -Long.MAX_VALUE);
  }

  @Test
  void convertsOffsetsToLocalTimeOfTheZone() throws IOException {
    Table table =
        read(
            "t\n2024-07-01T22:30:00Z\n",
            Schema.columns().dateTime("t"),
            CsvFormat.detect().zone(ZoneId.of("Europe/Riga")));
    assertThat(table.dateTimeColumn("t").get(0)).isEqualTo(LocalDateTime.of(2024, 7, 2, 1, 30));
  }

  @Test
  void takesNamesWithoutBlanksAndQuotesAroundThem() throws IOException {
    Table table =
        read("\"id\", amount ,\"the, \"\"sum\"\"\",\n1,2,3,4\n", Schema.columns().number("amount"));
    assertThat(table.columnNames()).containsExactly("id", "amount", "the, \"sum\"", "column_4");
  }

  @Test
  void readsAFieldOfAMillionCharacters() throws IOException {
    String text = "long ".repeat(200_000);
    Table table = read("id,text\n1,\"" + text + "\"\n2,x\n", Schema.columns().id("id"));
    assertThat(table.stringColumn("text").get(0)).isEqualTo(text);
    assertThat(table.rowCount()).isEqualTo(2);
  }

  @Test
  void readsManyDistinctIds() throws IOException {
    // more than 65,534 make Tablesaw's own grouping fail; reading them must not
    StringBuilder text = new StringBuilder("id\n");
    for (int i = 0; i < 100_000; i++) {
      text.append("c").append(i).append('\n');
    }
    Table table = read(text.toString(), Schema.columns().id("id"));
    assertThat(table.stringColumn("id").get(99_999)).isEqualTo("c99999");
    assertThat(table.rowCount()).isEqualTo(100_000);
  }

  @Test
  void takesWhatIsGivenOverWhatCouldBeProved() throws IOException {
    CsvFormat format = CsvFormat.detect().separator(':').decimalMark(',').header("id", "amount");
    Table table = read("1:1,234\n2:7\n", Schema.columns().number("amount"), format);
    assertThat(table.doubleColumn("amount").asDoubleArray()).containsExactly(1.234, 7);
    assertThat(format)
        .hasToString(
            "CsvFormat[separator ':', decimal mark ',', UTF-8 or as its mark says, no header line,"
                + " columns id, amount]");
    assertThat(CsvFormat.detect().blankSeparated().zone(ZoneId.of("UTC")))
        .hasToString(
            "CsvFormat[blank-separated, decimal mark proved, UTF-8 or as its mark says, local time"
                + " of UTC]");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    CsvFormat format = CsvFormat.detect();
    assertThatThrownBy(() -> format.separator('"'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fields cannot be separated by quotes or line ends");
    assertThatThrownBy(() -> format.separator(' ')).hasMessageContaining("use blankSeparated()");
    assertThatThrownBy(() -> format.decimalMark('·'))
        .hasMessage("the decimal mark is '.' or ',', not '·'");
    assertThatThrownBy(() -> format.header()).hasMessage("name at least one column");
    assertThatThrownBy(() -> Schema.columns().id("id").number("id"))
        .hasMessage("column 'id' is listed twice");
    assertThatThrownBy(() -> Schema.columns().date("day", "yyyy-bb"))
        .hasMessageContaining("'yyyy-bb' is no pattern of DateTimeFormatter");
  }

  @Test
  void schemaPrintsItself() {
    assertThat(Schema.columns().id("id").date("day", "d.M.yyyy").number("amount"))
        .hasToString("Schema[id: text, day: date d.M.yyyy, amount: number; others: text]");
  }
}
