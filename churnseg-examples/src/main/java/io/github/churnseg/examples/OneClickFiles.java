package io.github.churnseg.examples;

import io.github.churnseg.data.Join;
import io.github.churnseg.data.OutlierRule;
import io.github.churnseg.data.Repair;
import io.github.churnseg.data.Replacement;
import io.github.churnseg.data.Schema;
import io.github.churnseg.data.Tables;
import io.github.churnseg.data.Wide;
import io.github.churnseg.features.CustomerFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/** The four dirty files of the shop 'В один клик', repaired and joined to one row a customer. */
final class OneClickFiles {

  static final String PROFIT = "Прибыль";

  private static final String[] MONTHS = {
    "препредыдущий_месяц", "предыдущий_месяц", "текущий_месяц"
  };

  private static final String[] NUMBERS = {
    "Маркет_актив_6_мес",
    "Маркет_актив_тек_мес",
    "Длительность",
    "Акционные_покупки",
    "Средний_просмотр_категорий_за_визит",
    "Неоплаченные_продукты_штук_квартал",
    "Ошибка_сервиса",
    "Страниц_за_визит"
  };

  private static final String[] REVENUES = {
    "Выручка_" + MONTHS[0], "Выручка_" + MONTHS[1], "Выручка_" + MONTHS[2]
  };

  private final Path folder;

  private OneClickFiles(Path folder) {
    this.folder = folder;
  }

  static String[] revenues() {
    return REVENUES.clone();
  }

  /** What tells who declines. Profit stays out: it is for choosing whom to keep. */
  static CustomerFeatures customers(Table joined) {
    return features(joined, NUMBERS);
  }

  /** The same with the profit, to choose by. */
  static CustomerFeatures customersWithProfit(Table joined) {
    String[] numbers = Arrays.copyOf(NUMBERS, NUMBERS.length + 1);
    numbers[NUMBERS.length] = PROFIT;
    return features(joined, numbers);
  }

  private static CustomerFeatures features(Table joined, String... numbers) {
    return CustomerFeatures.from(
        joined,
        c ->
            c.id("id")
                .target("Покупательская активность", "Снизилась")
                .numeric(numbers)
                .numeric(REVENUES)
                .numeric("минут_" + MONTHS[1], "минут_" + MONTHS[2])
                .categorical("Популярная_категория", "Разрешить сообщать")
                .ordinal("Тип сервиса", "стандарт", "премиум"));
  }

  static Join join(Path folder) throws IOException {
    return new OneClickFiles(folder).join();
  }

  private Join join() throws IOException {
    Table market = read("market_file.csv", Schema.columns().id("id").number(NUMBERS));
    Table revenue =
        Repair.of(read("market_money.csv", Schema.columns().id("id").number("Выручка")), "id")
            .outliers("Выручка", OutlierRule.above(100_000), Replacement.median())
            .toTable();
    Table active =
        Repair.of(wide(revenue, "Выручка", MONTHS), "id")
            .keepWhereAll("> 0 in each month", value -> value > 0, REVENUES)
            .toTable();
    Table minutes =
        Repair.of(read("market_time.csv", Schema.columns().id("id").integer("минут")), "id")
            .alias("Период", "предыдцщий_месяц", MONTHS[1])
            .toTable();
    return Join.inner(
            Repair.of(market, "id").alias("Тип сервиса", "стандартт", "стандарт").toTable())
        .oneToOne(active, "id")
        .oneToOne(wide(minutes, "минут", MONTHS[1], MONTHS[2]), "id")
        .oneToOne(read("money.csv", Schema.columns().id("id").number(PROFIT)), "id");
  }

  private static Table wide(Table longForm, String value, String... periods) {
    return Wide.from(longForm).id("id").period("Период").value(value).periods(periods).toTable();
  }

  private Table read(String file, Schema columns) throws IOException {
    return Tables.csv(folder.resolve(file), columns);
  }
}
