package io.github.churnseg.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Splits rows so that each part has its share of each class. */
final class Stratified {

  private Stratified() {}

  /** Shuffles in place. */
  static void shuffle(int[] rows, SplittableRandom random) {
    for (int i = rows.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = rows[i];
      rows[i] = rows[other];
      rows[other] = swapped;
    }
  }

  /** The number of a part, for each row; parts of a class differ by one row at most. */
  static int[] folds(int[] classOfRow, int classes, int folds, SplittableRandom random) {
    int[] fold = new int[classOfRow.length];
    int next = 0;
    for (int index = 0; index < classes; index++) {
      // Where one class left off the next goes on, so that the parts are of one size in all.
      for (int row : shuffledOf(index, classOfRow, random)) {
        fold[row] = next;
        next = (next + 1) % folds;
      }
    }
    return fold;
  }

  /** Two parts: the rows that are left, and about this share of each class. */
  static int[][] split(int[] classOfRow, int classes, double share, SplittableRandom random) {
    List<Integer> kept = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    for (int index = 0; index < classes; index++) {
      int[] rows = shuffledOf(index, classOfRow, random);
      int take = (int) Math.round(share * rows.length);
      for (int i = 0; i < rows.length; i++) {
        (i < take ? taken : kept).add(rows[i]);
      }
    }
    return new int[][] {sorted(kept), sorted(taken)};
  }

  private static int[] shuffledOf(int index, int[] classOfRow, SplittableRandom random) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < classOfRow.length; row++) {
      if (classOfRow[row] == index) {
        rows.add(row);
      }
    }
    int[] shuffled = rows.stream().mapToInt(Integer::intValue).toArray();
    shuffle(shuffled, random);
    return shuffled;
  }

  private static int[] sorted(List<Integer> rows) {
    return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
