package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

class AggregateTest {

  private static Table table(Column<?> values, String... keys) {
    return Table.create("lines", StringColumn.create("id", keys), values);
  }

  @Test
  void sumsDecimalsExactly() {
    double[] dimes = new double[10];
    java.util.Arrays.fill(dimes, 0.1);
    String[] keys = new String[10];
    java.util.Arrays.fill(keys, "a");
    Table sums =
        Aggregate.by(table(DoubleColumn.create("v", dimes), keys), "id").sum("v").toTable();
    assertThat(sums.doubleColumn("v_sum").get(0)).isEqualTo(1.0);
  }

  @Test
  void sumsFloatsAsTheDecimalsTheyPrintAs() {
    Table table = table(FloatColumn.create("v", 0.1f, 0.2f), "a", "a");
    Table sums = Aggregate.by(table, "id").sum("v").mean("v").toTable();
    assertThat(sums.doubleColumn("v_sum").get(0)).isEqualTo(0.3);
    assertThat(sums.doubleColumn("v_mean").get(0)).isEqualTo(0.15);
  }

  @Test
  void sumsOfMixedDecimalsAreExactToo() {
    Table table = table(DoubleColumn.create("v", 1e12, 0.0001, -1e12), "a", "a", "a");
    Table sums = Aggregate.by(table, "id").sum("v").toTable();
    assertThat(sums.doubleColumn("v_sum").get(0)).isEqualTo(0.0001);
  }

  @Test
  void sumsBeyondExactUnitsAreCompensatedInAnyOrder() {
    double[] values = {1e300, Math.PI, -1e300, 1e-300};
    double[] shuffled = {1e-300, -1e300, Math.PI, 1e300};
    String[] keys = {"a", "a", "a", "a"};
    var one = Aggregate.by(table(DoubleColumn.create("v", values), keys), "id").sum("v").toTable();
    var two =
        Aggregate.by(table(DoubleColumn.create("v", shuffled), keys), "id").sum("v").toTable();
    assertThat(one.doubleColumn("v_sum").get(0))
        .isEqualTo(two.doubleColumn("v_sum").get(0))
        .isEqualTo(Math.PI);
  }

  @Test
  void sumsWholeNumbersAsWholeNumbers() {
    Table table = table(IntColumn.create("n", Integer.MAX_VALUE, 1, 5), "a", "a", "b");
    LongColumn sums = Aggregate.by(table, "id").sum("n").toTable().longColumn("n_sum");
    assertThat(sums.asLongArray()).containsExactly(2147483648L, 5L);
    Table shorts = table(ShortColumn.create("n", (short) 1, (short) 2), "a", "a");
    assertThat(Aggregate.by(shorts, "id").sum("n").toTable().longColumn("n_sum").getLong(0))
        .isEqualTo(3);
  }

  @Test
  void refusesASumThatOverflows() {
    Table table = table(LongColumn.create("n", Long.MAX_VALUE, 1), "a", "a");
    assertThatThrownBy(() -> Aggregate.by(table, "id").sum("n").toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the sum of column 'n' leaves the range of 64-bit whole numbers in the group of row 1;"
                + " load it as decimal numbers");
  }

  @Test
  void refusesASumOfInfinity() {
    Table table = table(DoubleColumn.create("n", 1, Double.POSITIVE_INFINITY), "a", "a");
    assertThatThrownBy(() -> Aggregate.by(table, "id").sum("n").toTable())
        .hasMessage("column 'n' is infinite in row 2; it has no sum");
  }

  @Test
  void refusesASumBeyondTheRangeOfDoubles() {
    Table table = table(DoubleColumn.create("n", 1e308, 1e308), "a", "a");
    assertThatThrownBy(() -> Aggregate.by(table, "id").sum("n").toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the sum of column 'n' leaves the range of doubles in the group of row 1; use a larger"
                + " unit");
  }

  @Test
  void missingValuesArePassedOver() {
    Table table = table(DoubleColumn.create("v", 1, Double.NaN, Double.NaN), "a", "a", "b");
    Table all =
        Aggregate.by(table, "id")
            .sum("v")
            .mean("v")
            .min("v")
            .max("v")
            .first("v")
            .mode("v")
            .count("rows")
            .toTable();
    for (String name : new String[] {"v_sum", "v_mean", "v_min", "v_max", "v_first", "v_mode"}) {
      assertThat(all.doubleColumn(name).asDoubleArray()).as(name).containsExactly(1, Double.NaN);
    }
    assertThat(all.intColumn("rows").asList()).containsExactly(2, 1);
  }

  @Test
  void aMissingWholeNumberIsNoZero() {
    IntColumn numbers = IntColumn.create("n", 1, 2, 3);
    numbers.setMissing(2);
    Table sums = Aggregate.by(table(numbers, "a", "a", "b"), "id").sum("n").toTable();
    assertThat(sums.longColumn("n_sum").getLong(0)).isEqualTo(3);
    assertThat(sums.longColumn("n_sum").isMissing(1)).isTrue();
  }

