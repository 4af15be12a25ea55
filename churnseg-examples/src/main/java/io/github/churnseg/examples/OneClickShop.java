package io.github.churnseg.examples;

import io.github.churnseg.classify.CrossValidated;
import io.github.churnseg.classify.CrossValidation;
import io.github.churnseg.classify.ExtraTrees;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.classify.Metric;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.classify.RandomForest;
import io.github.churnseg.classify.SupportVectors;
import io.github.churnseg.data.Join;
import io.github.churnseg.data.OutlierRule;
import io.github.churnseg.data.Repair;
import io.github.churnseg.data.Replacement;
import io.github.churnseg.data.Schema;
import io.github.churnseg.data.Tables;
import io.github.churnseg.data.Wide;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Four dirty files of the shop 'В один клик' to one row a customer, and how well six classifiers
 * tell whose activity will decline: five times repeated five-fold cross-validation, and the split
 * of 75 to 25 that was published, 20 times.
 *
 * <pre>
 * OneClickShop ../shared/data/one-click
 * </pre>
 */
public final class OneClickShop {

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

  private final Path folder;

  private OneClickShop(Path folder) {
    this.folder = folder;
  }

  /**
   * Prints what was repaired and joined, and the figures.
   *
   * @param args the folder of the files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: OneClickShop FOLDER");
      return;
    }
    OneClickShop shop = new OneClickShop(Path.of(args[0]));
    Join joined = shop.join();
    System.out.println(joined.report());
    CustomerFeatures customers = features(joined.toTable());
    customers.labels().ifPresent(System.out::println);
    Map<String, Classifier> plans = new LinkedHashMap<>();
    plans.put("ExtraTrees", ExtraTrees.trees(300).leastSplit(5).seed(42));
    plans.put("RandomForest", RandomForest.trees(300).seed(42));
    plans.put("SupportVectors", SupportVectors.rbf());
    plans.put("LogisticRegression L1", LogisticRegression.withDefaults().l1(1));
    plans.put("NeuralNetwork 32", NeuralNetwork.layers(32).seed(42));
    plans.put("NeuralNetwork 32 × 3", NeuralNetwork.layers(32).members(3).seed(42));
    CrossValidation five = CrossValidation.folds(5).repeats(5).seed(42);
    CrossValidation quarter = CrossValidation.folds(4).repeats(5).seed(42);
    System.out.println(
        "\nplan                  5 × 5 folds: AUC ± sd, F1 of all | 75/25, 20 splits: AUC ± sd, F1 ± sd");
    plans.forEach(
        (name, plan) ->
            System.out.println(
                line(name, five.evaluate(plan, customers), quarter.evaluate(plan, customers))));
  }

  private static String line(String name, CrossValidated five, CrossValidated quarter) {
    return String.format(
        Locale.ROOT,
        "%-21s %.4f ± %.4f  %.4f               | %.4f ± %.4f  %.4f ± %.4f",
        name,
        five.mean(Metric.AUC),
        five.deviation(Metric.AUC),
        five.pooled(Metric.F1),
        quarter.mean(Metric.AUC),
        quarter.deviation(Metric.AUC),
        quarter.mean(Metric.F1),
        quarter.deviation(Metric.F1));
  }

  /** Profit stays out: it is for choosing whom to keep, not for telling who declines. */
  private static CustomerFeatures features(Table customers) {
    return CustomerFeatures.from(
        customers,
        c ->
            c.id("id")
                .target("Покупательская активность", "Снизилась")
                .numeric(NUMBERS)
                .numeric("Выручка_" + MONTHS[0], "Выручка_" + MONTHS[1], "Выручка_" + MONTHS[2])
                .numeric("минут_" + MONTHS[1], "минут_" + MONTHS[2])
                .categorical("Популярная_категория", "Разрешить сообщать")
                .ordinal("Тип сервиса", "стандарт", "премиум"));
  }

  private Join join() throws IOException {
    Table market = read("market_file.csv", Schema.columns().id("id").number(NUMBERS));
    Table revenue =
        Repair.of(read("market_money.csv", Schema.columns().id("id").number("Выручка")), "id")
            .outliers("Выручка", OutlierRule.above(100_000), Replacement.median())
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
    Table minutes =
        Repair.of(read("market_time.csv", Schema.columns().id("id").integer("минут")), "id")
            .alias("Период", "предыдцщий_месяц", MONTHS[1])
            .toTable();
    return Join.inner(
            Repair.of(market, "id").alias("Тип сервиса", "стандартт", "стандарт").toTable())
        .oneToOne(active, "id")
        .oneToOne(wide(minutes, "минут", MONTHS[1], MONTHS[2]), "id")
        .oneToOne(read("money.csv", Schema.columns().id("id").number("Прибыль")), "id");
  }

  private static Table wide(Table longForm, String value, String... periods) {
    return Wide.from(longForm).id("id").period("Период").value(value).periods(periods).toTable();
  }

  private Table read(String file, Schema columns) throws IOException {
    return Tables.csv(folder.resolve(file), columns);
  }
}
