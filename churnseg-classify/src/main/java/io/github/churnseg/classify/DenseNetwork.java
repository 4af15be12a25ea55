package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A network of dense layers, rectified between and softmax at the end, in plain Java. Single
 * precision, as it was trained.
 */
final class DenseNetwork implements ScoreFunction {

  /** Rows of a block; what is left over may be fewer. */
  private static final int BLOCK = DenseLayer.BLOCK;

  /** Fewer rows than this are scored one by one: a block takes its time, however few it holds. */
  private static final int LEAST_BLOCK = 64;

  /** Rows whose inputs are turned into columns at a time, so that they stay in the cache. */
  private static final int TURNED = 16;

  private final List<DenseLayer> layers;

  DenseNetwork(List<DenseLayer> layers) {
    this.layers = List.copyOf(layers);
  }

  List<DenseLayer> layers() {
    return layers;
  }

  @Override
  public int inputs() {
    return layers.get(0).inputs;
  }

  @Override
  public int classes() {
    return layers.get(layers.size() - 1).outputs;
  }

  @Override
  public Scorer scorer() {
    return new NetworkScorer(layers.toArray(new DenseLayer[0]));
  }

  /** Such as {@code network 40-64-32-3}. */
  @Override
  public String toString() {
    return layers.stream()
        .map(layer -> "-" + layer.outputs)
        .collect(Collectors.joining("", "network " + layers.get(0).inputs, ""));
  }

  private static final class NetworkScorer extends BaseScorer {

    private final DenseLayer[] layers;
    private final float[] rowIn;
    private final float[] rowOut;

    /** Made once a block is scored, so that a service of single rows pays for none. */
    private float[][] blockIn = new float[0][];

    private float[][] blockOut = new float[0][];
    private final double[] logits;

    NetworkScorer(DenseLayer[] layers) {
      super(layers[0].inputs, layers[layers.length - 1].outputs);
      this.layers = layers;
      int width = layers[0].inputs;
      for (DenseLayer layer : layers) {
        width = Math.max(width, layer.columns());
      }
      rowIn = new float[width];
      rowOut = new float[width];
      logits = new double[classes()];
    }

    @Override
    void scoreFinite(double[] values, int from, int rows, double[] probabilities) {
      int done = 0;
      while (rows - done >= LEAST_BLOCK) {
        int block = Math.min(BLOCK, rows - done);
        scoreBlock(values, from + done * inputs(), block, probabilities, done * classes());
        done += block;
      }
      for (; done < rows; done++) {
        scoreRow(values, from + done * inputs(), probabilities, done * classes());
      }
    }

    private void scoreRow(double[] values, int from, double[] probabilities, int to) {
      float[] in = rowIn;
      float[] out = rowOut;
      for (int i = 0; i < inputs(); i++) {
        in[i] = (float) values[from + i];
      }
      for (int layer = 0; layer < layers.length; layer++) {
        layers[layer].row(in, out, layer < layers.length - 1);
        float[] swapped = in;
        in = out;
        out = swapped;
      }
      for (int k = 0; k < logits.length; k++) {
        logits[k] = in[k];
      }
      Softmax.write(logits, probabilities, to);
    }

    private void turn(double[] values, int from, int firstRow, int afterRow, float[][] columns) {
      int inputs = inputs();
      for (int i = 0; i < inputs; i++) {
        float[] column = columns[i];
        for (int row = firstRow, at = from + row * inputs + i; row < afterRow; row++) {
          column[row] = (float) values[at];
          at += inputs;
        }
      }
    }

    private void scoreBlock(double[] values, int from, int rows, double[] probabilities, int to) {
      if (blockIn.length == 0) {
        blockIn = new float[rowIn.length][BLOCK];
        blockOut = new float[rowIn.length][BLOCK];
      }
      float[][] in = blockIn;
      float[][] out = blockOut;
      for (int row = 0; row < rows; row += TURNED) {
        turn(values, from, row, Math.min(rows, row + TURNED), in);
      }
      for (int layer = 0; layer < layers.length; layer++) {
        layers[layer].block(in, out, layer < layers.length - 1);
        float[][] swapped = in;
        in = out;
        out = swapped;
      }
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < logits.length; k++) {
          logits[k] = in[k][row];
        }
        Softmax.write(logits, probabilities, to + row * logits.length);
      }
    }
  }
}
