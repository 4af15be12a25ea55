package io.github.churnseg.benchmarks;

import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as one writes them with DL4J itself. */
final class Dl4jPeer {

  static final double L2 = 1e-3;

  private Dl4jPeer() {}

  /** A network of these layers: rectified between, softmax at the end. */
  static MultiLayerNetwork of(List<NetworkWeights.Layer> layers) {
    int[] widths = new int[layers.size() + 1];
    widths[0] = layers.get(0).inputs();
    for (int i = 0; i < layers.size(); i++) {
      widths[i + 1] = layers.get(i).outputs();
    }
    MultiLayerNetwork network = untrained(widths);
    for (int i = 0; i < layers.size(); i++) {
      NetworkWeights.Layer layer = layers.get(i);
      long[] shape = {layer.inputs(), layer.outputs()};
      network.setParam(i + "_W", Nd4j.create(layer.weights, shape, 'c'));
      network.setParam(i + "_b", Nd4j.create(layer.biases, new long[] {1, layer.outputs()}, 'c'));
    }
    return network;
  }

  /** A network before training, with the optimiser that churnseg uses. */
  static MultiLayerNetwork untrained(int... widths) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(new Adam(1e-3))
            .l2(L2)
            .activation(Activation.RELU)
            .list();
    for (int i = 0; i + 2 < widths.length; i++) {
      list.layer(new DenseLayer.Builder().nIn(widths[i]).nOut(widths[i + 1]).build());
    }
    list.layer(
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(widths[widths.length - 2])
            .nOut(widths[widths.length - 1])
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    return network;
  }
}
