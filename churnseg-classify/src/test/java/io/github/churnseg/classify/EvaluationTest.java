package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class EvaluationTest {

  private static final Offset<Double> EXACT = within(1e-9);

  private static CustomerFeatures customers(int rows) {
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, rows).mapToObj(row -> "c" + row)),
            DoubleColumn.create("x", IntStream.range(0, rows).mapToDouble(row -> row * row % 11))),
        c -> c.id("id").numeric("x"));
  }

  private static Predictions binary(Optional<String> positive, double... left) {
    double[] both =
        Arrays.stream(left).flatMap(p -> Arrays.stream(new double[] {p, 1 - p})).toArray();
    return new Predictions(customers(left.length), List.of("left", "stayed"), positive, both);
  }

  private static final Labels TRUTH =
      Labels.of(
          List.of(
              "left", "stayed", "left", "left", "stayed", "stayed", "left", "stayed", "stayed",
              "stayed"));

  private static final double[] RISKS = {.9, .8, .7, .6, .6, .4, .3, .3, .2, .1};

  /** scikit-learn 1.2.1: roc_auc_score, average_precision_score, log_loss, brier_score_loss … */
  @Test
  void agreesWithScikitLearn() {
    Evaluation evaluation = Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH);
    assertThat(evaluation.auc()).isCloseTo(0.75, EXACT);
    assertThat(evaluation.get(Metric.PR_AUC)).isCloseTo(0.6916666666666667, EXACT);
    assertThat(evaluation.get(Metric.LOG_LOSS)).isCloseTo(0.58985671666735, EXACT);
    assertThat(evaluation.get(Metric.BRIER)).isCloseTo(0.205, EXACT);
    assertThat(evaluation.get(Metric.PRECISION)).isCloseTo(0.6, EXACT);
    assertThat(evaluation.get(Metric.RECALL)).isCloseTo(0.75, EXACT);
    assertThat(evaluation.f1()).isCloseTo(2 / 3.0, EXACT);
    assertThat(evaluation.accuracy()).isCloseTo(0.7, EXACT);
    assertThat(evaluation.size()).isEqualTo(10);
    assertThat(evaluation.confusion("left", "stayed")).isEqualTo(1);
    assertThat(evaluation.confusion("stayed", "left")).isEqualTo(2);
  }

  @Test
  void withoutAPositiveClassTheMeanOverClassesIsTaken() {
    Evaluation evaluation = Evaluation.of(binary(Optional.empty(), RISKS), TRUTH);
    assertThat(evaluation.perClass()).hasSize(2);
    assertThat(evaluation.f1())
        .isCloseTo(
            evaluation.perClass().stream().mapToDouble(ClassEvaluation::f1).average().orElseThrow(),
            EXACT);
  }

  @Test
  void threeClasses() {
    Predictions predictions =
        new Predictions(
            customers(4),
            List.of("a", "b", "c"),
            Optional.empty(),
            new double[] {.7, .2, .1, .1, .6, .3, .2, .5, .3, .1, .1, .8});
    Evaluation evaluation = Evaluation.of(predictions, Labels.of(List.of("a", "b", "c", "c")));
    assertThat(evaluation.accuracy()).isEqualTo(0.75);
    assertThat(evaluation.get(Metric.LOG_LOSS))
        .isCloseTo(-(Math.log(.7) + Math.log(.6) + Math.log(.3) + Math.log(.8)) / 4, EXACT);
    assertThat(evaluation.perClass().get(2).recall()).isEqualTo(0.5);
    assertThat(evaluation.confusionTable().columnNames())
        .containsExactly("actual", "predicted a", "predicted b", "predicted c");
    assertThat(evaluation.toTable().rowCount()).isEqualTo(Metric.values().length);
    assertThat(evaluation.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(evaluation.toString()).startsWith("4 customers, mean over the classes");
  }

  @Test
  void figuresThatDoNotExistAreNoNumbers() {
    Evaluation evaluation =
        Evaluation.of(binary(Optional.of("left"), .2, .3), Labels.of(List.of("stayed", "stayed")));
    assertThat(evaluation.auc()).isNaN();
    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.get(Metric.PRECISION)).isZero();
  }

  @Test
  void saysWhatDoesNotFit() {
    Predictions predictions = binary(Optional.of("left"), .2, .3);
    assertThatThrownBy(() -> Evaluation.of(predictions, TRUTH))
        .hasMessage("2 predictions but 10 labels; give one a customer");
    assertThatThrownBy(() -> Evaluation.of(predictions, Labels.of(List.of("left", "gone"))))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "row 1 is of class 'gone', which the model does not know; it tells apart [left, stayed]");
    Evaluation evaluation = Evaluation.of(predictions, Labels.of(List.of("left", "stayed")));
    assertThatThrownBy(() -> evaluation.confusion("gone", "left"))
        .hasMessage("no class 'gone'; there are [left, stayed]");
  }

  @Test
  void foldsHoldTheirShareOfEachClassAndEverybodyIsPredictedOnce() {
    CustomerFeatures customers = customers(53);
    Labels labels =
        Labels.of(IntStream.range(0, 53).mapToObj(row -> row % 4 == 0 ? "left" : "stayed").toList())
            .positive("left");
    CrossValidated result =
        CrossValidation.folds(5)
            .repeats(3)
            .seed(1)
            .evaluate(Baseline.prior(), customers, labels, (stage, done) -> {});
    assertThat(result.folds()).hasSize(15);
    assertThat(result.folds()).allMatch(fold -> fold.size() == 10 || fold.size() == 11);
    assertThat(result.folds())
        .allMatch(fold -> fold.perClass().get(0).customers() >= 2)
        .allMatch(fold -> fold.perClass().get(0).customers() <= 3);
    assertThat(result.mean(Metric.AUC)).isEqualTo(0.5);
    assertThat(result.deviation(Metric.AUC)).isZero();
    assertThat(result.outOfFold().size()).isEqualTo(53);
    assertThat(result.outOfFold(2).probability(0)).isBetween(0.2, 0.3);
    assertThat(result.pooled(Metric.ACCURACY)).isCloseTo(39 / 53.0, EXACT);
    assertThat(result.toTable().rowCount()).isEqualTo(15);
    assertThat(result.toString())
        .startsWith("Baseline.prior(): 5 folds, 3 repeats, 53 customers, positive class left\n");
  }

  @Test
  void orderOfRowsDoesNotMatterForTheFolds() {
    CustomerFeatures customers = customers(40);
    Labels labels =
        Labels.of(IntStream.range(0, 40).mapToObj(row -> row % 3 == 0 ? "a" : "b").toList());
    int[] reversed = IntStream.range(0, 40).map(row -> 39 - row).toArray();
    CrossValidation plan = CrossValidation.folds(4).seed(2);
    Predictions one =
        plan.evaluate(NearestNeighbours.k(3), customers, labels, (s, d) -> {}).outOfFold();
    Predictions other =
        plan.evaluate(
                NearestNeighbours.k(3),
                customers.select(reversed),
                labels.select(reversed),
                (s, d) -> {})
            .outOfFold();
    for (int row = 0; row < 40; row++) {
      assertThat(other.probability(39 - row, "a")).isEqualTo(one.probability(row, "a"));
    }
  }

  @Test
  void refusesFoldsThatCannotHoldEachClass() {
    assertThatThrownBy(() -> CrossValidation.folds(1)).hasMessage("folds=1; choose 2 or more");
    assertThatThrownBy(() -> CrossValidation.folds(2).repeats(0)).hasMessageContaining("repeats=0");
    assertThatThrownBy(
            () ->
                CrossValidation.folds(5)
                    .evaluate(Baseline.prior(), customers(10), TRUTH, (s, d) -> {}))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "class 'left' has 4 customers but there are 5 folds; choose fewer folds, or leave the"
                + " class out");
    assertThatThrownBy(() -> CrossValidation.folds(2).evaluate(Baseline.prior(), customers(4)))
        .hasMessageContaining("no labels");
    assertThat(CrossValidation.folds(2)).hasToString("CrossValidation.folds(2).repeats(1).seed(0)");
  }

  /** numpy: the structural components of DeLong et al., customer by customer. */
  @Test
  void theIntervalIsThatOfDeLong() {
    Interval interval = Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH).aucInterval();
    assertThat(interval.low()).isCloseTo(0.41860977309258046, EXACT);
    assertThat(interval.high()).isEqualTo(1);
    Interval narrow =
        Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH).aucInterval("stayed", 0.5);
    assertThat(narrow.low()).isGreaterThan(interval.low());
    assertThat(narrow.level()).isEqualTo(0.5);
    assertThat(interval.toString()).startsWith("0.4").endsWith("to 1.0000 (95 %)");
  }

  @Test
  void gainsShareOutEqualProbabilities() {
    Gains gains = Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH).gains();
    assertThat(gains.parts()).hasSize(10);
    // the fourth and fifth have .6 both, one of the two left
    assertThat(gains.parts().get(3).members()).isEqualTo(0.5);
    assertThat(gains.parts().get(4).members()).isEqualTo(0.5);
    assertThat(gains.parts().get(0).lift()).isEqualTo(2.5);
    assertThat(gains.lift(0.3)).isCloseTo(2 / 3.0 / 0.4, EXACT);
    assertThat(gains.gain(1)).isEqualTo(1);
    assertThat(gains.toTable().rowCount()).isEqualTo(10);
    assertThat(gains.toString().lines()).hasSize(12).allMatch(line -> line.length() <= 100);
    assertThat(Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH).gains("left", 30).parts())
        .hasSize(10);
    assertThatThrownBy(() -> gains.gain(0)).hasMessageContaining("share=0.0");
  }

  @Test
  void theCalibrationCurveKeepsEqualsTogether() {
    Evaluation evaluation = Evaluation.of(binary(Optional.of("left"), RISKS), TRUTH);
    CalibrationCurve curve = evaluation.calibration("left", 3);
    assertThat(curve.bins()).extracting(CalibrationBin::customers).containsExactly(4, 3, 3);
    assertThat(curve.bins().get(0).predicted()).isCloseTo(.9 / 4, EXACT);
    assertThat(curve.bins().get(0).observed()).isEqualTo(0.25);
    assertThat(curve.error())
        .isCloseTo((4 * (.25 - .225) + 3 * (1.6 / 3 - 1 / 3.0) + 3 * (.8 - 2 / 3.0)) / 10, EXACT);
    assertThat(curve.toTable().rowCount()).isEqualTo(3);
    assertThat(curve.toString()).startsWith("calibration of left, expected error 0.110");
    assertThat(evaluation.calibration().bins()).hasSizeBetween(5, 10);
  }

  @Test
  void aBaselineAndTheBestColumnStandBeside() {
    CustomerFeatures customers = ModelSearchTest.customers(300, 2);
    CrossValidated result =
        CrossValidation.folds(3).evaluate(LogisticRegression.withDefaults(), customers);
    Evaluation evaluation = result.evaluation();
    assertThat(evaluation.baseline().auc()).isEqualTo(0.5);
    assertThat(evaluation.baseline().get(Metric.LOG_LOSS))
        .isGreaterThan(evaluation.get(Metric.LOG_LOSS));
    assertThat(evaluation.features()).extracting(FeatureAuc::column).endsWith("z");
    assertThat(evaluation.bestFeature().orElseThrow().auc()).isBetween(0.6, evaluation.auc());
    assertThat(evaluation.warnings()).isEmpty();
    assertThat(evaluation.toString())
        .contains("baseline  0.5000")
        .contains("only ")
        .contains("by DeLong's method");
    assertThat(evaluation.toString().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void whatTheEyeWouldMissIsWarnedOf() {
    CustomerFeatures customers = ModelSearchTest.customers(300, 2);
    Evaluation majority =
        CrossValidation.folds(3).evaluate(Baseline.majority(), customers).evaluation();
    assertThat(majority.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.ONE_CLASS_PREDICTED, Warning.Kind.WORSE_THAN_ONE_COLUMN);
    assertThat(majority.toString())
        .contains("warning: everybody is predicted to be of class 'stayed'");
    Evaluation never =
        Evaluation.of(
            new Predictions(
                customers(4),
                List.of("a", "b", "c"),
                Optional.empty(),
                new double[] {.7, .2, .1, .1, .6, .3, .2, .5, .3, .6, .2, .2}),
            Labels.of(List.of("a", "b", "b", "a")));
    assertThat(never.warnings())
        .extracting(Warning::text)
        .contains("the model knows class 'c' but no customer here is of it");
  }
}
