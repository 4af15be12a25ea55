package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class WideTest {

  private static final Table REVENUE =
      Table.create(
          "revenue",
          StringColumn.create("id", "b", "a", "b"),
          StringColumn.create("month", "feb", "jan", "jan"),
          DoubleColumn.create("eur", 2.5, 1.5, 0.5));

  private static Wide wide(Table table) {
    return Wide.from(table).id("id").period("month").value("eur");
  }

  @Test
  void makesAColumnOfEachPeriodAsFirstSeen() {
    Table wide = wide(REVENUE).toTable();
    assertThat(wide.name()).isEqualTo("revenue");
    assertThat(wide.columnNames()).containsExactly("id", "eur_feb", "eur_jan");
    assertThat(wide.stringColumn("id").asList()).containsExactly("b", "a");
    assertThat(wide.doubleColumn("eur_feb").asDoubleArray()).containsExactly(2.5, Double.NaN);
    assertThat(wide.doubleColumn("eur_jan").asDoubleArray()).containsExactly(0.5, 1.5);
  }

  @Test
  void givenPeriodsDecideTheOrderAndMayBeEmpty() {
    Table wide = wide(REVENUE).periods("jan", "feb", "mar").toTable();
    assertThat(wide.columnNames()).containsExactly("id", "eur_jan", "eur_feb", "eur_mar");
    assertThat(wide.doubleColumn("eur_mar").countMissing()).isEqualTo(2);
  }

  @Test
  void refusesAPeriodThatIsNotAmongThoseGiven() {
    assertThatThrownBy(() -> wide(REVENUE).periods("feb").toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'month' of revenue holds the period 'jan' in 2 rows, the first is row 2, which"
                + " is none of [feb]; correct it with Repair.alias or add it to the periods");
  }

  @Test
  void refusesTwoRowsOfAnIdAndPeriod() {
    Table twice = REVENUE.copy().append(REVENUE);
    assertThatThrownBy(() -> wide(twice).toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "3 rows of revenue repeat an id and period, the first is row 4: id 'b' and month 'feb'"
                + " are in row 1 already; make one row of them first, see Aggregate.by");
  }

  @Test
  void refusesRowsWithoutIdOrPeriod() {
    Table table = REVENUE.copy();
    table.stringColumn("month").setMissing(1);
    assertThatThrownBy(() -> wide(table).toTable())
        .hasMessageStartingWith("1 of 3 rows of revenue have no month, the first is row 2");
  }

  @Test
  void periodsMayBeNumbersOrDatesAndIdsOfSeveralColumns() {
    Table table =
        Table.create(
            "visits",
            StringColumn.create("id", "a", "a", "a"),
            IntColumn.create("shop", 1, 1, 2),
            DateColumn.create(
                "day",
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 1)),
            IntColumn.create("n", 1, 2, 3));
    Table wide = Wide.from(table).id("id", "shop").period("day").value("n").toTable();
    assertThat(wide.columnNames()).containsExactly("id", "shop", "n_2026-03-01", "n_2026-03-02");
    assertThat(wide.intColumn("n_2026-03-01").asList()).containsExactly(1, 3);
    assertThat(wide.intColumn("n_2026-03-02").isMissing(1)).isTrue();
  }

  @Test
  void refusesPeriodsThatDifferByCaseOnly() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("id", "a", "a"),
            StringColumn.create("month", "jan", "Jan"),
            DoubleColumn.create("eur", 1, 2));
    assertThatThrownBy(() -> wide(table).toTable())
        .hasMessage("two columns would be called 'eur_Jan'; correct the period with Repair.alias");
  }

  @Test
  void refusesAColumnThatHoldsNoPeriods() {
    Table table =
        Table.create(
            "t",
            IntColumn.create("id", new int[1001]),
            IntColumn.create("month", IntStream.range(0, 1001).toArray()),
            DoubleColumn.create("eur", new double[1001]));
    assertThatThrownBy(() -> wide(table).toTable())
        .hasMessageContaining("column 'month' of t has 1,001 distinct values, more than the 1,000");
  }

  @Test
  void refusesUnknownColumnsAtOnce() {
    assertThatThrownBy(() -> Wide.from(REVENUE).id("customer"))
        .hasMessage("revenue has no column 'customer'; its columns are [id, month, eur]");
    assertThatThrownBy(() -> Wide.from(REVENUE).id())
        .hasMessage("an id has one or more columns, each once; seen []");
    assertThatThrownBy(() -> wide(REVENUE).periods("a", "a"))
        .hasMessage("give one or more periods, each once; seen [a, a]");
  }
}
