package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class PartialDependenceTest {

  private static final Table TABLE = Shop.table(200, 0, 1);
  private static final CustomerFeatures CUSTOMERS = Shop.customers(TABLE);
  private static final ClassifierModel FOREST = RandomForest.trees(30).seed(1).fit(CUSTOMERS);
  private static final ClassifierModel LINEAR = LogisticRegression.withDefaults().fit(CUSTOMERS);

  @Test
  void isTheMeanOfEverybodyWithThatValue() {
    DependenceCurve curve = PartialDependence.points(7).evaluate(FOREST, CUSTOMERS, "silent");
    assertThat(curve.points()).hasSize(7);
    for (DependencePoint point : curve.points()) {
      Table same = TABLE.copy();
      IntStream.range(0, 200).forEach(row -> same.doubleColumn("silent").set(row, point.number()));
      Predictions predictions = FOREST.predict(Shop.customers(same));
      assertThat(point.probability())
          .isCloseTo(
              IntStream.range(0, 200).mapToDouble(predictions::probability).average().orElseThrow(),
              within(1e-12));
    }
    assertThat(curve.direction()).isGreaterThan(0.5);
    assertThat(curve.range()).isGreaterThan(0.2);
  }

  @Test
  void categoriesHaveAPointEach() {
    DependenceCurve city = PartialDependence.points(2).evaluate(LINEAR, CUSTOMERS, "city");
    assertThat(city.points())
        .extracting(DependencePoint::value)
        .containsExactly("Lima", "Oslo", "Tver");
    assertThat(city.points().get(2).probability())
        .isGreaterThan(city.points().get(0).probability());
    assertThat(city.direction()).isNaN();
    Table tver = TABLE.copy();
    IntStream.range(0, 200).forEach(row -> tver.stringColumn("city").set(row, "Tver"));
    Predictions predictions = LINEAR.predict(Shop.customers(tver));
    assertThat(city.points().get(2).probability())
        .isCloseTo(
            IntStream.range(0, 200).mapToDouble(predictions::probability).average().orElseThrow(),
            within(1e-12));
    DependenceCurve tariff =
        PartialDependence.points(9).forClass("stayed").evaluate(LINEAR, CUSTOMERS, "tariff");
    assertThat(tariff.points())
        .extracting(DependencePoint::value)
        .containsExactly("basic", "plus", "premium");
    assertThat(tariff.className()).isEqualTo("stayed");
    assertThat(tariff.direction()).isEqualTo(1);
  }

  @Test
  void printsAsACurve() {
    DependenceCurve curve = PartialDependence.points(5).evaluate(LINEAR, CUSTOMERS, "spend");
    assertThat(curve.toString()).startsWith("P(left) along spend, mean of 200 customers\nspend");
    assertThat(curve.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(curve.toTable().columnNames())
        .containsExactly("value", "number", "probability", "spread");
    assertThat(curve.column()).isEqualTo("spend");
    assertThat(curve.points()).allMatch(point -> !point.value().equals("missing"));
    assertThat(curve.direction()).isEqualTo(-1);
  }

  @Test
  void refusesWhatMeansNothing() {
    assertThatThrownBy(() -> PartialDependence.points(1))
        .hasMessage("points=1 are no curve; choose 2 or more");
    PartialDependence plan = PartialDependence.points(5);
    assertThat(plan).hasToString("PartialDependence.points(5)");
    assertThatThrownBy(() -> plan.evaluate(LINEAR, CUSTOMERS, "town"))
        .hasMessageContaining("not fitted on a column 'town'");
    assertThatThrownBy(() -> plan.evaluate(LINEAR, CUSTOMERS.select(), "spend"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("nobody has a value in column 'spend'");
  }
}
