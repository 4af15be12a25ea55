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

  final int inputs;
  final int outputs;
  final float[][] weights;
  final float[] biases;

  /** Takes the weights of input {@code i} from {@code weights[i * outputs]} on. */
  DenseLayer(int inputs, int outputs, float[] weights, float[] biases) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.weights = new float[inputs][];
    for (int i = 0; i < inputs; i++) {
      this.weights[i] = Arrays.copyOfRange(weights, i * outputs, (i + 1) * outputs);
    }
    this.biases = biases.clone();
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

  /** A block of rows, a column an array: {@code in[input][row]}, {@code out[output][row]}. */
  void block(float[][] in, float[][] out, int rows, boolean rectified) {
    float[][] w = weights;
    for (int o = 0; o < outputs; o++) {
      float[] column = out[o];
      Arrays.fill(column, 0, rows, biases[o]);
      int i = 0;
      for (; i + 3 < inputs; i += 4) {
        add(
            w[i][o],
            in[i],
            w[i + 1][o],
            in[i + 1],
            w[i + 2][o],
            in[i + 2],
            w[i + 3][o],
            in[i + 3],
            column,
            rows);
      }
      for (; i < inputs; i++) {
        add(w[i][o], in[i], column, rows);
      }
      if (rectified) {
        rectify(column, rows);
      }
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
