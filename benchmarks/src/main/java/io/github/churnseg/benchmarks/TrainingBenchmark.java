package io.github.churnseg.benchmarks;

import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Ten epochs of a network 20-64-32-2 on 20,000 rows, in batches of 32: churnseg, with encoding,
 * shuffling and the check of the copied weights, beside a bare loop over DL4J's {@code fit}, both
 * with one OpenMP thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3)
@Measurement(iterations = 7)
@SuppressWarnings("NullAway.Init")
public class TrainingBenchmark {

  private static final int ROWS = 20_000;
  private static final int COLUMNS = 20;
  private static final int EPOCHS = 10;
  private static final int BATCH = 32;

  private CustomerFeatures customers;
  private float[][] rows;
  private float[][] targets;

  @Setup
  public void prepare() {
    Nd4j.getEnvironment().setMaxMasterThreads(1);
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    customers = NetworkData.customers(ROWS, COLUMNS, 2);
    Labels labels = customers.labels().orElseThrow();
    rows = new float[ROWS][COLUMNS];
    targets = new float[ROWS][2];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        rows[row][column] = (float) customers.numeric("x" + column)[row];
      }
      targets[row][labels.index(row)] = 1;
    }
  }

  @Benchmark
  public Object churnseg() {
    return NeuralNetwork.layers(64, 32)
        .epochs(EPOCHS)
        .batch(BATCH)
        .l2(Dl4jPeer.L2)
        .earlyStopping(0, 1)
        .seed(1)
        .fit(customers);
  }

  @Benchmark
  public Object bareDl4j() {
    MultiLayerNetwork network = Dl4jPeer.untrained(COLUMNS, 64, 32, 2);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      for (int from = 0; from < ROWS; from += BATCH) {
        int to = Math.min(ROWS, from + BATCH);
        try (INDArray x = Nd4j.createFromArray(Arrays.copyOfRange(rows, from, to));
            INDArray y = Nd4j.createFromArray(Arrays.copyOfRange(targets, from, to))) {
          network.fit(x, y);
        }
      }
    }
    return network;
  }
}
