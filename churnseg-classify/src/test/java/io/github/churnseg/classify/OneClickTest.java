package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop 'В один клик', as the reference projects classify it, but honestly. */
class OneClickTest {

  @Test
  void isRepairedAsDescribed() {
    CustomerFeatures customers = OneClick.customers();
    assertThat(customers.labels().orElseThrow())
        .hasToString("1297 customers: Прежний уровень 802, Снизилась (positive) 495");
  }

  static Object[][] plans() {
    return new Object[][] {
      {LogisticRegression.withDefaults().l1(1), 0.89},
      {DecisionTree.withDefaults(), 0.84},
      {NearestNeighbours.k(15).weightedByDistance(), 0.90},
      {SupportVectors.rbf(), 0.90},
      {RandomForest.trees(60).seed(42), 0.90},
      {ExtraTrees.trees(100).leastSplit(5).seed(42), 0.918},
      {GradientBoosting.rounds(100).seed(42), 0.89},
      {NeuralNetwork.layers(32).seed(42), 0.90},
    };
  }

  /**
   * One deal of five folds is within .01 of the mean of many; scikit-learn has .905, -, -, .914,
   * .916, .924, - and .910 for these.
   */
  @ParameterizedTest
  @MethodSource("plans")
  void ranksThoseWhoDeclineFirst(Classifier plan, double atLeast) {
    CrossValidated result = CrossValidation.folds(5).seed(7).evaluate(plan, OneClick.customers());
    assertThat(result.mean(Metric.AUC)).isGreaterThan(atLeast);
  }

  /** Five deals give .866 ± .003; this is one of them. */
  @Test
  void findsThoseWhoDecline() {
    CrossValidated result =
        CrossValidation.folds(5)
            .seed(7)
            .evaluate(ExtraTrees.trees(100).leastSplit(5).seed(42), OneClick.customers());
    assertThat(result.pooled(Metric.F1)).isGreaterThan(0.85);
    assertThat(result.evaluation().warnings()).isEmpty();
  }
}
