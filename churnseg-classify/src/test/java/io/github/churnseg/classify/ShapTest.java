package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class ShapTest {

  private static final Classifier[] PLANS = {
    LogisticRegression.withDefaults(),
    DecisionTree.withDefaults(),
    RandomForest.trees(12).seed(1),
    ExtraTrees.trees(12).seed(1),
    GradientBoosting.rounds(15).seed(1),
    NearestNeighbours.k(5),
    SupportVectors.rbf(),
    Baseline.prior(),
    NeuralNetwork.layers(4).epochs(5).seed(1),
  };

  static Classifier[] plans() {
    return PLANS.clone();
  }

  /**
   * Shapley's formula, from nothing but predictions of customers whose cells were exchanged: an
   * implementation apart from the library's.
   */
  private static double[] byHand(
      ClassifierModel model, Table background, Table customers, int row, ShapScale scale) {
    List<String> columns =
        background.columnNames().stream()
            .filter(name -> !List.of("customer", "status").contains(name))
            .sorted()
            .toList();
    double[] worth = new double[1 << columns.size()];
    for (int subset = 0; subset < worth.length; subset++) {
      Table mixed = background.copy();
      for (int column = 0; column < columns.size(); column++) {
        if ((subset & 1 << column) != 0) {
          fill(mixed.column(columns.get(column)), customers.column(columns.get(column)), row);
        }
      }
      Predictions predictions = model.predict(Shop.customers(mixed));
      worth[subset] =
          IntStream.range(0, mixed.rowCount())
              .mapToDouble(predictions::probability)
              .map(p -> scale == ShapScale.PROBABILITY ? p : Math.log(p / (1 - p)))
              .average()
              .orElseThrow();
    }
    double[] values = new double[columns.size()];
    for (int column = 0; column < values.length; column++) {
      for (int subset = 0; subset < worth.length; subset++) {
        if ((subset & 1 << column) == 0) {
          int size = Integer.bitCount(subset);
          values[column] +=
              factorial(size)
                  * factorial(values.length - size - 1)
                  / factorial(values.length)
                  * (worth[subset | 1 << column] - worth[subset]);
        }
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked")
  private static <T> void fill(Column<T> to, Column<?> from, int row) {
    for (int other = 0; other < to.size(); other++) {
      to.set(other, (Column<T>) from, row);
    }
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void agreesWithShapleysFormula(Classifier plan) {
    Table background = Shop.table(25, 0, 3);
    Table customers = Shop.table(6, 0, 4);
    ClassifierModel model = plan.fit(Shop.customers(90, 2));
    ShapValues shap =
        Shap.against(Shop.customers(background)).explain(model, Shop.customers(customers));
    for (int row = 0; row < customers.rowCount(); row++) {
      double[] expected = byHand(model, background, customers, row, shap.scale());
      for (int column = 0; column < expected.length; column++) {
        assertThat(shap.value(row, shap.columns().get(column)))
            .as("row %d, %s", row, shap.columns().get(column))
            .isCloseTo(expected[column], within(1e-9));
      }
    }
  }

  @Test
  void saysOnWhichScaleAndHow() {
    CustomerFeatures customers = Shop.customers(60, 2);
    ShapValues linear = Shap.against(customers).explain(PLANS[0].fit(customers), customers);
    assertThat(linear.scale()).isEqualTo(ShapScale.LOG_ODDS);
    assertThat(linear.method()).isEqualTo("exact for linear models");
    ShapValues boosted = Shap.against(customers).explain(PLANS[4].fit(customers), customers);
    assertThat(boosted.scale()).hasToString("log-odds");
    assertThat(boosted.method()).isEqualTo("exact for trees");
    ShapValues forest = Shap.against(customers).explain(PLANS[2].fit(customers), customers);
    assertThat(forest.scale()).hasToString("probability");
    ShapValues near = Shap.against(customers).explain(PLANS[5].fit(customers), customers);
    assertThat(near.method()).isEqualTo("exact over all subsets of columns");
    assertThat(near.toString())
        .startsWith("SHAP of P(left), 60 customers, exact over all subsets of columns; base 0.");
    assertThat(near.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(near.toTable().columnNames())
        .containsExactly(
            "customer",
            "SHAP(city)",
            "SHAP(silent)",
            "SHAP(spend)",
            "SHAP(tariff)",
            "base",
            "output");
  }

  @Test
  void onProbabilitiesEffectsArePercentagePointsWhateverTheModel() {
    CustomerFeatures customers = Shop.customers(60, 2);
    for (Classifier plan : PLANS) {
      ClassifierModel model = plan.fit(customers);
      ShapValues shap = Shap.against(customers).onProbabilities().explain(model, customers);
      assertThat(shap.scale()).isEqualTo(ShapScale.PROBABILITY);
      assertThat(shap.output(7)).isCloseTo(model.predict(customers).probability(7), within(1e-12));
    }
  }

  @Property(tries = 30)
  void addsUp(@ForAll @IntRange(max = 7) int plan, @ForAll @IntRange(max = 1000) int seed) {
    CustomerFeatures customers = Shop.customers(40, seed);
    ClassifierModel model = PLANS[plan].fit(customers);
    ShapValues shap = Shap.against(customers).backgroundRows(10).explain(model, customers);
    assertThat(shap.additivityGap()).isLessThan(1e-9);
    Predictions predictions = model.predict(customers);
    for (int row = 0; row < shap.size(); row++) {
      int at = row;
      double sum =
          shap.base() + shap.columns().stream().mapToDouble(name -> shap.value(at, name)).sum();
      double p = predictions.probability(row);
      assertThat(sum)
          .isCloseTo(
              shap.scale() == ShapScale.PROBABILITY ? p : Math.log(p / (1 - p)), within(1e-7));
      assertThat(shap.output(row)).isCloseTo(sum, within(1e-9));
    }
  }

  @Test
  void manyColumnsAreDrawnInOrdersWhoseMeanNearsTheFormula() {
    Table table = Shop.table(80, 7, 5);
    CustomerFeatures customers = Shop.customers(table);
    ClassifierModel model = SupportVectors.rbf().fit(customers);
    int[] some = {0, 1, 2, 3, 4, 5, 6, 7};
    Table background = table.rows(some);
    ShapValues shap =
        Shap.against(customers.select(some))
            .permutations(100)
            .seed(3)
            .explain(model, customers.select(11));
    assertThat(shap.method()).isEqualTo("mean over 100 permutations");
    assertThat(shap.additivityGap()).isLessThan(1e-12);
    double[] expected = byHand(model, background, table, 11, ShapScale.PROBABILITY);
    for (int column = 0; column < expected.length; column++) {
      assertThat(shap.value(0, shap.columns().get(column)))
          .isCloseTo(expected[column], within(0.004));
    }
  }

  @Test
  void otherClassesAreExplainedOnRequest() {
    CustomerFeatures customers = Shop.customers(60, 2);
    for (Classifier plan : List.of(PLANS[0], PLANS[2], PLANS[4])) {
      ClassifierModel model = plan.fit(customers);
      ShapValues left = Shap.against(customers).explain(model, customers);
      ShapValues stayed = Shap.against(customers).forClass("stayed").explain(model, customers);
      assertThat(stayed.className()).isEqualTo("stayed");
      assertThat(stayed.value(3, "city")).isCloseTo(-left.value(3, "city"), within(1e-12));
    }
  }

  @Test
  void threeClassesAreExplainedOnTheProbability() {
    Table table = Shop.table(90, 0, 2);
    CustomerFeatures customers =
        CustomerFeatures.from(
            table, c -> c.id("customer").numeric("silent", "spend").target("city"));
    for (Classifier plan : PLANS) {
      ShapValues shap =
          Shap.against(customers).forClass("Oslo").explain(plan.fit(customers), customers);
      assertThat(shap.scale()).isEqualTo(ShapScale.PROBABILITY);
      assertThat(shap.additivityGap()).isLessThan(1e-9);
    }
  }

  @Test
  void neitherThreadsNorOrderShow() {
    Table table = Shop.table(70, 8, 9);
    CustomerFeatures customers = Shop.customers(table);
    int[] reversed = IntStream.range(0, 70).map(row -> 69 - row).toArray();
    for (Classifier plan : List.of(PLANS[0], PLANS[3], PLANS[5])) {
      ClassifierModel model = plan.fit(customers);
      ShapValues one =
          in(1, () -> Shap.against(customers).backgroundRows(20).explain(model, customers));
      CustomerFeatures backwards = customers.select(reversed);
      ShapValues other =
          in(4, () -> Shap.against(backwards).backgroundRows(20).explain(model, backwards));
      for (int row = 0; row < 70; row++) {
        assertThat(other.value(69 - row, "silent")).isEqualTo(one.value(row, "silent"));
      }
    }
  }

  private static ShapValues in(int threads, Callable<ShapValues> work) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).join();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theSummaryRanksAndSigns() {
    CustomerFeatures customers = Shop.customers(Shop.table(300, 2, 1));
    ImportanceReport summary =
        Shap.against(customers).explain(RandomForest.trees(40).fit(customers), customers).summary();
    assertThat(summary.of("silent").sign()).contains("raises");
    assertThat(summary.of("spend").sign()).contains("lowers");
    assertThat(summary.of("tariff").sign()).contains("lowers");
    assertThat(summary.of("city").sign()).isEmpty();
    assertThat(summary.columns().subList(4, 6))
        .extracting(ColumnImportance::column)
        .containsExactlyInAnyOrder("noise0", "noise1");
    double[] values =
        Shap.against(customers)
            .explain(RandomForest.trees(40).fit(customers), customers)
            .values("city");
    assertThat(summary.of("city").importance())
        .isCloseTo(Arrays.stream(values).map(Math::abs).average().orElseThrow(), within(1e-12));
  }

  @Test
  void refusesWhatMeansNothing() {
    CustomerFeatures customers = Shop.customers(40, 2);
    Shap plan = Shap.against(customers);
    ClassifierModel model = PLANS[7].fit(customers);
    assertThatThrownBy(() -> Shap.against(customers.select()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("no background customers");
    assertThatThrownBy(() -> plan.backgroundRows(0))
        .hasMessage("backgroundRows=0; choose 1 or more");
    assertThatThrownBy(() -> plan.permutations(3))
        .hasMessage("permutations=3; choose an even number, 2 or more");
    assertThatThrownBy(() -> plan.forClass("gone").explain(model, customers))
        .hasMessage("no class 'gone'; there are [left, stayed]");
    ShapValues shap = plan.explain(model, customers);
    assertThatThrownBy(() -> shap.value(0, "town"))
        .hasMessage("no column 'town'; there are [city, silent, spend, tariff]");
    assertThatThrownBy(() -> shap.summary().of("town"))
        .hasMessageStartingWith("no column 'town'; there are [city, ");
    CustomerFeatures unnamed =
        CustomerFeatures.from(
            Shop.table(40, 0, 2), c -> c.id("customer").numeric("silent").target("status"));
    assertThatThrownBy(() -> Shap.against(unnamed).explain(PLANS[7].fit(unnamed), unnamed))
        .hasMessageContaining("no class was named as the positive one");
    assertThat(plan)
        .hasToString("Shap.against(40 customers).backgroundRows(100).permutations(10).seed(0)");
  }
}
