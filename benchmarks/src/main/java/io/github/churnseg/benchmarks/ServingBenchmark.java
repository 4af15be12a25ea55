package io.github.churnseg.benchmarks;

import ai.onnxruntime.OrtException;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Scorer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A network 40-64-32-3 on encoded rows: churnseg's plain Java, ONNX Runtime and DL4J, with the same
 * weights, on one thread each. Rows come as an array, go in as each of them wants it, and the
 * probabilities come out as an array. {@code -t 2} for two threads.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class ServingBenchmark {

  private static final int INPUTS = 40;
  private static final int CLASSES = 3;
  private static final int ROWS = 4096;

  private ClassifierModel model;
  private double[] encoded;
  private OnnxNetwork onnx;
  private MultiLayerNetwork dl4j;

  /** What each thread has for itself. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init")
  public static class Caller {
    private Scorer scorer;
    private double[] probabilities;
    private FloatBuffer buffer;
    private int row;

    /** Takes a scorer and room for a batch. */
    @Setup
    public void prepare(ServingBenchmark shared) {
      // OpenMP keeps its number of threads for each calling thread; more only slow DL4J down here
      NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
      scorer = shared.model.scorer();
      probabilities = new double[ROWS * CLASSES];
      buffer =
          ByteBuffer.allocateDirect(4 * ROWS * INPUTS)
              .order(ByteOrder.nativeOrder())
              .asFloatBuffer();
    }

    private FloatBuffer filled(double[] values, int from, int count) {
      buffer.clear();
      for (int i = 0; i < count; i++) {
        buffer.put(i, (float) values[from + i]);
      }
      return buffer.limit(count);
    }

    private int next() {
      row = (row + 1) % ROWS;
      return row;
    }
  }

  /** Trains a network, and hands its weights to the peers by its model file. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, OrtException {
    CustomerFeatures customers = NetworkData.customers(ROWS, INPUTS, CLASSES);
    model = NeuralNetwork.layers(64, 32).epochs(3).seed(1).fit(customers);
    encoded = model.preprocessing().encode(customers);
    Path file = Files.createTempFile("serving", ".churnseg");
    model.save(file);
    List<NetworkWeights.Layer> layers = NetworkWeights.of(file);
    Files.delete(file);
    onnx = new OnnxNetwork(layers);
    dl4j = Dl4jPeer.of(layers);
    checkThatAllAgree();
  }

  private void checkThatAllAgree() throws OrtException {
    double[] ours = new double[ROWS * CLASSES];
    model.scorer().score(encoded, 0, ROWS, ours);
    Caller caller = new Caller();
    caller.prepare(this);
    float[][] theirs = onnx.predict(caller.filled(encoded, 0, encoded.length), ROWS);
    float[] dl4js = byDl4j(0, ROWS);
    for (int i = 0; i < ours.length; i++) {
      double onnxs = theirs[i / CLASSES][i % CLASSES];
      if (Math.abs(ours[i] - onnxs) > 1e-5 || Math.abs(ours[i] - dl4js[i]) > 1e-5) {
        throw new IllegalStateException("the networks do not agree on row " + i / CLASSES);
      }
    }
  }

  private float[] byDl4j(int from, int count) {
    float[] rows = new float[count * INPUTS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) encoded[from * INPUTS + i];
    }
    return dl4j.output(Nd4j.create(rows, new long[] {count, INPUTS}, 'c')).data().asFloat();
  }

  @TearDown
  public void close() throws OrtException {
    onnx.close();
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public double[] rowByChurnseg(Caller caller) {
    caller.scorer.score(encoded, caller.next(), 1, caller.probabilities);
    return caller.probabilities;
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public float[][] rowByOnnx(Caller caller) throws OrtException {
    return onnx.predict(caller.filled(encoded, caller.next() * INPUTS, INPUTS), 1);
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public float[] rowByDl4j(Caller caller) {
    return byDl4j(caller.next(), 1);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(ROWS)
  public double[] batchByChurnseg(Caller caller) {
    caller.scorer.score(encoded, 0, ROWS, caller.probabilities);
    return caller.probabilities;
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(ROWS)
  public float[][] batchByOnnx(Caller caller) throws OrtException {
    return onnx.predict(caller.filled(encoded, 0, encoded.length), ROWS);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(ROWS)
  public float[] batchByDl4j(Caller caller) {
    return byDl4j(0, ROWS);
  }
}
