package io.github.churnseg.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A network while it is being trained: the one place where DL4J is touched. For one thread. */
final class Dl4jNetwork implements AutoCloseable {

  /** Single precision of two implementations agrees to a few units in the last place. */
  private static final double TOLERANCE = 1e-5;

  private static final int CHECKED_ROWS = 256;

  private final Nd4jSettings global;
  private final MultiLayerNetwork network;
  private final int inputs;
  private final int classes;

  private Dl4jNetwork(Nd4jSettings global, MultiLayerNetwork network, int inputs, int classes) {
    this.global = global;
    this.network = network;
    this.inputs = inputs;
    this.classes = classes;
  }

  static Dl4jNetwork create(NeuralNetwork.Settings settings, TrainingRows rows, long seed) {
    Nd4jSettings global = Nd4jSettings.forTraining();
    try {
      MultiLayerNetwork network = new MultiLayerNetwork(configuration(settings, rows, seed));
      network.init();
      return new Dl4jNetwork(global, network, rows.columns(), rows.classCount());
    } catch (RuntimeException | Error e) {
      global.close();
      throw e;
    }
  }

  private static MultiLayerConfiguration configuration(
      NeuralNetwork.Settings settings, TrainingRows rows, long seed) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .updater(new Adam(settings.learningRate))
            .l2(settings.l2(rows.size()))
            .list();
    int width = rows.columns();
    boolean first = true;
    for (int next : settings.widths) {
      var layer = new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder().nIn(width).nOut(next);
      // DL4J drops inputs of a layer, and is told the share it keeps; the features are all kept.
      if (!first && settings.dropout > 0) {
        layer.dropOut(1 - settings.dropout);
      }
      list.layer(layer.build());
      width = next;
      first = false;
    }
    boolean even = Arrays.stream(rows.classWeights).allMatch(weight -> weight == 1);
    OutputLayer.Builder output =
        new OutputLayer.Builder(
                even
                    ? new LossMCXENT()
                    : new LossMCXENT(Nd4j.createFromArray(floats(rows.classWeights))))
            .nIn(width)
            .nOut(rows.classCount())
            .weightInit(WeightInit.XAVIER)
            .activation(Activation.SOFTMAX);
    if (!first && settings.dropout > 0) {
      output.dropOut(1 - settings.dropout);
    }
    return list.layer(output.build()).build();
  }

  /** Moves the weights by the rows at {@code order[from]} to {@code order[to - 1]}. */
  void step(TrainingRows rows, int[] order, int from, int to) {
    float[] some = new float[(to - from) * inputs];
    float[] targets = new float[(to - from) * classes];
    for (int at = from; at < to; at++) {
      for (int i = 0; i < inputs; i++) {
        some[(at - from) * inputs + i] = (float) rows.inputs[order[at] * inputs + i];
      }
      targets[(at - from) * classes + rows.classes[order[at]]] = 1;
    }
    try (INDArray x = Nd4j.create(some, new long[] {to - from, inputs}, 'c');
        INDArray y = Nd4j.create(targets, new long[] {to - from, classes}, 'c')) {
      network.fit(x, y);
    }
  }

  /** The weights as they are now, in plain Java. */
  DenseNetwork copy() {
    List<DenseLayer> layers = new ArrayList<>();
    for (int layer = 0; layer < network.getnLayers(); layer++) {
      INDArray weights = network.getParam(layer + "_W");
      layers.add(
          new DenseLayer(
              (int) weights.size(0),
              (int) weights.size(1),
              flat(weights),
              flat(network.getParam(layer + "_b"))));
    }
    return new DenseNetwork(layers);
  }

  private static float[] flat(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  /** Refuses a copy that does not give what DL4J gives. */
  void check(DenseNetwork copy, TrainingRows rows) {
    int checked = Math.min(CHECKED_ROWS, rows.size());
    double[] ours = new double[checked * classes];
    copy.scorer().score(rows.inputs, 0, checked, ours);
    float[] some = floats(Arrays.copyOf(rows.inputs, checked * inputs));
    float[] theirs =
        flat(network.output(Nd4j.create(some, new long[] {checked, inputs}, 'c'), false));
    for (int at = 0; at < ours.length; at++) {
      if (!(Math.abs(ours[at] - theirs[at]) <= TOLERANCE)) {
        throw new IllegalStateException(
            "the copied network gives "
                + ours[at]
                + " where DL4J gives "
                + theirs[at]
                + "; training has diverged: lower the learning rate, or report this as a fault");
      }
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int at = 0; at < floats.length; at++) {
      floats[at] = (float) values[at];
    }
    return floats;
  }

  @Override
  public void close() {
    network.close();
    global.close();
  }
}
