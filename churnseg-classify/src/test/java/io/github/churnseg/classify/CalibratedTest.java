package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibratedTest {

  private static final double[] GIVEN = {
    .05, .1, .1, .2, .3, .35, .4, .5, .6, .65, .7, .8, .9, .95, 1.0, 0.0
  };
  private static final boolean[] YES = {
    false, false, true, false, false, true, false, false,
    true, false, true, true, true, true, true, false
  };

  /** scikit-learn 1.2.1, calibration._sigmoid_calibration of the same logits. */
  @Test
  void theSigmoidIsThatOfScikitLearn() {
    PlattCurve curve = PlattCurve.fit(GIVEN, YES);
    assertThat(curve.sigmoid().slope()).isCloseTo(0.7569303372643228, within(1e-5));
    assertThat(curve.sigmoid().offset()).isCloseTo(0.09643528789996508, within(1e-5));
    assertThat(curve.of(0.25)).isCloseTo(0.34823187145112605, within(1e-5));
  }

  /**
   * scikit-learn 1.2.1, IsotonicRegression(out_of_bounds="clip"); its shares of 0 and 1 are ours of
   * 1 and 17 in 18.
   */
  @Test
  void theStepsAreThoseOfScikitLearn() {
    IsotonicCurve curve = IsotonicCurve.fit(GIVEN, YES);
    double[] at = {.1, .15, .25, .45, .55, .62};
    double[] expected = {.25, .25, .25, 1 / 3.0, .41666666666666674, .5};
    for (int i = 0; i < at.length; i++) {
      assertThat(curve.of(at[i])).as("at " + at[i]).isCloseTo(expected[i], within(1e-12));
    }
    assertThat(curve.of(0)).isEqualTo(1 / 18.0);
    assertThat(curve.of(1)).isEqualTo(17 / 18.0);
  }

  @Property(tries = 200)
  void curvesNeverFall(
      @ForAll @Size(min = 4, max = 40) List<@DoubleRange(min = 0, max = 1) Double> given,
      @ForAll long seed) {
    double[] probabilities = given.stream().mapToDouble(Double::doubleValue).toArray();
    boolean[] yes = new boolean[probabilities.length];
    for (int row = 0; row < yes.length; row++) {
      yes[row] = (seed >>> row & 1) == 1;
    }
    for (Curve curve :
        List.of(PlattCurve.fit(probabilities, yes), IsotonicCurve.fit(probabilities, yes))) {
      double before = 0;
      for (int step = 0; step <= 100; step++) {
        double now = curve.of(step / 100.0);
        assertThat(now).isBetween(before, 1.0);
        before = now;
      }
    }
  }

  @Test
  void theOrderStaysAndProbabilitiesBearOut() {
    CustomerFeatures customers = ModelSearchTest.customers(1200, 8);
    int[] half = IntStream.range(0, 600).toArray();
    CustomerFeatures training = customers.select(half);
    CustomerFeatures later = customers.select(IntStream.range(600, 1200).toArray());
    // trees that grow to the end are far too certain
    DecisionTree plan = DecisionTree.withDefaults().leastSplit(8);
    Predictions raw = plan.fit(training).predict(later);
    Predictions calibrated = Calibrated.platt(plan).fit(training).predict(later);
    Evaluation before = Evaluation.of(raw, later.labels().orElseThrow());
    Evaluation after = Evaluation.of(calibrated, later.labels().orElseThrow());
    assertThat(after.auc()).isEqualTo(before.auc());
    assertThat(after.get(Metric.LOG_LOSS)).isLessThan(0.8 * before.get(Metric.LOG_LOSS));
    assertThat(after.get(Metric.BRIER)).isLessThan(before.get(Metric.BRIER));
  }

  @Test
  void isotonicNeedsAThousandRows() {
    CustomerFeatures customers = ModelSearchTest.customers(1000, 8);
    Calibrated plan = Calibrated.isotonic(NearestNeighbours.k(5)).seed(3).folds(4);
    assertThat(plan.fit(customers).toString())
        .endsWith("calibrated by an isotonic curve on 1000 rows out of fold");
    ClassifierModel small = plan.fit(customers.select(IntStream.range(0, 999).toArray()));
    assertThat(small.toString())
        .endsWith(
            "calibrated by a sigmoid on 999 rows out of fold, since an isotonic curve needs 1000"
                + " rows");
    assertThat(plan).hasToString("Calibrated.isotonic(NearestNeighbours.k(5))");
    assertThat(plan.classifier()).hasToString("NearestNeighbours.k(5)");
  }

  @Test
  void refusesOneFold() {
    assertThatThrownBy(() -> Calibrated.platt(Baseline.prior()).folds(1))
        .hasMessage("folds=1; choose 2 or more");
  }

  @Test
  void tellsWhatItDoes() {
    CustomerFeatures customers = ModelSearchTest.customers(400, 8);
    CalibrationReport report =
        Calibrated.platt(DecisionTree.withDefaults().leastSplit(8))
            .evaluate(CrossValidation.folds(4).seed(1), customers);
    assertThat(report.after().mean(Metric.LOG_LOSS))
        .isLessThan(report.before().mean(Metric.LOG_LOSS));
    assertThat(report.toTable().doubleColumn("after").get(0))
        .isLessThan(report.toTable().doubleColumn("before").get(0));
    assertThat(report.toString()).contains("calibration error").contains("Brier");
  }
}
