package io.github.churnseg.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** The layers of a saved network, read from its model file as any other program could. */
final class NetworkWeights {

  /** A dense layer: {@code weights[input * outputs + output]}. */
  static final class Layer {
    final float[] weights;
    final float[] biases;

    Layer(float[] weights, float[] biases) {
      this.weights = weights;
      this.biases = biases;
    }

    int inputs() {
      return weights.length / biases.length;
    }

    int outputs() {
      return biases.length;
    }
  }

  private NetworkWeights() {}

  static List<Layer> of(Path modelFile) throws IOException {
    try (ZipFile zip = new ZipFile(modelFile.toFile())) {
      JsonNode model = new ObjectMapper().readTree(stream(zip, "model.json"));
      List<Layer> layers = new ArrayList<>();
      for (JsonNode layer : model.findValue("layers")) {
        layers.add(new Layer(floats(zip, layer.get("weights")), floats(zip, layer.get("biases"))));
      }
      return layers;
    }
  }

  private static float[] floats(ZipFile zip, JsonNode array) throws IOException {
    byte[] bytes = stream(zip, array.get("array").asText()).readAllBytes();
    FloatBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] floats = new float[buffer.remaining()];
    buffer.get(floats);
    return floats;
  }

  private static InputStream stream(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name));
  }
}
