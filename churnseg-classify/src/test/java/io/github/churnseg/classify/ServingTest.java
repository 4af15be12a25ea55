package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.churnseg.model.Scorer;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scoring as a service does it: no native library, no allocation, the same bits in any company. */
class ServingTest {

  @ParameterizedTest
  @ValueSource(strings = {"(nd4j|deeplearning4j|openblas|javacpp|mkl)", "(nd4j-native-1)"})
  void predictsWithoutNd4jAndNamesTheDependencyWhereTrainingNeedsIt(String absent)
      throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPathWithout(absent), ClassLoader.getPlatformClassLoader())) {
      Object call =
          loader.loadClass(WithoutNd4j.class.getName()).getDeclaredConstructor().newInstance();
      assertThat(((Callable<?>) call).call())
          .isEqualTo(
              "yes: training a neural network needs a native backend of ND4J, and none could be"
                  + " loaded; add the dependency org.nd4j:nd4j-native-platform:1.0.0-M2.1 (loading"
                  + " a model and predicting need none)");
    }
  }

  private static URL[] classPathWithout(String absent) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!Path.of(entry).getFileName().toString().matches(absent + ".*\\.jar")) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }

  @ParameterizedTest
  @CsvSource({
    "40, 64, 32, 3, 200", // a block that is not full
    "5, 7, 3, 2, 540", // a full one, and rows by themselves
    "1, 1, 1, 4, 1111" // full ones, and one that is not
  })
  void rowsAndBlocksGiveTheSameBitsAndTheRightOnes(
      int inputs, int first, int second, int classes, int count) {
    DenseNetwork network = network(inputs, first, second, classes);
    double[] rows = random(count * inputs, 5);
    double[] together = new double[count * classes];
    network.scorer().score(rows, 0, count, together);
    double[] alone = new double[classes];
    Scorer scorer = network.scorer();
    for (int row = 0; row < count; row++) {
      scorer.score(rows, row, 1, alone);
      assertThat(alone)
          .containsExactly(Arrays.copyOfRange(together, row * classes, (row + 1) * classes));
      double[] input = Arrays.copyOfRange(rows, row * inputs, (row + 1) * inputs);
      assertThat(alone).containsExactly(plainly(network, input), within(1e-5));
    }
  }

  /** The same network as a textbook writes it, in double precision. */
  private static double[] plainly(DenseNetwork network, double... input) {
    double[] in = input;
    for (DenseLayer layer : network.layers()) {
      double[] out = new double[layer.outputs];
      for (int o = 0; o < layer.outputs; o++) {
        out[o] = layer.biases[o];
        for (int i = 0; i < layer.inputs; i++) {
          out[o] += layer.weights[i][o] * in[i];
        }
        boolean last = layer == network.layers().get(network.layers().size() - 1);
        out[o] = last ? Math.exp(out[o]) : Math.max(0, out[o]);
      }
      in = out;
    }
    double sum = Arrays.stream(in).sum();
    return Arrays.stream(in).map(value -> value / sum).toArray();
  }

  @Test
  void scoringARowAllocatesNothing() {
    Scorer scorer = network(40, 64, 32, 3).scorer();
    double[] row = random(40, 1);
    double[] out = new double[3];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int call = 0; call < 20_000; call++) {
      scorer.score(row, 0, 1, out);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < 10_000; call++) {
      scorer.score(row, 0, 1, out);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  @Test
  void exponentialAgreesWithTheLibrarys() {
    for (double x = 0; x > -60; x -= 0.0137) {
      assertThat(Softmax.exp(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-10));
      assertThat(Softmax.logistic(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(1e-10));
    }
    assertThat(Softmax.exp(-1e9)).isZero();
    assertThat(Softmax.logistic(1e9)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoNumber() {
    Scorer scorer = network(3, 2, 2, 2).scorer();
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> scorer.score(new double[] {1, 1, 1, 1, 1, bad}, 0, 2, new double[4]))
          .hasMessageStartingWith("row 1, column 2 (from 0): " + bad);
    }
  }

  static DenseNetwork network(int... widths) {
    List<DenseLayer> layers = new ArrayList<>();
    for (int at = 1; at < widths.length; at++) {
      layers.add(
          new DenseLayer(
              widths[at - 1],
              widths[at],
              floats(random(widths[at - 1] * widths[at], at)),
              floats(random(widths[at], 100 + at))));
    }
    return new DenseNetwork(layers);
  }

  static double[] random(int count, long seed) {
    return new SplittableRandom(seed).doubles(count, -0.5, 0.5).toArray();
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int at = 0; at < floats.length; at++) {
      floats[at] = (float) values[at];
    }
    return floats;
  }
}
