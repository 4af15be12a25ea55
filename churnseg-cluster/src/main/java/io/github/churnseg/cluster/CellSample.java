package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * All points cell by cell, and some of each cell drawn without replacement: a share in proportion
 * to its size, and of small ones more, so that no group goes unheard. All of them, where there are
 * few enough.
 */
final class CellSample {

  /** Of those drawn, this part is spread evenly over the cells, the rest by size. */
  private static final int EVEN_PART = 4;

  /** Fewer would make the standard error too large to tell one k from another. */
  private static final int FEWEST = 1000;

  /** The points, cell by cell. */
  final int[] points;

  /** Where each cell begins in {@link #points}, and the end. */
  final int[] starts;

  /** Places in {@link #points} that were drawn, ascending. */
  final int[] drawn;

  /** Where each cell begins in {@link #drawn}, and the end. */
  final int[] drawnStarts;

  private CellSample(int[] points, int[] starts, int[] drawn, int[] drawnStarts) {
    this.points = points;
    this.starts = starts;
    this.drawn = drawn;
    this.drawnStarts = drawnStarts;
  }

  /** How many are drawn of so many points, if all are where there are no more than a limit. */
  static int wanted(int size, int limit) {
    return size <= limit ? size : (int) Math.max(FEWEST, (long) limit * limit / size);
  }

  static CellSample draw(Cells cells, int size, int limit, long seed) {
    int[] sizes = cells.sizes();
    int[] starts = new int[sizes.length + 1];
    for (int cell = 0; cell < sizes.length; cell++) {
      starts[cell + 1] = starts[cell] + sizes[cell];
    }
    int[] points = new int[size];
    int[] next = starts.clone();
    for (int point = 0; point < size; point++) {
      points[next[cells.cell(point)]++] = point;
    }
    int[] drawnStarts = drawnStarts(sizes, size, limit);
    int[] drawn = new int[drawnStarts[sizes.length]];
    SplittableRandom random = new SplittableRandom(seed);
    for (int cell = 0; cell < sizes.length; cell++) {
      int first = starts[cell];
      int count = drawnStarts[cell + 1] - drawnStarts[cell];
      int[] some = Draws.some(sizes[cell], count, random.split());
      Arrays.setAll(some, i -> first + some[i]);
      System.arraycopy(some, 0, drawn, drawnStarts[cell], count);
    }
    return new CellSample(points, starts, drawn, drawnStarts);
  }

  private static int[] drawnStarts(int[] sizes, int size, int limit) {
    int wanted = wanted(size, limit);
    int[] starts = new int[sizes.length + 1];
    int even = Math.max(2, wanted / (EVEN_PART * sizes.length));
    for (int cell = 0; cell < sizes.length; cell++) {
      long share = (long) wanted * (EVEN_PART - 1) / EVEN_PART * sizes[cell] / size;
      int count = size <= limit ? sizes[cell] : (int) Math.min(sizes[cell], even + share);
      starts[cell + 1] = starts[cell] + count;
    }
    return starts;
  }

  int size(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  double[] gather(double[] column) {
    return Arrays.stream(points).mapToDouble(point -> column[point]).toArray();
  }
}