  @Test
  void groupsComeInTheOrderOfTheirFirstRows() {
    Table table = table(IntColumn.create("n", 1, 2, 3), "b", "a", "b");
    assertThat(Aggregate.by(table, "id").count("rows").toTable().stringColumn("id").asList())
        .containsExactly("b", "a");
  }

  @Test
  void modeIsTheMostFrequentAndOfTiesTheLeast() {
    Table table =
        table(StringColumn.create("s", "z", "b", "z", "b", "y", ""), "a", "a", "a", "a", "c", "c");
    assertThat(Aggregate.by(table, "id").mode("s").toTable().stringColumn("s_mode").asList())
        .containsExactly("b", "y");
    Table numbers = table(DoubleColumn.create("v", 3, 0.0, -0.0, 3, 2), "a", "a", "a", "a", "a");
    assertThat(Aggregate.by(numbers, "id").mode("v").toTable().doubleColumn("v_mode").get(0))
        .isEqualTo(0.0);
  }

  @Test
  void firstAndLastByAnotherColumn() {
    Table table =
        Table.create(
            "reviews",
            StringColumn.create("id", "a", "a", "a", "b", "b"),
            IntColumn.create("score", 5, 1, 3, 4, 2),
            DateTimeColumn.create(
                "at",
                LocalDateTime.parse("2026-03-02T00:00"),
                LocalDateTime.parse("2026-03-01T00:00"),
                LocalDateTime.parse("2026-03-03T00:00"),
                LocalDateTime.parse("2026-03-01T00:00"),
                LocalDateTime.parse("2026-03-01T00:00")));
    Table found =
        Aggregate.by(table, "id")
            .first("score")
            .as("in_row_order")
            .first("score", "at")
            .last("score", "at")
            .toTable();
    assertThat(found.intColumn("in_row_order").asList()).containsExactly(5, 4);
    assertThat(found.intColumn("score_first").asList()).containsExactly(1, 2);
    assertThat(found.intColumn("score_last").asList()).containsExactly(3, 2);
  }

  @Test
  void minAndMaxKeepTheTypeOfTheColumn() {
    Table table =
        table(DateColumn.create("d", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)), "a", "a");
    Table found = Aggregate.by(table, "id").min("d").max("d").toTable();
    assertThat(found.dateColumn("d_min").get(0)).isEqualTo("2026-03-01");
    assertThat(found.dateColumn("d_max").get(0)).isEqualTo("2026-03-02");
  }

  @Test
  void rareTypesHaveAModeToo() {
    Table table = table(BooleanColumn.create("b", true, false, true), "a", "a", "a");
    assertThat(Aggregate.by(table, "id").mode("b").toTable().booleanColumn("b_mode").get(0))
        .isTrue();
    TimeColumn times = TimeColumn.create("t", LocalTime.NOON, LocalTime.NOON, LocalTime.MIDNIGHT);
    assertThat(Aggregate.by(table(times, "a", "a", "b"), "id").mode("t").toTable().column(1).get(0))
        .isEqualTo(LocalTime.NOON);
  }

  @Test
  void groupsBySeveralColumns() {
    Table table =
        Table.create(
            "lines",
            StringColumn.create("id", "a", "a", "b"),
            LongColumn.create("month", 1, 2, 1),
            DoubleColumn.create("v", 1, 2, 3));
    Table sums = Aggregate.by(table, "id", "month").sum("v").toTable();
    assertThat(sums.columnNames()).containsExactly("id", "month", "v_sum");
    assertThat(sums.rowCount()).isEqualTo(3);
  }

  @Test
  void refusesRowsWithoutKey() {
    Table table = table(IntColumn.create("n", 1, 2, 3), "a", "", "");
    assertThatThrownBy(() -> Aggregate.by(table, "id").sum("n").toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("2 of 3 rows of lines have no id, the first is row 2");
  }

  @Test
  void refusesTextWhereNumbersAreNeeded() {
    assertThatThrownBy(() -> Aggregate.by(table(IntColumn.create("n", 1), "a"), "n").sum("id"))
        .hasMessage("column 'id' of lines holds string, no numbers; load it as numbers");
  }

  @Test
  void refusesTwoResultsOfOneName() {
    Aggregate twice = Aggregate.by(table(IntColumn.create("n", 1), "a"), "id").sum("n").sum("n");
    assertThatThrownBy(twice::toTable)
        .hasMessage("two columns would be called 'n_sum'; name one of them with as");
    assertThat(twice.as("total").toTable().columnNames()).containsExactly("id", "n_sum", "total");
  }

  @Test
  void refusesANameForNothing() {
    Aggregate none = Aggregate.by(table(IntColumn.create("n", 1), "a"), "id");
    assertThatThrownBy(() -> none.as("x")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Aggregate.by(table(IntColumn.create("n", 1), "a")))
        .hasMessage("an aggregate needs one or more key columns, each once; seen []");
  }
}
