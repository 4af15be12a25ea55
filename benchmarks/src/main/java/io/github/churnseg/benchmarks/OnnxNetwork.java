package io.github.churnseg.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import onnx.Onnx;

/** A network of dense layers in ONNX Runtime: rectified between, softmax at the end. */
final class OnnxNetwork implements AutoCloseable {

  private static final int OPSET = 13;
  private static final int IR_VERSION = 8;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final int inputs;

  OnnxNetwork(List<NetworkWeights.Layer> layers) throws OrtException {
    inputs = layers.get(0).inputs();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    session = environment.createSession(model(layers), options);
  }

  /** The probabilities of rows that stand one after the other in a direct buffer. */
  float[][] predict(FloatBuffer rows, int count) throws OrtException {
    try (OnnxTensor in = OnnxTensor.createTensor(environment, rows, new long[] {count, inputs});
        OrtSession.Result out = session.run(Map.of("x", in))) {
      return (float[][]) out.get(0).getValue();
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  private static byte[] model(List<NetworkWeights.Layer> layers) {
    Onnx.GraphProto.Builder graph = Onnx.GraphProto.newBuilder().setName("network");
    graph.addInput(matrix("x", layers.get(0).inputs()));
    String last = "x";
    for (int i = 0; i < layers.size(); i++) {
      NetworkWeights.Layer layer = layers.get(i);
      graph.addInitializer(tensor("w" + i, layer.weights, layer.inputs(), layer.outputs()));
      graph.addInitializer(tensor("b" + i, layer.biases, layer.outputs()));
      graph.addNode(node("Gemm", "g" + i, last, "w" + i, "b" + i));
      last = i == layers.size() - 1 ? "p" : "a" + i;
      graph.addNode(node(i == layers.size() - 1 ? "Softmax" : "Relu", last, "g" + i));
    }
    graph.addOutput(matrix("p", layers.get(layers.size() - 1).outputs()));
    return Onnx.ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(Onnx.OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private static Onnx.NodeProto node(String operator, String output, String... inputs) {
    return Onnx.NodeProto.newBuilder()
        .setOpType(operator)
        .addAllInput(List.of(inputs))
        .addOutput(output)
        .build();
  }

  private static Onnx.TensorProto tensor(String name, float[] values, long... shape) {
    Onnx.TensorProto.Builder tensor =
        Onnx.TensorProto.newBuilder()
            .setName(name)
            .setDataType(Onnx.TensorProto.DataType.FLOAT_VALUE);
    for (long dimension : shape) {
      tensor.addDims(dimension);
    }
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return tensor.build();
  }

  private static Onnx.ValueInfoProto matrix(String name, int columns) {
    Onnx.TensorShapeProto.Builder shape =
        Onnx.TensorShapeProto.newBuilder()
            .addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
            .addDim(Onnx.TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
    return Onnx.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            Onnx.TypeProto.newBuilder()
                .setTensorType(
                    Onnx.TypeProto.Tensor.newBuilder()
                        .setElemType(Onnx.TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }
}
