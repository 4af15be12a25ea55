package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What {@link ServingTest} runs on class paths that lack ND4J or its backend. */
public final class WithoutNd4j implements Callable<String> {

  private static final CustomerFeatures CUSTOMERS =
      CustomerFeatures.from(
          Table.create(
              StringColumn.create("id", "a", "b", "c", "d"),
              DoubleColumn.create("x", 1, 2, 3, 4),
              StringColumn.create("y", "no", "no", "yes", "yes")),
          c -> c.id("id").numeric("x").target("y", "yes"));

  /**
   * Saves, loads and predicts with a network that was trained elsewhere, and says what training
   * says.
   */
  @Override
  public String call() throws IOException {
    DenseNetwork network =
        new DenseNetwork(
            List.of(
                new DenseLayer(1, 2, new float[] {1, -1}, new float[2]),
                new DenseLayer(2, 2, new float[] {-1, 1, 1, -1}, new float[2])));
    ClassifierModel model =
        new FittedClassifier(
            Provenance.of("by hand", CUSTOMERS),
            Preprocessing.withDefaults().fit(CUSTOMERS),
            List.of("no", "yes"),
            Optional.of("yes"),
            network);
    Path file = Files.createTempFile("network", ".churnseg");
    model.save(file);
    ClassifierModel loaded = ModelFile.load(file, ClassifierModel.class);
    Files.delete(file);
    String predicted = loaded.predict(CUSTOMERS).label(3);
    LogisticRegression.withDefaults().fit(CUSTOMERS).predict(CUSTOMERS);
    try {
      NeuralNetwork.layers(2).fit(CUSTOMERS);
      return predicted + ": trained";
    } catch (IllegalStateException e) {
      return predicted + ": " + e.getMessage();
    }
  }
}
