package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.Shown;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of features, none twice, and where each of them stands. Four bytes a row; those that do
 * not ascend take eight more once somebody looks one up. Safe from many threads.
 */
final class RowNumbers {

  private final int[] rows;
  private final boolean ascending;

  /** The row in the upper, its place in the lower half, sorted; made when it is first needed. */
  private volatile long @Nullable [] places;

  private RowNumbers(int[] rows, boolean ascending) {
    this.rows = rows;
    this.ascending = ascending;
  }

  /** Copies the numbers; refuses those that are not there, or there twice. */
  static RowNumbers of(CustomerFeatures all, int... given) {
    int[] rows = given.clone();
    int size = all.size();
    boolean ascending = true;
    int last = -1;
    for (int row : rows) {
      if (row < 0 || row >= size) {
        throw new IndexOutOfBoundsException("no row " + row + " (from 0); there are " + size);
      }
      ascending &= row > last;
      last = row;
    }
    if (!ascending) {
      refuseTwice(all, rows);
    }
    return new RowNumbers(rows, ascending);
  }

  private static void refuseTwice(CustomerFeatures all, int... rows) {
    BitSet seen = new BitSet();
    for (int place = 0; place < rows.length; place++) {
      int row = rows[place];
      if (seen.get(row)) {
        int first = 0;
        while (rows[first] != row) {
          first++;
        }
        throw new InvalidDataException(
            "row %s, id %s, is selected twice, as row %s and as row %s (from 0); select it once"
                .formatted(row, Shown.value(all.id(row)), first, place));
      }
      seen.set(row);
    }
  }

  int size() {
    return rows.length;
  }

  /** The row at a place. */
  int get(int place) {
    return rows[place];
  }

  /** All of them, in their order, in a new array. */
  int[] toArray() {
    return rows.clone();
  }

  /** Where a row stands, or a negative number. */
  int find(int row) {
    if (ascending) {
      return Arrays.binarySearch(rows, row);
    }
    long[] made = places;
    long[] sorted = made == null ? sort() : made;
    int at = Arrays.binarySearch(sorted, (long) row << 32);
    int next = at < 0 ? -at - 1 : at;
    return next < sorted.length && sorted[next] >>> 32 == row ? (int) sorted[next] : -1;
  }

  /** Of threads that come at once, one sorts and the others wait for it. */
  private synchronized long[] sort() {
    long[] made = places;
    if (made != null) {
      return made;
    }
    long[] sorted = new long[rows.length];
    Arrays.setAll(sorted, place -> (long) rows[place] << 32 | place);
    Arrays.sort(sorted);
    places = sorted;
    return sorted;
  }
}
