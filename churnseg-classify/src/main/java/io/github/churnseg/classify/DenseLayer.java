package io.github.churnseg.classify;

import java.util.Arrays;

/**
 * A layer of a dense network: {@code weights[input][output]}. Package-private and shared; nobody
 * writes to the arrays.
 *
 * <p>The kernels add the products of a row in the same order, so that a row gets the same bits
 * alone and in a block. Each is one loop over arrays that share one index, and no other offset:
 * only then can the compiler rule out that a store meets a later load, and use vector instructions.
 */
final class DenseLayer {

  /**
   * Rows of a block. The number is fixed, and a smaller block is filled up: the compiler sizes its
   * vector instructions by how often it has seen a loop go round, so that a few short blocks would
   * make all later ones slow. Each loop also costs some steps before and after them.
   */
  static final int BLOCK = 512;

  /** Outputs a step of a block computes together, from inputs it then loads once for all. */
  private static final int OUTPUTS = 4;

  final int inputs;
  final int outputs;
  final float[][] weights;

  /** The weights with zeros up to whole steps of outputs. */
  private final float[][] padded;

  final float[] biases;

  /** Takes the weights of input {@code i} from {@code weights[i * outputs]} on. */
  DenseLayer(int inputs, int outputs, float[] weights, float[] biases) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new float[inputs][];
    padded = new float[inputs][];
    this.biases = biases.clone();
    for (int i = 0; i < inputs; i++) {
      this.weights[i] = Arrays.copyOfRange(weights, i * outputs, (i + 1) * outputs);
      padded[i] = Arrays.copyOf(this.weights[i], columns());
    }
  }

  /** Arrays that {@link #block} writes to: the outputs, up to whole steps. */
  int columns() {
    return (outputs + OUTPUTS - 1) / OUTPUTS * OUTPUTS;
  }

  /** The weights, those of an input after one another. */
  float[] flatWeights() {
    float[] flat = new float[inputs * outputs];
    for (int i = 0; i < inputs; i++) {
      System.arraycopy(weights[i], 0, flat, i * outputs, outputs);
    }
    return flat;
  }

  /** One row, four inputs a step: with more the compiler gives up on vector instructions. */
  void row(float[] in, float[] out, boolean rectified) {
    System.arraycopy(biases, 0, out, 0, outputs);
    float[][] w = weights;
    int i = 0;
    for (; i + 3 < inputs; i += 4) {
      add(in[i], w[i], in[i + 1], w[i + 1], in[i + 2], w[i + 2], in[i + 3], w[i + 3], out, outputs);
    }
    for (; i < inputs; i++) {
      add(in[i], w[i], out, outputs);
    }
    if (rectified) {
      rectify(out, outputs);
    }
  }

  /**
   * A block of rows, a column an array: {@code in[input][row]}, {@code out[output][row]}. There are
   * {@link #columns()} arrays to write to; the rows are {@link #BLOCK}, always.
   */
  void block(float[][] in, float[][] out, boolean rectified) {
    for (int o = 0; o < outputs; o += OUTPUTS) {
      for (int k = 0; k < OUTPUTS; k++) {
        Arrays.fill(out[o + k], o + k < outputs ? biases[o + k] : 0);
      }
      int i = 0;
      for (; i + 1 < inputs; i += 2) {
        addBlock(padded[i], padded[i + 1], o, in[i], in[i + 1], out);
      }
      if (i < inputs) {
        addBlock(padded[i], o, in[i], out);
      }
    }
    if (rectified) {
      for (int o = 0; o < outputs; o++) {
        rectify(out[o], BLOCK);
      }
    }
  }

  /** Two inputs to four outputs. */
  private static void addBlock(float[] v, float[] w, int o, float[] x, float[] y, float[][] out) {
    float v0 = v[o];
    float v1 = v[o + 1];
    float v2 = v[o + 2];
    float v3 = v[o + 3];
    float w0 = w[o];
    float w1 = w[o + 1];
    float w2 = w[o + 2];
    float w3 = w[o + 3];
    float[] out0 = out[o];
    float[] out1 = out[o + 1];
    float[] out2 = out[o + 2];
    float[] out3 = out[o + 3];
    for (int at = 0; at < BLOCK; at++) {
      float a = x[at];
      float b = y[at];
      float sum0 = out0[at] + v0 * a + w0 * b;
      float sum1 = out1[at] + v1 * a + w1 * b;
      float sum2 = out2[at] + v2 * a + w2 * b;
      float sum3 = out3[at] + v3 * a + w3 * b;
      out0[at] = sum0;
      out1[at] = sum1;
      out2[at] = sum2;
      out3[at] = sum3;
    }
  }

  /** One input to four outputs. */
  private static void addBlock(float[] v, int o, float[] x, float[][] out) {
    for (int k = 0; k < OUTPUTS; k++) {
      add(v[o + k], x, out[o + k], BLOCK);
    }
  }

  private static void add(
      float a,
      float[] w,
      float b,
      float[] x,
      float c,
      float[] y,
      float d,
      float[] z,
      float[] out,
      int count) {
    for (int at = 0; at < count; at++) {
      out[at] = out[at] + a * w[at] + b * x[at] + c * y[at] + d * z[at];
    }
  }

  private static void add(float a, float[] x, float[] out, int count) {
    for (int at = 0; at < count; at++) {
      out[at] = out[at] + a * x[at];
    }
  }

  /** Zero for what is below it; half of v + |v| is exact, and has no branch. */
  private static void rectify(float[] values, int count) {
    for (int at = 0; at < count; at++) {
      values[at] = 0.5f * (values[at] + Math.abs(values[at]));
    }
  }
}
