package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NeuralNetworkTest {

  /** No straight line tells these classes apart. */
  private static CustomerFeatures rings() {
    double[] x = ServingTest.random(400, 1);
    double[] y = ServingTest.random(400, 2);
    String[] classes =
        IntStream.range(0, 400)
            .mapToObj(row -> Math.hypot(x[row], y[row]) < 0.38 ? "inside" : "outside")
            .toArray(String[]::new);
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, 400).mapToObj(row -> "c" + row)),
            DoubleColumn.create("x", x),
            DoubleColumn.create("y", y),
            StringColumn.create("class", classes)),
        c -> c.id("id").numeric("x", "y").target("class", "inside"));
  }

  @Test
  void learnsWhatIsNotLinear() {
    CustomerFeatures customers = rings();
    var labels = customers.labels().orElseThrow();
    NeuralNetwork plan = NeuralNetwork.layers(16).dropout(0).l2(0).learningRate(0.02).seed(3);
    ClassifierModel model = plan.fit(customers);
    assertThat(Evaluation.of(model.predict(customers), labels).auc()).isGreaterThan(0.97);
    assertThat(model)
        .hasToString("network 2-16-2: 2 columns become 2 numbers -> [inside, outside]");
  }

  @Test
  void anotherSeedIsAnotherNetwork() {
    CustomerFeatures customers = rings();
    NeuralNetwork plan = NeuralNetwork.layers(4).epochs(3);
    assertThat(plan.seed(1).fit(customers).predict(customers).probability(0))
        .isNotEqualTo(plan.seed(2).fit(customers).predict(customers).probability(0));
  }

  @Test
  void leavesNd4jAsItWas() {
    Nd4j.getEnvironment().setMaxMasterThreads(2);
    Nd4j.getRandom().setSeed(9);
    double expected = Nd4j.rand(1).getDouble(0);
    Nd4j.getRandom().setSeed(9);
    NeuralNetwork.layers(4).epochs(2).fit(rings());
    assertThat(Nd4j.rand(1).getDouble(0)).isEqualTo(expected);
    assertThat(Nd4j.getEnvironment().maxMasterThreads()).isEqualTo(2);
  }

  @Test
  void whatWasDrawnBeforeDoesNotMatterNorWhoElseIsTraining() throws Exception {
    CustomerFeatures customers = rings();
    Callable<Double> fit =
        () -> {
          Nd4j.rand(Thread.currentThread().hashCode() % 7 + 1);
          return NeuralNetwork.layers(5)
              .epochs(4)
              .seed(1)
              .fit(customers)
              .predict(customers)
              .probability(7);
        };
    double expected = fit.call();
    var threads = Executors.newFixedThreadPool(3);
    try {
      for (var seen : threads.invokeAll(List.of(fit, fit, fit, fit))) {
        assertThat(seen.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void withoutHiddenLayersItIsASoftmax() {
    CustomerFeatures customers = rings();
    ClassifierModel model =
        NeuralNetwork.layers().earlyStopping(0, 1).epochs(5).batch(16).fit(customers);
    assertThat(model.toString()).startsWith("network 2-2:");
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    NeuralNetwork plan = NeuralNetwork.layers(4);
    assertThatThrownBy(() -> NeuralNetwork.layers(8, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layers=0; choose 1 to 65,536 neurons a layer");
    assertThatThrownBy(() -> plan.epochs(0)).hasMessage("epochs=0; choose 1 or more");
    assertThatThrownBy(() -> plan.batch(0)).hasMessageContaining("batch=0");
    assertThatThrownBy(() -> plan.learningRate(-1)).hasMessageContaining("learningRate=-1.0");
    assertThatThrownBy(() -> plan.dropout(1)).hasMessageContaining("dropout=1.0");
    assertThatThrownBy(() -> plan.l2(Double.NaN)).hasMessageContaining("l2=NaN");
    assertThatThrownBy(() -> plan.earlyStopping(0.95, 3)).hasMessageContaining("share=0.95");
    assertThatThrownBy(() -> plan.earlyStopping(0.1, 0)).hasMessageContaining("patience=0");
    assertThatThrownBy(() -> plan.members(0)).hasMessageContaining("members=0");
    assertThat(NeuralNetwork.layers(8, 4).seed(2))
        .hasToString("NeuralNetwork.layers(8, 4).seed(2)");
  }
}
