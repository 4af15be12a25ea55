package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

class ExplainerTest {

  private static final Table TABLE = Shop.table(400, 0, 1);
  private static final CustomerFeatures CUSTOMERS = Shop.customers(TABLE);
  private static final ClassifierModel LINEAR = LogisticRegression.withDefaults().fit(CUSTOMERS);

  static Classifier[] plans() {
    return new Classifier[] {
      LogisticRegression.withDefaults(),
      RandomForest.trees(20).seed(1),
      GradientBoosting.rounds(20).seed(1),
      NearestNeighbours.k(9),
    };
  }

  /** Somebody with a known spend, whose risk is above one half. */
  private static int leaver(ClassifierModel model) {
    return IntStream.range(0, 400)
        .filter(row -> !Double.isNaN(CUSTOMERS.numeric("spend")[row]))
        .filter(row -> model.predict(CUSTOMERS.select(row)).probability(0) > 0.55)
        .findFirst()
        .orElseThrow();
  }

  private static double changed(ClassifierModel model, int row, String column, double value) {
    Table one = TABLE.rows(row);
    one.doubleColumn(column).set(0, value);
    return model.predict(Shop.customers(one)).probability(0);
  }

  /** Every whole day (or tenth of money) tried one by one, from the customer's own outwards. */
  private static OptionalDouble byHand(
      ClassifierModel model, int row, String column, double step, double way) {
    double own = CUSTOMERS.numeric(column)[row];
    double most = column.equals("silent") ? 99 : 49.9;
    double least = column.equals("silent") ? 0 : 1;
    return DoubleStream.iterate(1, count -> count + 1)
        .limit(1000)
        .map(count -> Math.round((own + way * count * step) * 10) / 10.0)
        .takeWhile(value -> value >= least && value <= most)
        .filter(value -> changed(model, row, column, value) < 0.5)
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void findsTheNearestValueThatCrosses(Classifier plan) {
    ClassifierModel model = plan.fit(CUSTOMERS);
    int row = leaver(model);
    String id = CUSTOMERS.id(row);
    Explainer why = Explainer.of(model, CUSTOMERS);
    for (String column : List.of("silent", "spend")) {
      double step = column.equals("silent") ? 1 : 0.1;
      Optional<SuggestedChange> down =
          why.actionable(Actionable.column(column).onlyDown())
              .explain(CUSTOMERS, id)
              .smallestChange();
      Optional<SuggestedChange> up =
          why.actionable(Actionable.column(column).onlyUp())
              .explain(CUSTOMERS, id)
              .smallestChange();
      assertThat(down.map(SuggestedChange::number))
          .isEqualTo(boxed(byHand(model, row, column, step, -1)));
      assertThat(up.map(SuggestedChange::number))
          .isEqualTo(boxed(byHand(model, row, column, step, 1)));
      up.ifPresent(
          change -> {
            assertThat(change.probability())
                .isCloseTo(changed(model, row, column, change.number()), within(1e-12))
                .isLessThan(0.5);
            assertThat(change.passed()).isBetween(0.0, 1.0);
          });
    }
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  @Test
  void crossesUpwardsForThoseBelow() {
    int row =
        IntStream.range(0, 400)
            .filter(one -> LINEAR.predict(CUSTOMERS.select(one)).probability(0) < 0.4)
            .findFirst()
            .orElseThrow();
    Explanation why =
        Explainer.of(LINEAR, CUSTOMERS)
            .threshold(0.4)
            .actionable("silent", "city")
            .explain(CUSTOMERS, CUSTOMERS.id(row));
    assertThat(why.changes()).isNotEmpty();
    assertThat(why.changes()).allMatch(change -> change.probability() >= 0.4);
    assertThat(why.changes()).isSortedAccordingTo((a, b) -> Double.compare(a.passed(), b.passed()));
  }

  @Test
  void saysItInWords() {
    int row = leaver(LINEAR);
    Explainer plan = Explainer.of(LINEAR, CUSTOMERS).actionable("silent");
    Explanation why = plan.explain(CUSTOMERS, CUSTOMERS.id(row));
    SuggestedChange change = why.smallestChange().orElseThrow();
    assertThat(why.toString())
        .startsWith("Customer " + CUSTOMERS.id(row) + ": P(left) = 0.")
        .contains(", at or above the threshold 0.5; the mean customer has 0.")
        .contains("for ")
        .contains(
            "Smallest single change that crosses it: silent from %s to %s, which gives 0."
                .formatted(change.from(), change.to()));
    assertThat(why.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(why.toTable().columnNames())
        .containsExactly("reason", "column", "value", "typical", "effect");
    assertThat(plan.toString()).contains("threshold 0.5, actionable [silent]");
  }

  @Test
  void reasonsAreTheStrongestEffectsInPoints() {
    int row = leaver(LINEAR);
    ShapValues shap =
        Shap.against(CUSTOMERS).onProbabilities().explain(LINEAR, CUSTOMERS.select(row));
    Explanation why =
        Explainer.of(LINEAR, CUSTOMERS).reasons(1).explain(CUSTOMERS.select(row)).get(0);
    assertThat(why.reasonsFor()).hasSize(1);
    Reason first = why.reasonsFor().get(0);
    assertThat(first.effect())
        .isCloseTo(
            shap.columns().stream().mapToDouble(name -> shap.value(0, name)).max().orElseThrow(),
            within(1e-12));
    assertThat(why.reasonsAgainst()).allMatch(reason -> reason.effect() < 0);
    Explanation all =
        Explainer.of(LINEAR, CUSTOMERS).reasons(9).explain(CUSTOMERS.select(row)).get(0);
    double sum =
        all.reasonsFor().stream().mapToDouble(Reason::effect).sum()
            + all.reasonsAgainst().stream().mapToDouble(Reason::effect).sum();
    assertThat(all.base() + sum).isCloseTo(all.probability(), within(0.002));
    Reason silent =
        Stream.concat(all.reasonsFor().stream(), all.reasonsAgainst().stream())
            .filter(reason -> reason.column().equals("silent"))
            .findFirst()
            .orElseThrow();
    assertThat(Double.parseDouble(silent.value())).isEqualTo(CUSTOMERS.numeric("silent")[row]);
    assertThat(Double.parseDouble(silent.typical())).isBetween(40.0, 60.0);
  }

  @Test
  void saysWhereNoSingleChangeCrosses() {
    int row = leaver(LINEAR);
    double own = CUSTOMERS.numeric("silent")[row];
    Explainer why = Explainer.of(LINEAR, CUSTOMERS);
    Explanation stuck =
        why.actionable(Actionable.column("silent").between(own, own + 5))
            .explain(CUSTOMERS, CUSTOMERS.id(row));
    assertThat(stuck.smallestChange()).isEmpty();
    assertThat(stuck.toString()).contains("No single change crosses it, of: silent between ");
    assertThat(why.explain(CUSTOMERS, CUSTOMERS.id(row)).toString())
        .contains("No column was named as actionable; name some with actionable(…).");
  }

  @Test
  void limitsAreReachedButNotPassed() {
    int row = leaver(LINEAR);
    double to =
        Explainer.of(LINEAR, CUSTOMERS)
            .actionable("silent")
            .explain(CUSTOMERS, CUSTOMERS.id(row))
            .smallestChange()
            .orElseThrow()
            .number();
    Actionable justFar = Actionable.column("silent").between(to, 99);
    Actionable tooShort = Actionable.column("silent").between(to + 0.5, 99);
    Explainer why = Explainer.of(LINEAR, CUSTOMERS);
    assertThat(why.actionable(justFar).explain(CUSTOMERS, CUSTOMERS.id(row)).smallestChange())
        .isPresent();
    assertThat(why.actionable(tooShort).explain(CUSTOMERS, CUSTOMERS.id(row)).smallestChange())
        .isEmpty();
  }

  @Test
  void aMissingValueIsShownButNotChanged() {
    int row =
        IntStream.range(0, 400)
            .filter(one -> Double.isNaN(CUSTOMERS.numeric("spend")[one]))
            .findFirst()
            .orElseThrow();
    Explanation why =
        Explainer.of(LINEAR, CUSTOMERS)
            .reasons(4)
            .actionable("spend")
            .explain(CUSTOMERS, CUSTOMERS.id(row));
    assertThat(why.smallestChange()).isEmpty();
    assertThat(List.of(why.reasonsFor(), why.reasonsAgainst()).toString())
        .contains("column=spend, value=missing");
  }

  @Test
  void refusesWhatMeansNothing() {
    Explainer why = Explainer.of(LINEAR, CUSTOMERS);
    assertThatThrownBy(() -> why.actionable("spent"))
        .hasMessage(
            "the model was not fitted on a column 'spent'; it was on [city, silent, spend, tariff]");
    assertThatThrownBy(() -> why.actionable("city", "city"))
        .hasMessage("column 'city' is actionable twice; name it once");
    assertThatThrownBy(() -> why.threshold(1)).hasMessageContaining("threshold=1.0");
    assertThatThrownBy(() -> why.reasons(0)).hasMessage("reasons=0; choose 1 or more");
    assertThatThrownBy(() -> Actionable.column("city").between(2, 1))
        .hasMessage("column 'city' between 2.0 and 1.0 holds no value; give the lower limit first");
    assertThatThrownBy(() -> why.explain(CUSTOMERS, "nobody"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no customer 'nobody' among these 400");
    assertThatThrownBy(() -> Explainer.of(LINEAR, CUSTOMERS.select()))
        .isInstanceOf(InvalidDataException.class);
    assertThat(Actionable.column("silent").onlyDown().between(0, 12.5))
        .hasToString("silent down between 0 and 12.5");
  }
}
