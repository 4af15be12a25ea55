package io.github.churnseg.cluster;

/**
 * On which side of the border each point of a tile between two centres is. So many points as there
 * are bits in a long are decided at a time, and what is known of them is kept together.
 */
final class Sides {

  /** How many points are decided at a time. */
  static final int RUN = Long.SIZE;

  private static final int RUNS = (Tiles.MOST_POINTS + RUN - 1) / RUN;

  /** A bit a point, the lowest for the first of a run: whether the second centre is nearer. */
  final long[] bits;

  /** When a run was decided. */
  final int[] decided;

  /**
   * The smallest gap, the difference of squared distances, of a point of the run that was then
   * nearer to the first.
   */
  final double[] leastOfFirst;

  /** The same of a point that was nearer to the second. */
  final double[] leastOfSecond;

  Sides(int tiles) {
    bits = new long[tiles * RUNS];
    decided = new int[tiles * RUNS];
    leastOfFirst = new double[tiles * RUNS];
    leastOfSecond = new double[tiles * RUNS];
  }

  /** The number of the run of a tile that has the point at this place. */
  static int run(int tile, int place) {
    return tile * RUNS + place / RUN;
  }

  boolean isSecond(int tile, int place) {
    return (bits[run(tile, place)] >>> place & 1) != 0;
  }

  /** How many points of a tile are nearer to the second centre. */
  int seconds(int tile) {
    int seconds = 0;
    for (int run = tile * RUNS; run < (tile + 1) * RUNS; run++) {
      seconds += Long.bitCount(bits[run]);
    }
    return seconds;
  }
}
