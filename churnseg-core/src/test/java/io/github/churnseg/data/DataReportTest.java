package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataReportTest {

  private static final RepairReport REPAIRS =
      new RepairReport(
          "lines",
          20,
          List.of(
              new RepairReport.Line(
                  List.of("service"),
                  "'стандартт' is 'стандарт'",
                  RepairReport.Kind.CELLS_CHANGED,
                  10,
                  List.of())));

  private static final Transactions LOG =
      CsvText.read(
          """
          customer,order,time,amount
           a,1,2026-01-01 09:00,5.00
          a,2,2026-01-02,5.00
          b,3,2026-01-02,5.00
          c,4,2026-01-02,5.00
          c,5,2026-01-09,-1.00
          d,6,2026-01-08,x
          """,
          c -> CsvText.columns(c).onInvalid(RowPolicy.SKIP));

  @Test
  void saysWhatTheLogHolds() {
    DataReport report = LOG.report();
    assertThat(report.rowsRead()).isEqualTo(6);
    assertThat(report.linesKept()).isEqualTo(5).isEqualTo(report.lines());
    assertThat(report.customers()).isEqualTo(3);
    assertThat(report.orders()).isEqualTo(5);
    assertThat(report.returnLines()).isEqualTo(1);
    assertThat(report.first().orElseThrow()).isEqualTo("2026-01-01T09:00");
    assertThat(report.last().orElseThrow()).isEqualTo("2026-01-09T00:00");
    assertThat(report.shareWithOneOrder()).isEqualTo(2 / 3.0);
    assertThat(report.shareOfMostCommonDay()).isEqualTo(1);
    assertThat(report.shareOfMostCommonAmount()).isEqualTo(1 / 3.0);
    assertThat(report.idsStripped()).isEqualTo(1);
    assertThat(report.source()).endsWith("orders.csv");
  }

  @Test
  void countsTheLinesThatACutTakesOff() {
    DataReport report = LOG.asOf(LocalDate.of(2026, 1, 2)).report();
    assertThat(report.linesCut()).isEqualTo(1);
    assertThat(report.lines()).isEqualTo(4);
    assertThat(report.linesKept()).isEqualTo(5);
    DataReport further = LOG.asOf(LocalDate.of(2026, 1, 2)).asOf(LocalDate.of(2026, 1, 1)).report();
    assertThat(further.linesCut()).isEqualTo(5);
    assertThat(further.first()).isEmpty();
    assertThat(further.shareWithOneOrder()).isNaN();
    assertThat(further.toString()).contains("lines cut by date");
  }

  @Test
  void printsAsATableOfAtMost100Columns() {
    String printed = LOG.repaired(REPAIRS).report().toString();
    assertThat(printed.lines()).allMatch(line -> line.length() <= 100);
    assertThat(printed)
        .containsSubsequence("read", "6", "- amount: is not a number", "kept", "83.3 %")
        .contains("'стандартт' is 'стандарт' in service");
  }

  @Test
  void comesAsATable() {
    var table = LOG.report().toTable();
    assertThat(table.columnNames())
        .containsExactly("kind", "column", "reason", "rows", "first lines");
    assertThat(table.stringColumn("kind").asList()).containsExactly("invalid", "kept");
    assertThat(table.longColumn("rows").asList()).containsExactly(1L, 5L);
  }

  @Test
  void keepsReportedChanges() {
    DataReport report = LOG.repaired(REPAIRS).asOf(LocalDate.of(2026, 1, 2)).report();
    assertThat(report.changes())
        .containsExactly(new DataReport.Change("'стандартт' is 'стандарт'", "service", 10));
    assertThat(LOG.report().changes()).isEmpty();
  }
}
