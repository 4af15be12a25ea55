package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.RepairReport.Change;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/**
 * The four files of the shop 'В один клик' to one row a customer, against the figures counted from
 * the files and reported by the reference projects on them.
 */
class OneClickTest {

  private static final String[] MONTHS = {
    "препредыдущий_месяц", "предыдущий_месяц", "текущий_месяц"
  };
  private static final String[] REVENUES = {
    "Выручка_препредыдущий_месяц", "Выручка_предыдущий_месяц", "Выручка_текущий_месяц"
  };

  private static Table market = Table.create();
  private static Table revenue = Table.create();
  private static Table minutes = Table.create();
  private static Table profit = Table.create();

  @BeforeAll
  static void read() throws IOException {
    market =
        Tables.csv(
            RealData.file("one-click/market_file.csv"),
            Schema.columns().id("id").number("Акционные_покупки", "Маркет_актив_6_мес"));
    revenue =
        Tables.csv(
            RealData.file("one-click/market_money.csv"),
            Schema.columns().id("id").number("Выручка"));
    minutes =
        Tables.csv(
            RealData.file("one-click/market_time.csv"), Schema.columns().id("id").integer("минут"));
    profit =
        Tables.csv(
            RealData.file("one-click/money.csv"), Schema.columns().id("id").number("Прибыль"));
  }

  private static Repair repairedRevenue() {
    return Repair.of(revenue, "id")
        .outliers("Выручка", OutlierRule.above(100_000), Replacement.median());
  }

  private static Repair activeRevenue() {
    Table wide =
        Wide.from(repairedRevenue().toTable())
            .id("id")
            .period("Период")
            .value("Выручка")
            .periods(MONTHS)
            .toTable();
    return Repair.of(wide, "id").keepWhereAll("> 0 in each month", value -> value > 0, REVENUES);
  }

  private static Wide wideMinutes() {
    Table repaired =
        Repair.of(minutes, "id").alias("Период", "предыдцщий_месяц", "предыдущий_месяц").toTable();
    return Wide.from(repaired)
        .id("id")
        .period("Период")
        .value("минут")
        .periods(MONTHS[1], MONTHS[2]);
  }

  private static Join customers() {
    Table repaired =
        Repair.of(market, "id").alias("Тип сервиса", "стандартт", "стандарт").toTable();
    return Join.inner(repaired)
        .oneToOne(activeRevenue().toTable(), "id")
        .oneToOne(wideMinutes().toTable(), "id")
        .oneToOne(profit, "id");
  }

  @Test
  void onlyTheOutlyingCellIsReplaced() {
    // the median of the 3,900 revenues is 4,957.5, as in the reference
    assertThat(repairedRevenue().report().lines().get(0).first())
        .containsExactly(new Change("215380", "106862.2", "4957.5"));
    Table wide = activeRevenue().toTable();
    int row = wide.stringColumn("id").asList().indexOf("215380");
    assertThat(wide.doubleColumn(REVENUES[0]).getDouble(row)).isEqualTo(5051);
    assertThat(wide.doubleColumn(REVENUES[1]).getDouble(row)).isEqualTo(6077);
    assertThat(wide.doubleColumn(REVENUES[2]).getDouble(row)).isEqualTo(4957.5);
  }

  @Test
  void threeCustomersAreNotActiveInEachMonth() {
    RepairReport.Line line = activeRevenue().report().lines().get(0);
    assertThat(line.count()).isEqualTo(3);
    assertThat(line.first()).extracting(Change::id).containsExactly("215348", "215357", "215359");
  }

  @Test
  void theMisspeltPeriodIsFoundBeforeItIsRepaired() {
    assertThatThrownBy(
            () ->
                Wide.from(minutes)
                    .id("id")
                    .period("Период")
                    .value("минут")
                    .periods(MONTHS)
                    .toTable())
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("holds the period 'предыдцщий_месяц' in 1,300 rows");
  }

  @Test
  void fourFilesBecomeOneRowACustomer() {
    Join join = customers();
    Table table = join.toTable();
    assertThat(table.rowCount()).isEqualTo(1297);
    assertThat(table.columnCount()).isEqualTo(13 + 3 + 2 + 1);
    assertThat(table.columnNames()).contains(REVENUES).contains("минут_текущий_месяц", "Прибыль");
    assertThat(table.stringColumn("Тип сервиса").asSet())
        .containsExactlyInAnyOrder("стандарт", "премиум");
    // 495 of the 1,297 declined, 38.16 % (reference projects 001 and 003)
    assertThat(table.stringColumn("Покупательская активность").countOccurrences("Снизилась"))
        .isEqualTo(495);
    for (String column : new String[] {REVENUES[0], "минут_предыдущий_месяц", "Прибыль"}) {
      assertThat(table.column(column).countMissing()).as(column).isZero();
    }
    assertThat(join.report().steps())
        .extracting(JoinReport.Step::rowsAfter)
        .containsExactly(1297, 1297, 1297);
    assertThat(join.report().steps().get(0).leftUnmatched().first())
        .containsExactly("'215348'", "'215357'", "'215359'");
  }

  @Test
  void theLongTableIsNotJoinedByMistake() {
    assertThatThrownBy(() -> Join.left(market).oneToOne(revenue, "id"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "market_file and market_money joined one-to-one on id: 1,300 keys repeat in"
                + " market_money, the first is '215348' in 1 rows of market_file and 3 of"
                + " market_money; market_file would grow from 1,300 rows to 3,900. Aggregate"
                + " market_money to one row a key first, see Aggregate.by, or declare oneToMany if"
                + " the growth is wanted");
  }
}
