package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.ModelFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A churn model that was saved gives the same risks, also where it was not learnt. */
class ChurnModelFileTest {

  private static final LocalDateTime OPENED = LocalDateTime.of(2025, 1, 1, 0, 0);

  private static final FirstOrder KNOWN =
      FirstOrder.features("city", "freight")
          .sum("freight")
          .later("review", Period.ofDays(14))
          .labelledAfter(Period.ofMonths(1));

  /** Those of Tver leave sooner, so that there is something to learn from the first order. */
  static Transactions log() {
    SplittableRandom random = new SplittableRandom(5);
    List<Purchase> lines = new ArrayList<>();
    for (int customer = 0; customer < 300; customer++) {
      String city = List.of("Lima", "Oslo", "Tver").get(random.nextInt(3));
      int pause = city.equals("Tver") ? 90 : 20;
      int day = random.nextInt(400);
      for (int order = 0; day < 500; order++) {
        LocalDateTime time = OPENED.plusDays(day).plusHours(random.nextInt(24));
        Purchase line =
            Purchase.of("c" + customer, "c" + customer + "-" + order, time, 5 + random.nextInt(60))
                .with("city", city)
                .with("freight", 1 + random.nextInt(9));
        lines.add(random.nextInt(4) == 0 ? line : line.with("review", 1 + random.nextInt(5)));
        day += 1 + random.nextInt(2 * pause);
      }
    }
    return Transactions.from(lines);
  }

  static ChurnModel fit(Transactions log) {
    return Churn.afterSilenceOf(Period.ofDays(60))
        .gap(Period.ofDays(7))
        .observation(Period.ofYears(1))
        .features(KNOWN)
        .classifyWith(NeuralNetwork.layers(4).seed(1))
        .origins(1)
        .fit(log);
  }

  /** Every risk to the last bit, and all that the model prints. */
  static String says(ChurnModel model) {
    Risks risks = model.risk(log());
    return IntStream.range(0, risks.size())
            .mapToObj(row -> risks.id(row) + " " + risks.risk(row) + " " + risks.spend(row))
            .collect(Collectors.joining("\n"))
        + "\n%d gone, %d without features, learnt at %s\n"
            .formatted(risks.gone(), risks.withoutFeatures(), model.learntAt())
        + model;
  }

  /** What runs where there is no ND4J. */
  public static final class Served implements Function<Path, String> {

    /** For the class loader. */
    public Served() {}

    @Override
    public String apply(Path file) {
      try {
        return says(ModelFile.load(file, ChurnModel.class));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void givesTheSameRisksWithoutNd4j(@TempDir Path directory) throws Exception {
    ChurnModel model = fit(log());
    Path file = directory.resolve("churn.churnseg");
    model.save(file);
    ChurnModel loaded = ModelFile.load(file, ChurnModel.class);
    assertThat(model.evaluation().mean().auc()).isGreaterThan(0.9);
    assertThat(loaded.provenance()).isEqualTo(model.provenance());
    assertThat(loaded.provenance().settings()).startsWith("left = no purchase for 60 days");
    assertThat(loaded.evaluation().origins()).isEqualTo(model.evaluation().origins());
    assertThat(says(loaded)).isEqualTo(says(model));
    loaded.save(directory.resolve("again.churnseg"));
    assertThat(directory.resolve("again.churnseg")).hasSameBinaryContentAs(file);
    assertThat(servedWithoutNd4j(file)).isEqualTo(says(model));
  }

  @SuppressWarnings("unchecked")
  private static String servedWithoutNd4j(Path file) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(withoutNd4j(), ClassLoader.getPlatformClassLoader())) {
      assertThatThrownBy(() -> loader.loadClass("org.nd4j.linalg.factory.Nd4j"))
          .isInstanceOf(ClassNotFoundException.class);
      Object served =
          loader.loadClass(Served.class.getName()).getDeclaredConstructor().newInstance();
      return ((Function<Path, String>) served).apply(file);
    }
  }

  private static URL[] withoutNd4j() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = Path.of(entry).getFileName().toString();
      if (!name.matches("(nd4j|deeplearning4j|openblas|javacpp|mkl).*\\.jar")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }

  @Test
  void refusesAnExtractorThatIsALambda(@TempDir Path directory) {
    ChurnModel model =
        Churn.afterSilenceOf(Period.ofDays(60))
            .features(log -> KNOWN.extract(log))
            .classifyWith(LogisticRegression.withDefaults())
            .origins(1)
            .fit(log());
    Path file = directory.resolve("churn.churnseg");
    assertThatThrownBy(() -> model.save(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a lambda cannot be saved");
    assertThat(Files.exists(file)).isFalse();
  }
}
