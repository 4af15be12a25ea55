package io.github.churnseg.examples;

import io.github.churnseg.classify.Calibrated;
import io.github.churnseg.classify.Churn;
import io.github.churnseg.classify.CrossValidation;
import io.github.churnseg.classify.LabelledModel;
import io.github.churnseg.classify.SupportVectors;
import io.github.churnseg.classify.TargetList;
import io.github.churnseg.classify.Targets;
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
import java.util.Locale;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import tech.tablesaw.api.Table;

/** The target segment of the shop 'В один клик': four dirty files to a list of customers. */
public final class OneClickTargets {

  private static final String[] MONTHS = {
    "препредыдущий_месяц", "предыдущий_месяц", "текущий_месяц"
  };
  private static final String[] REVENUES = {
    "Выручка_препредыдущий_месяц", "Выручка_предыдущий_месяц", "Выручка_текущий_месяц"
  };

  private OneClickTargets() {}

  /**
   * Prints the figures, the counts, the list and the profile.
   *
   * @param args the folder with the four files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: OneClickTargets FOLDER");
      return;
    }
    CustomerFeatures customers = customers(Path.of(args[0]));
    LabelledModel model =
        fit(customers, Calibrated.platt(SupportVectors.rbf()), CrossValidation.folds(5).repeats(5));
    System.out.println(model);
    System.out.printf(
        Locale.ROOT, "profit and revenue of three months: r = %.3f%n%n", correlation(customers));
    TargetList targets = targets(model);
    System.out.println(targets);
    System.out.println(targets.profile());
  }

  static LabelledModel fit(CustomerFeatures customers, Classifier plan, CrossValidation folds) {
    return Churn.asLabelled().classifyWith(plan).measuredBy(folds).fit(customers);
  }

  // region targets
  static TargetList targets(LabelledModel model) {
    return model
        .outOfFold()
        .select(
            Targets.byExpectedLoss("Прибыль")
                .minRisk(0.75)
                .minQuantile("Прибыль", 0.5)
                .min("Акционные_покупки", 0.35)
                .maxQuantile("Маркет_актив_6_мес", 0.5));
  }

  // endregion

  /** How profit goes with revenue: not at all, so neither stands for the other. */
  static double correlation(CustomerFeatures customers) {
    double[] revenue = new double[customers.size()];
    for (String month : REVENUES) {
      double[] some = customers.numeric(month);
      for (int row = 0; row < revenue.length; row++) {
        revenue[row] += some[row];
      }
    }
    return new PearsonsCorrelation().correlation(customers.numeric("Прибыль"), revenue);
  }

  static CustomerFeatures customers(Path folder) throws IOException {
    Table market =
        Tables.csv(
            folder.resolve("market_file.csv"),
            Schema.columns()
                .id("id")
                .number("Маркет_актив_6_мес", "Акционные_покупки")
                .integer(
                    "Маркет_актив_тек_мес",
                    "Длительность",
                    "Средний_просмотр_категорий_за_визит",
                    "Неоплаченные_продукты_штук_квартал",
                    "Ошибка_сервиса",
                    "Страниц_за_визит"));
    Table profit =
        Tables.csv(folder.resolve("money.csv"), Schema.columns().id("id").number("Прибыль"));
    Table all =
        Join.inner(Repair.of(market, "id").alias("Тип сервиса", "стандартт", "стандарт").toTable())
            .oneToOne(revenue(folder), "id")
            .oneToOne(minutes(folder), "id")
            .oneToOne(profit, "id")
            .toTable();
    return CustomerFeatures.from(
        all,
        c ->
            c.id("id")
                .target("Покупательская активность", "Снизилась")
                .numeric(
                    "Маркет_актив_6_мес",
                    "Маркет_актив_тек_мес",
                    "Длительность",
                    "Акционные_покупки",
                    "Средний_просмотр_категорий_за_визит",
                    "Неоплаченные_продукты_штук_квартал",
                    "Ошибка_сервиса",
                    "Страниц_за_визит",
                    "минут_предыдущий_месяц",
                    "минут_текущий_месяц",
                    "Прибыль")
                .numeric(REVENUES)
                .categorical("Популярная_категория", "Разрешить сообщать")
                .ordinal("Тип сервиса", "стандарт", "премиум"));
  }

  /** A column a month, of those who bought in each; one cell is a slip of the pen. */
  private static Table revenue(Path folder) throws IOException {
    Table rows =
        Tables.csv(folder.resolve("market_money.csv"), Schema.columns().id("id").number("Выручка"));
    Table repaired =
        Repair.of(rows, "id")
            .outliers("Выручка", OutlierRule.above(100_000), Replacement.median())
            .toTable();
    Table wide =
        Wide.from(repaired).id("id").period("Период").value("Выручка").periods(MONTHS).toTable();
    return Repair.of(wide, "id")
        .keepWhereAll("> 0 in each month", value -> value > 0, REVENUES)
        .toTable();
  }

  private static Table minutes(Path folder) throws IOException {
    Table rows =
        Tables.csv(folder.resolve("market_time.csv"), Schema.columns().id("id").integer("минут"));
    Table repaired =
        Repair.of(rows, "id").alias("Период", "предыдцщий_месяц", "предыдущий_месяц").toTable();
    return Wide.from(repaired)
        .id("id")
        .period("Период")
        .value("минут")
        .periods(MONTHS[1], MONTHS[2])
        .toTable();
  }
}
