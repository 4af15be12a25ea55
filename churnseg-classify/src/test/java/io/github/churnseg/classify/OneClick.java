package io.github.churnseg.classify;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.churnseg.data.Join;
import io.github.churnseg.data.OutlierRule;
import io.github.churnseg.data.Repair;
import io.github.churnseg.data.Replacement;
import io.github.churnseg.data.Schema;
import io.github.churnseg.data.Tables;
import io.github.churnseg.data.Wide;
import io.github.churnseg.features.CustomerFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/**
 * The shop 'В один клик', repaired as its description says: typos, the decimal comma, the outlier
 * cell, and without the three customers who were inactive. 1,297 customers, 495 of them declined.
 */
final class OneClick {

  static final String TARGET = "Покупательская активность";
  static final String DECLINED = "Снизилась";

  private static final Path FOLDER = Path.of("../../shared/data/one-click");
  private static final String[] MONTHS = {
    "препредыдущий_месяц", "предыдущий_месяц", "текущий_месяц"
  };

  private OneClick() {}

  /** The customers with their target; skips the test, saying why, where the files are absent. */
  static CustomerFeatures customers() {
    return CustomerFeatures.from(
        table(),
        c ->
            c.id("id")
                .target(TARGET, DECLINED)
                .numeric(
                    "Маркет_актив_6_мес",
                    "Маркет_актив_тек_мес",
                    "Длительность",
                    "Акционные_покупки",
                    "Средний_просмотр_категорий_за_визит",
                    "Неоплаченные_продукты_штук_квартал",
                    "Ошибка_сервиса",
                    "Страниц_за_визит",
                    "Выручка_" + MONTHS[0],
                    "Выручка_" + MONTHS[1],
                    "Выручка_" + MONTHS[2],
                    "минут_" + MONTHS[1],
                    "минут_" + MONTHS[2])
                .categorical("Популярная_категория", "Разрешить сообщать")
                .ordinal("Тип сервиса", "стандарт", "премиум"));
  }

  /** One row a customer, with the profit that is no feature. */
  static Table table() {
    assumeThat(FOLDER).as("the one-click data are not here, so this test is skipped").exists();
    try {
      return joined();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Table joined() throws IOException {
    Table market = read("market_file.csv", Schema.columns().id("id").number(numbers()));
    Table revenue =
        Repair.of(read("market_money.csv", Schema.columns().id("id").number("Выручка")), "id")
            .outliers("Выручка", OutlierRule.above(100_000), Replacement.median())
            .toTable();
    Table minutes =
        Repair.of(read("market_time.csv", Schema.columns().id("id").integer("минут")), "id")
            .alias("Период", "предыдцщий_месяц", MONTHS[1])
            .toTable();
    Table active =
        Repair.of(wide(revenue, "Выручка", MONTHS), "id")
            .keepWhereAll(
                "> 0 in each month",
                value -> value > 0,
                "Выручка_" + MONTHS[0],
                "Выручка_" + MONTHS[1],
                "Выручка_" + MONTHS[2])
            .toTable();
    return Join.inner(
            Repair.of(market, "id").alias("Тип сервиса", "стандартт", "стандарт").toTable())
        .oneToOne(active, "id")
        .oneToOne(wide(minutes, "минут", MONTHS[1], MONTHS[2]), "id")
        .oneToOne(read("money.csv", Schema.columns().id("id").number("Прибыль")), "id")
        .toTable();
  }

  private static String[] numbers() {
    return new String[] {
      "Маркет_актив_6_мес",
      "Маркет_актив_тек_мес",
      "Длительность",
      "Акционные_покупки",
      "Средний_просмотр_категорий_за_визит",
      "Неоплаченные_продукты_штук_квартал",
      "Ошибка_сервиса",
      "Страниц_за_визит"
    };
  }

  private static Table wide(Table longForm, String value, String... periods) {
    return Wide.from(longForm).id("id").period("Период").value(value).periods(periods).toTable();
  }

  private static Table read(String file, Schema columns) throws IOException {
    return Tables.csv(FOLDER.resolve(file), columns);
  }
}
