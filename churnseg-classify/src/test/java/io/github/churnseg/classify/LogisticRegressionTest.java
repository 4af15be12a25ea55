package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LogisticRegressionTest {

  /** Forty customers by formula, the same as in the script that made the golden numbers. */
  private static CustomerFeatures customers() {
    double[] a = IntStream.range(0, 40).mapToDouble(i -> i * 7 % 11).toArray();
    double[] b = IntStream.range(0, 40).mapToDouble(i -> i * i % 13).toArray();
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, 40).mapToObj(i -> "c" + i)),
            DoubleColumn.create("a", a),
            DoubleColumn.create("b", b),
            StringColumn.create(
                "y",
                IntStream.range(0, 40)
                    .mapToObj(i -> a[i] + i % 5 * 2 - b[i] / 2 > 6 ? "yes" : "no"))),
        c -> c.id("id").numeric("a", "b").target("y", "yes"));
  }

  private static double[] firstThree(LogisticRegression plan) {
    Predictions predictions = plan.fit(customers()).predict(customers());
    return IntStream.range(0, 3).mapToDouble(predictions::probability).toArray();
  }

  /** scikit-learn 1.2.1, LogisticRegression(C=.5, solver='liblinear', tol=1e-8) on z-scores. */
  @Test
  void agreesWithScikitLearn() {
    assertThat(firstThree(LogisticRegression.withDefaults().l2(0.5)))
        .containsExactly(new double[] {0.31359567, 0.84481106, 0.38014524}, within(1e-3));
    assertThat(firstThree(LogisticRegression.withDefaults().l1(0.5)))
        .containsExactly(new double[] {0.30541146, 0.86424868, 0.39013105}, within(1e-3));
  }

  /** The same with class_weight='balanced'. */
  @Test
  void weighsClassesAsScikitLearnDoes() {
    LogisticRegression plan = LogisticRegression.withDefaults().l2(0.5);
    double[] balanced = {0.32638672, 0.85298585, 0.39526554};
    assertThat(firstThree(plan.classWeights(ClassWeights.balanced())))
        .containsExactly(balanced, within(1e-3));
    ClassWeights byHand = ClassWeights.none().and("yes", 20 / 19.0).and("no", 20 / 21.0);
    assertThat(firstThree(plan.classWeights(byHand))).containsExactly(balanced, within(1e-3));
  }

  @Test
  void refusesWeightsThatMeanNothing() {
    assertThatThrownBy(() -> ClassWeights.none().and("yes", 0))
        .hasMessage("weight 0.0 of class 'yes'; choose a number above 0");
    assertThatThrownBy(
            () ->
                LogisticRegression.withDefaults()
                    .classWeights(ClassWeights.none().and("maybe", 2))
                    .fit(customers()))
        .hasMessage("no class 'maybe' to give a weight; there are [no, yes]");
    assertThatThrownBy(() -> LogisticRegression.withDefaults().l1(0))
        .hasMessage("cost=0.0; choose a number above 0");
    assertThat(ClassWeights.balanced()).hasToString("balanced");
    assertThat(ClassWeights.none().and("yes", 2)).hasToString("{yes=2.0}");
  }

  @Test
  void othersRefuseWhatMeansNothingToo() {
    assertThatThrownBy(() -> NearestNeighbours.k(0)).hasMessageContaining("k=0");
    assertThatThrownBy(() -> SupportVectors.polynomial(1)).hasMessageContaining("degree=1");
    assertThatThrownBy(() -> SupportVectors.rbf().cost(-1)).hasMessageContaining("cost=-1.0");
    assertThatThrownBy(() -> SupportVectors.rbf().gamma(0)).hasMessageContaining("gamma=0.0");
    assertThatThrownBy(() -> RandomForest.trees(0)).hasMessageContaining("trees=0");
    assertThatThrownBy(() -> RandomForest.trees(1).columns(0)).hasMessageContaining("columns=0.0");
    assertThatThrownBy(() -> ExtraTrees.trees(1).depth(0)).hasMessageContaining("depth=0");
    assertThatThrownBy(() -> DecisionTree.withDefaults().leastSplit(0))
        .hasMessageContaining("leastSplit=0.0");
    assertThatThrownBy(() -> GradientBoosting.rounds(0)).hasMessageContaining("rounds=0");
    assertThatThrownBy(() -> GradientBoosting.rounds(1).learningRate(2))
        .hasMessageContaining("learningRate=2.0");
    assertThatThrownBy(() -> GradientBoosting.rounds(1).sampling(0, 1))
        .hasMessageContaining("rows=0.0");
    assertThatThrownBy(
            () ->
                Baseline.prior()
                    .fit(customers(), Labels.of(List.of("a", "b")), (stage, done) -> {}))
        .hasMessage("40 customers but 2 labels; give one a customer");
  }
}
