package io.github.churnseg.classify;

import io.github.churnseg.contract.KeptModels;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Models that were saved by the releases give what they gave then, to the bit. */
class KeptModelsTest {

  private static final CustomerFeatures CUSTOMERS = customers();

  static Stream<Arguments> plans() {
    return Stream.of(
        Arguments.of("baseline", Baseline.prior()),
        Arguments.of("logistic-regression", LogisticRegression.withDefaults()),
        Arguments.of("neural-network", NeuralNetwork.layers(5, 3).epochs(5).seed(1)),
        Arguments.of("random-forest", RandomForest.trees(5).seed(1)),
        Arguments.of("gradient-boosting", GradientBoosting.rounds(5).seed(1)),
        Arguments.of("support-vectors", SupportVectors.rbf()),
        Arguments.of("nearest-neighbours", NearestNeighbours.k(3)),
        Arguments.of("calibrated", Calibrated.platt(LogisticRegression.withDefaults())));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void loadsClassifiers(String name, Classifier plan) throws IOException {
    KeptModels.check(name, () -> plan.fit(CUSTOMERS), ClassifierModel.class, this::says);
  }

  @Test
  void loadsChurnModels() throws IOException {
    KeptModels.check(
        "churn",
        () -> ChurnModelFileTest.fit(ChurnModelFileTest.log()),
        ChurnModel.class,
        ChurnModelFileTest::says);
  }

  private String says(ClassifierModel model) {
    Predictions predictions = model.predict(CUSTOMERS);
    return IntStream.range(0, predictions.size())
            .mapToObj(row -> predictions.label(row) + " " + predictions.probability(row))
            .collect(Collectors.joining("\n"))
        + "\n"
        + model;
  }

  private static CustomerFeatures customers() {
    SplittableRandom random = new SplittableRandom(7);
    int rows = 40;
    String[] ids = new String[rows];
    double[] orders = new double[rows];
    double[] spend = new double[rows];
    String[] city = new String[rows];
    String[] left = new String[rows];
    for (int row = 0; row < rows; row++) {
      ids[row] = "c" + row;
      orders[row] = 1 + random.nextInt(6);
      spend[row] = random.nextInt(10) == 0 ? Double.NaN : orders[row] * (5 + random.nextInt(9));
      city[row] = random.nextBoolean() ? "Oslo" : "Tver";
      left[row] = orders[row] + random.nextInt(3) > 4 ? "stays" : "leaves";
    }
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", ids),
            DoubleColumn.create("orders", orders),
            DoubleColumn.create("spend", spend),
            StringColumn.create("city", city),
            StringColumn.create("left", left)),
        c -> c.id("id").numeric("orders", "spend").categorical("city").target("left", "leaves"));
  }
}
