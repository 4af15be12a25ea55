package io.github.churnseg.classify;

import java.util.stream.IntStream;

/** Which rows are learnt from and which are predicted. Its arrays are shared, never written to. */
final class Fold {

  final int repeat;
  final int[] seen;
  final int[] unseen;

  Fold(int repeat, int[] seen, int[] unseen) {
    this.repeat = repeat;
    this.seen = seen;
    this.unseen = unseen;
  }

  /** One fold of a deal that gives each row the number of its part. */
  static Fold of(int repeat, int[] partOfRow, int part) {
    return new Fold(
        repeat,
        IntStream.range(0, partOfRow.length).filter(row -> partOfRow[row] != part).toArray(),
        IntStream.range(0, partOfRow.length).filter(row -> partOfRow[row] == part).toArray());
  }

  /** How many are predicted for each one that is learnt from. */
  double ratio() {
    return (double) unseen.length / seen.length;
  }
}
