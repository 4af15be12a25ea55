package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Aggregates held against sums of decimals, and against themselves with the rows shuffled. */
class AggregatePropertiesTest {

  record Line(String key, BigDecimal amount, String kind) {}

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-99999999.99"), new BigDecimal("99999999.99"))
            .ofScale(2);
    return Combinators.combine(
            Arbitraries.of("a", "b", "c"), amounts, Arbitraries.of("", "x", "y", "z"))
        .as(Line::new)
        .list()
        .ofMaxSize(40);
  }

  private static Table table(List<Line> lines) {
    return Table.create(
        "lines",
        StringColumn.create("key", lines.stream().map(Line::key).toList()),
        DoubleColumn.create(
            "amount", lines.stream().mapToDouble(line -> line.amount().doubleValue()).toArray()),
        LongColumn.create(
            "cents",
            lines.stream().mapToLong(line -> line.amount().unscaledValue().longValue()).toArray()),
        StringColumn.create("kind", lines.stream().map(Line::kind).toList()));
  }

  @Property
  void sumsAreThoseOfTheDecimals(@ForAll("lines") List<Line> lines) {
    Map<String, BigDecimal> expected = new TreeMap<>();
    lines.forEach(line -> expected.merge(line.key(), line.amount(), BigDecimal::add));
    Table sums = Aggregate.by(table(lines), "key").sum("amount").sum("cents").toTable();
    assertThat(sums.rowCount()).isEqualTo(expected.size());
    for (int row = 0; row < sums.rowCount(); row++) {
      BigDecimal sum = expected.getOrDefault(sums.stringColumn("key").get(row), BigDecimal.ZERO);
      assertThat(sums.doubleColumn("amount_sum").getDouble(row)).isEqualTo(sum.doubleValue());
      assertThat(sums.longColumn("cents_sum").getLong(row))
          .isEqualTo(sum.unscaledValue().longValue());
    }
  }

  @Property(tries = 300)
  void theOrderOfRowsMattersToTheOrderOfGroupsOnly(
      @ForAll("lines") List<Line> lines, @ForAll long seed) {
    List<Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(rows(shuffled)).isEqualTo(rows(lines));
  }

  @Provide
  Arbitrary<List<Double>> doubles() {
    return Combinators.combine(
            Arbitraries.integers().between(-999_999_999, 999_999_999),
            Arbitraries.integers().between(-300, 290))
        .as((digits, exponent) -> Double.parseDouble(digits + "e" + exponent))
        .list()
        .ofMaxSize(100);
  }

  @Property(tries = 300)
  void sumsOfAnyDoublesDoNotDependOnTheOrderOfRows(
      @ForAll("doubles") List<Double> values, @ForAll long seed) {
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(sum(shuffled)).isEqualTo(sum(values));
  }

  private static List<Double> sum(List<Double> values) {
    Table table =
        Table.create(
            "t",
            StringColumn.create("key", Collections.nCopies(values.size(), "a")),
            DoubleColumn.create("v", values));
    return Aggregate.by(table, "key").sum("v").mean("v").toTable().doubleColumn("v_sum").asList();
  }

  /** Each group as text, sorted. */
  private static List<String> rows(List<Line> lines) {
    Table table =
        Aggregate.by(table(lines), "key")
            .sum("amount")
            .mean("amount")
            .min("amount")
            .max("amount")
            .mode("kind")
            .mode("cents")
            .first("kind", "amount")
            .last("kind", "amount")
            .count("n")
            .toTable();
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < table.rowCount(); row++) {
      int at = row;
      rows.add(String.join("|", table.columns().stream().map(c -> c.getString(at)).toList()));
    }
    Collections.sort(rows);
    return rows;
  }

  @Property
  void wideIsTheInverseOfLong(@ForAll("lines") List<Line> lines, @ForAll long seed) {
    // one row an id and period: the last one wins
    Map<String, Line> cells = new TreeMap<>();
    lines.stream()
        .filter(line -> !line.kind().isEmpty())
        .forEach(line -> cells.put(line.key() + line.kind(), line));
    List<Line> once = new ArrayList<>(cells.values());
    Collections.shuffle(once, new Random(seed));
    Table wide =
        Wide.from(table(once))
            .id("key")
            .period("kind")
            .value("amount")
            .periods("x", "y", "z")
            .toTable();
    Map<String, Double> found = new TreeMap<>();
    for (int row = 0; row < wide.rowCount(); row++) {
      for (String period : List.of("x", "y", "z")) {
        double value = wide.doubleColumn("amount_" + period).getDouble(row);
        if (!Double.isNaN(value)) {
          found.put(wide.stringColumn("key").get(row) + period, value);
        }
      }
    }
    Map<String, Double> expected = new TreeMap<>();
    cells.forEach((cell, line) -> expected.put(cell, line.amount().doubleValue()));
    assertThat(found).isEqualTo(expected);
  }
}
