package io.github.churnseg.cluster;

/**
 * The sum of many values, in the sense of {@link ExactSum}: neither the order of the values nor the
 * number of threads shows. Values are summed in many sums side by side, which the compiler turns
 * into vector instructions, as it does not with one sum.
 */
final class ExactTotal {

  /** How many values are summed at a time. */
  static final int BLOCK = BlockArrays.LENGTH;

  /** Blocks a task. */
  private static final int CHUNK = 67;

  private final ExactSum.Grid grid;
  private final Summands summands;
  private final double[] block;
  private final double[] coarse;
  private final double[] fine;

  private ExactTotal(ExactSum.Grid grid, Summands summands) {
    this.grid = grid;
    this.summands = summands;
    double[][] arrays = BlockArrays.of(3);
    block = arrays[0];
    coarse = arrays[1];
    fine = arrays[2];
  }

  /** Tells the values to sum, part by part, to several threads at a time. */
  interface Summands {

    /** Writes the values of some neighbours to the start of the block. */
    void write(int from, int count, double[] block);
  }

  /**
   * Sums values.
   *
   * @param size how many
   * @param largest none is larger, in absolute value
   */
  static double of(int size, double largest, Workers workers, Summands summands) {
    ExactSum.Grid grid = new ExactSum.Grid(largest, size);
    int step = CHUNK * BLOCK;
    ExactTotal[] parts = new ExactTotal[(size + step - 1) / step];
    workers.forEach(
        parts.length,
        chunk -> {
          parts[chunk] = new ExactTotal(grid, summands);
          parts[chunk].addAll(chunk * step, Math.min(size, (chunk + 1) * step));
        });
    double coarse = 0;
    double fine = 0;
    for (ExactTotal part : parts) {
      for (int lane = 0; lane < BLOCK; lane++) {
        coarse += part.coarse[lane];
        fine += part.fine[lane];
      }
    }
    return coarse + fine;
  }

  private void addAll(int from, int to) {
    for (int start = from; start < to; start += BLOCK) {
      int count = Math.min(BLOCK, to - start);
      summands.write(start, count, block);
      add(block, count, coarse, fine);
    }
  }

  private void add(double[] values, int count, double[] heads, double[] rests) {
    double coarseShift = grid.coarseShift;
    double fineShift = grid.fineShift;
    for (int i = 0; i < count; i++) {
      double head = values[i] + coarseShift - coarseShift;
      heads[i] = heads[i] + head;
      rests[i] = rests[i] + (values[i] - head + fineShift - fineShift);
    }
  }
}
