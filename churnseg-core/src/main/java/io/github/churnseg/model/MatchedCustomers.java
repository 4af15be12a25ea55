package io.github.churnseg.model;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The customers that several segmentations share, in the order of the first. */
final class MatchedCustomers {

  /** By segmentation, the row of each shared customer. */
  final int[][] rows;

  private MatchedCustomers(int[][] rows) {
    this.rows = rows;
  }

  static MatchedCustomers of(List<Assignments> segmentations) {
    Assignments first = segmentations.get(0);
    int[][] rows = new int[segmentations.size()][first.size()];
    int shared = 0;
    for (int row = 0; row < first.size(); row++) {
      rows[0][shared] = row;
      shared += find(segmentations, row, rows, shared) ? 1 : 0;
    }
    int size = shared;
    return new MatchedCustomers(
        Arrays.stream(rows).map(r -> Arrays.copyOf(r, size)).toArray(int[][]::new));
  }

  private static boolean find(List<Assignments> segmentations, int row, int[][] rows, int place) {
    Assignments first = segmentations.get(0);
    for (int other = 1; other < rows.length; other++) {
      Assignments there = segmentations.get(other);
      if (there.customers() == first.customers()) {
        rows[other][place] = row;
      } else {
        OptionalInt found = there.customers().rowOf(first.id(row));
        if (found.isEmpty()) {
          return false;
        }
        rows[other][place] = found.getAsInt();
      }
    }
    return true;
  }

  int size() {
    return rows[0].length;
  }

  /** The label of each shared customer in one of the segmentations. */
  int[] labels(int segmentation, Assignments assignments) {
    return Arrays.stream(rows[segmentation]).map(assignments::labelIndex).toArray();
  }

  void checkNotEmpty(List<Assignments> segmentations) {
    if (size() == 0) {
      throw new InvalidDataException(
          "the segmentations, of %s customers, share no customer; their ids must be of one kind"
              .formatted(segmentations.stream().map(Assignments::size).toList()));
    }
  }
}
