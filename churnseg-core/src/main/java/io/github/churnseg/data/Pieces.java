package io.github.churnseg.data;

/**
 * How columns are cut into pieces: 32 Ki lines. A piece of longs is 256 KB, which is less than half
 * of the smallest region of the G1 collector; larger arrays would each take whole regions.
 */
final class Pieces {

  static final int SHIFT = 15;

  /** Lines in a full piece. */
  static final int SIZE = 1 << SHIFT;

  static final int MASK = SIZE - 1;

  private Pieces() {}

  /** How many pieces so many lines fill or begin. */
  static int count(int lines) {
    return (int) (((long) lines + MASK) >>> SHIFT);
  }

  /** How many of the lines are in a piece. */
  static int linesIn(int piece, int lines) {
    return Math.min(SIZE, lines - (piece << SHIFT));
  }
}
