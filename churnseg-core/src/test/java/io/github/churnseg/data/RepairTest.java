package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.RepairReport.Change;
import io.github.churnseg.data.RepairReport.Line;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RepairTest {

  private static final Table MARKET =
      Table.create(
          "market",
          IntColumn.create("id", 11, 12, 13, 14, 15),
          StringColumn.create("type", "standard", "standartt", "premium", "standartt", ""),
          DoubleColumn.create("eur", 1, 2, 3, 1000, Double.NaN));

  private static Repair market() {
    return Repair.of(MARKET, "id");
  }

  @Test
  void aliasesBecomeTheirCategory() {
    Repair repaired = market().alias("type", "standartt", "standard");
    assertThat(repaired.toTable().stringColumn("type").asList())
        .containsExactly("standard", "standard", "premium", "standard", "");
    Line line = repaired.report().lines().get(0);
    assertThat(line.count()).isEqualTo(2);
    assertThat(line.first())
        .containsExactly(
            new Change("12", "standartt", "standard"), new Change("14", "standartt", "standard"));
  }

  @Test
  void anAliasNeverSeenIsReported() {
    Repair repaired = market().alias("type", "standrat", "standard");
    assertThat(repaired.report().lines().get(0).count()).isZero();
    assertThat(repaired.toString()).contains("'standrat' is 'standard'").contains("never met");
  }

  @Test
  void onlyTheOutlyingCellChanges() {
    Table repaired =
        market().outliers("eur", OutlierRule.above(100), Replacement.median()).toTable();
    assertThat(repaired.doubleColumn("eur").asDoubleArray())
        .containsExactly(1, 2, 3, 2.5, Double.NaN);
    assertThat(repaired.intColumn("id").asList()).containsExactly(11, 12, 13, 14, 15);
    assertThat(MARKET.doubleColumn("eur").get(3)).isEqualTo(1000);
  }

  @Test
  void outliersBecomeAGivenValueOrTheNearestEnd() {
    assertThat(eur(OutlierRule.above(100), Replacement.with(0))).containsExactly(1, 2, 3, 0);
    assertThat(eur(OutlierRule.above(100), Replacement.cap())).containsExactly(1, 2, 3, 100);
    assertThat(eur(OutlierRule.below(2), Replacement.cap())).containsExactly(2, 2, 3, 1000);
  }

  @Test
  void rulesFindTheirRangeFromTheColumn() {
    // sorted 1 2 3 1000: quartiles 1.75 and 252.25, so the upper fence is 252.25 + 1.5 * 250.5
    assertThat(eur(OutlierRule.beyondIqr(1.5), Replacement.cap())).containsExactly(1, 2, 3, 628);
    // median 2.5, deviations .5 .5 1.5 997.5 with median 1
    double[] capped = eur(OutlierRule.beyondMad(3), Replacement.cap());
    assertThat(capped[3]).isCloseTo(2.5 + 3 * 1.4826, within(1e-4));
    assertThat(eur(OutlierRule.outsideQuantiles(0.25, 1), Replacement.cap()))
        .containsExactly(1.75, 2, 3, 1000);
  }

  private static double[] eur(OutlierRule rule, Replacement replacement) {
    double[] all =
        market().outliers("eur", rule, replacement).toTable().doubleColumn("eur").asDoubleArray();
    return java.util.Arrays.copyOf(all, 4);
  }

  @Test
  void wholeNumbersStayWhole() {
    Table minutes =
        Table.create(
            "minutes",
            StringColumn.create("id", "a", "b", "c", "d"),
            IntColumn.create("i", 1, 2, 5, 99),
            LongColumn.create("l", 1, 2, 5, 99));
    Repair repair = Repair.of(minutes, "id");
    Table median =
        repair
            .outliers("i", OutlierRule.above(10), Replacement.median())
            .outliers("l", OutlierRule.above(10.5), Replacement.cap())
            .toTable();
    // the median is 3.5, half to even is 4
    assertThat(median.intColumn("i").asList()).containsExactly(1, 2, 5, 4);
    assertThat(median.longColumn("l").asLongArray()).containsExactly(1, 2, 5, 10);
    assertThatThrownBy(() -> repair.outliers("i", OutlierRule.above(9), Replacement.with(0.5)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'i' holds integer and cannot take 0.5; choose another replacement, or load it"
                + " as decimal numbers");
  }

  @Test
  void aMissingWholeNumberIsNoOutlier() {
    IntColumn numbers = IntColumn.create("n", 1, 2);
    numbers.setMissing(0);
    Table table = Table.create("t", StringColumn.create("id", "a", "b"), numbers);
    Repair repaired =
        Repair.of(table, "id").outliers("n", OutlierRule.below(0), Replacement.with(0));
    assertThat(repaired.report().lines().get(0).count()).isZero();
    assertThat(repaired.toTable().intColumn("n").isMissing(0)).isTrue();
  }

  @Test
  void refusesToReplaceInTypesThatAreRare() {
    Table table = Table.create("t", ShortColumn.create("n", new short[] {1}));
    assertThatThrownBy(
            () -> Repair.of(table, "n").outliers("n", OutlierRule.above(0), Replacement.with(0)))
        .hasMessageContaining("column 'n' holds short and cannot take 0");
  }

  @Test
  void refusesASpreadOfZero() {
    Table table =
        Table.create(
            "t", StringColumn.create("id", "a", "b", "c"), DoubleColumn.create("v", 7, 7, 9));
    assertThatThrownBy(
            () ->
                Repair.of(table, "id")
                    .outliers("v", OutlierRule.beyondMad(3), Replacement.median()))
        .hasMessage(
            "beyond 3 MAD: at least half of the values are 7, so any other would be an outlier;"
                + " give a limit instead");
  }

  @Test
  void aColumnWithoutValuesHasNoOutliers() {
    Table table = Table.create("t", DoubleColumn.create("v", Double.NaN));
    assertThat(
            Repair.of(table, "v")
                .outliers("v", OutlierRule.beyondIqr(3), Replacement.median())
                .report()
                .lines()
                .get(0)
                .count())
        .isZero();
  }

  @Test
  void keepsRowsInWhichAConditionHoldsForAllColumns() {
    Table table =
        Table.create(
            "t",
            StringColumn.create("id", "a", "b", "c", "d"),
            DoubleColumn.create("jan", 1, 0, 2, 3),
            DoubleColumn.create("feb", 1, 5, Double.NaN, 4));
    Repair kept =
        Repair.of(table, "id").keepWhereAll("> 0 in each month", v -> v > 0, "jan", "feb");
    assertThat(kept.toTable().stringColumn("id").asList()).containsExactly("a", "d");
    Line line = kept.report().lines().get(0);
    assertThat(line.kind()).isEqualTo(RepairReport.Kind.ROWS_LEFT_OUT);
    assertThat(line.first())
        .containsExactly(new Change("b", "0, 5", ""), new Change("c", "2, missing", ""));
  }

  @Test
  void laterStepsNameTheRowsThatAreLeft() {
    Repair repaired =
        market()
            .keepWhereAll("at least 2", v -> v >= 2, "eur")
            .outliers("eur", OutlierRule.above(100), Replacement.with(5));
    assertThat(repaired.report().lines().get(1).first())
        .containsExactly(new Change("14", "1000", "5"));
    assertThat(repaired.report().rows()).isEqualTo(5);
    assertThat(repaired.toTable().rowCount()).isEqualTo(3);
  }

  @Test
  void printsWhatChanged() {
    assertThat(
            market()
                .alias("type", "standartt", "standard")
                .outliers("eur", OutlierRule.above(100), Replacement.median()))
        .hasToString(
            """
            market, 5 rows
            column  rule                          changed
            type    'standartt' is 'standard'     2 cells
            eur     above 100 becomes the median  1 cells
            type: 12: standartt to standard; 14: standartt to standard
            eur: 14: 1000 to 2.5
            """);
  }

  @Test
  void theReportComesAsATable() {
    Table report =
        market()
            .alias("type", "standartt", "standard")
            .keepWhereAll("< 1000", value -> value < 1000, "eur")
            .report()
            .toTable();
    assertThat(report.columnNames()).containsExactly("columns", "rule", "kind", "count", "first");
    assertThat(report.stringColumn("kind").asList()).containsExactly("cells", "rows left out");
    assertThat(report.intColumn("count").asList()).containsExactly(2, 2);
    assertThat(report.stringColumn("first").get(1)).isEqualTo("14: 1000; 15: missing");
  }

  @Test
  void refusesRulesThatMakeNoSense() {
    assertThatThrownBy(() -> market().alias("type", "a", "a"))
        .hasMessage("alias 'a' of 'a'; an alias is some other text");
    assertThatThrownBy(() -> market().alias("id", "a", "b"))
        .hasMessage("column 'id' of market holds integer, no text; an alias needs text");
    assertThatThrownBy(() -> market().keepWhereAll("> 0", v -> v > 0))
        .hasMessage("name the columns of which '> 0' must hold");
    assertThatThrownBy(() -> OutlierRule.above(Double.NaN))
        .hasMessage("an outlier's limit must be a number, seen NaN");
    assertThatThrownBy(() -> OutlierRule.beyondIqr(0)).hasMessageContaining("k=0.0");
    assertThatThrownBy(() -> OutlierRule.outsideQuantiles(0.9, 0.1))
        .hasMessageContaining("choose 0 <= low < high <= 1");
    assertThatThrownBy(() -> Replacement.with(Double.POSITIVE_INFINITY))
        .hasMessage("replacement Infinity; choose a finite number");
    assertThatThrownBy(() -> Repair.of(MARKET, "customer"))
        .hasMessageContaining("market has no column 'customer'");
  }
}
