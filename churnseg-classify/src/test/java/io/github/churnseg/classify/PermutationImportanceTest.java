package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.ClassifierModel;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermutationImportanceTest {

  private static final CustomerFeatures TRAINING = Shop.customers(Shop.table(400, 1, 1));
  private static final CustomerFeatures HELD_OUT = Shop.customers(Shop.table(300, 1, 2));
  private static final PermutationImportance PLAN = PermutationImportance.repeats(10).seed(4);

  @Test
  void findsWhatMattersAndWhichWay() {
    ImportanceReport report = PLAN.evaluate(RandomForest.trees(50).seed(1).fit(TRAINING), HELD_OUT);
    assertThat(report.of("silent").importance()).isGreaterThan(0.05);
    assertThat(report.of("silent").sign()).contains("raises");
    assertThat(report.of("spend").sign()).contains("lowers");
    assertThat(report.of("tariff").sign()).contains("lowers");
    assertThat(report.of("city").importance()).isGreaterThan(0.02);
    assertThat(report.of("city").direction()).isNaN();
    assertThat(report.of("noise0").importance()).isCloseTo(0, within(0.01));
    assertThat(report.columns().get(4).column()).isEqualTo("noise0");
    assertThat(report.columns()).allMatch(one -> one.spread() > 0 && one.spread() < 0.05);
    assertThat(report.unit()).isEqualTo("loss of AUC");
    assertThat(report.toString())
        .startsWith("300 customers, 10 shuffles a column, AUC 0.")
        .contains("unshuffled, direction towards left\n");
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(report.toTable().columnNames())
        .containsExactly("column", "importance", "spread", "direction", "sign");
    assertThat(report.toTable().rowCount()).isEqualTo(5);
  }

  /** The city alone decides, so shuffling it as one column leaves what two strangers agree on. */
  @Test
  void shufflesAColumnOfCategoriesAsOne() {
    CustomerFeatures cities =
        CustomerFeatures.from(
            Shop.table(900, 0, 1),
            c -> c.id("customer").categorical("city").numeric("silent").target("tariff"));
    Labels labels =
        Labels.of(
                IntStream.range(0, 900)
                    .mapToObj(row -> cities.categorical("city").value(row).orElseThrow())
                    .toList())
            .positive("Tver");
    ClassifierModel model = DecisionTree.withDefaults().fit(cities, labels);
    ImportanceReport report =
        PLAN.metric(Metric.ACCURACY).evaluate(model, cities, labels, (stage, done) -> {});
    double same = labels.counts().values().stream().mapToDouble(n -> n / 900.0 * (n / 900.0)).sum();
    assertThat(report.of("city").importance()).isCloseTo(1 - same, within(0.02));
    assertThat(report.of("silent").importance()).isZero();
    assertThat(report.of("silent").sign()).isEmpty();
  }

  @Test
  void losesAreRisesWhereLessIsBetter() {
    ClassifierModel model = LogisticRegression.withDefaults().fit(TRAINING);
    ImportanceReport report = PLAN.metric(Metric.LOG_LOSS).evaluate(model, HELD_OUT);
    assertThat(report.unit()).isEqualTo("rise of log-loss");
    assertThat(report.of("silent").importance()).isGreaterThan(0.1);
  }

  @Test
  void columnsTheModelDoesNotReadAreNotThere() {
    ClassifierModel model =
        LogisticRegression.withDefaults()
            .preprocessing(Preprocessing.withDefaults().columns("silent", "city"))
            .fit(TRAINING);
    assertThat(PLAN.evaluate(model, HELD_OUT).columns())
        .extracting(ColumnImportance::column)
        .containsExactlyInAnyOrder("silent", "city");
  }

  @Test
  void neitherThreadsNorOrderShow() {
    ClassifierModel model = LogisticRegression.withDefaults().fit(TRAINING);
    int[] reversed = IntStream.range(0, 300).map(row -> 299 - row).toArray();
    ImportanceReport one = in(1, model, HELD_OUT);
    ImportanceReport other = in(4, model, HELD_OUT.select(reversed));
    assertThat(other.columns()).isEqualTo(one.columns());
    assertThat(PLAN.seed(5).evaluate(model, HELD_OUT).columns()).isNotEqualTo(one.columns());
  }

  private static ImportanceReport in(
      int threads, ClassifierModel model, CustomerFeatures customers) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> PLAN.evaluate(model, customers)).join();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    ClassifierModel model = LogisticRegression.withDefaults().fit(TRAINING);
    assertThatThrownBy(() -> PermutationImportance.repeats(1))
        .hasMessage("repeats=1 leaves no spread; choose 2 or more");
    assertThatThrownBy(() -> PLAN.evaluate(model, HELD_OUT.select(3)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("1 customers: there is nothing to shuffle; give two or more");
    assertThatThrownBy(
            () ->
                PLAN.evaluate(
                    model,
                    HELD_OUT.select(0, 1, 2),
                    Labels.of(List.of("left", "left", "left")),
                    (stage, done) -> {}))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("there is no AUC for these customers (3 customers: left 3)");
    CustomerFeatures unlabelled =
        CustomerFeatures.from(
            Shop.table(5, 0, 1), c -> c.id("customer").numeric("silent", "spend"));
    assertThatThrownBy(() -> PLAN.evaluate(model, unlabelled)).hasMessageContaining("no labels");
    assertThat(PLAN).hasToString("PermutationImportance.repeats(10).metric(AUC).seed(4)");
  }
}
