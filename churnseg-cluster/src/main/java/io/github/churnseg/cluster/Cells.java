package io.github.churnseg.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points that are together in every one of several groupings form a cell. What is summed by cell
 * serves all groupings at once: their groups are unions of cells.
 */
final class Cells {

  private final int[] cellOf;
  private int count = 1;

  /** By grouping, the group of each cell. */
  private final List<int[]> groupOf = new ArrayList<>();

  Cells(int points) {
    cellOf = new int[points];
  }

  int count() {
    return count;
  }

  int groupings() {
    return groupOf.size();
  }

  int cell(int point) {
    return cellOf[point];
  }

  int group(int grouping, int cell) {
    return groupOf.get(grouping)[cell];
  }

  /** Splits the cells by one more grouping, unless that made more than {@code limit} of them. */
  boolean split(Grouping grouping, int limit) {
    int[] next = new int[count * grouping.k];
    Arrays.fill(next, -1);
    int cells = 0;
    for (int point = 0; point < cellOf.length; point++) {
      int pair = cellOf[point] * grouping.k + grouping.groups[point];
      if (next[pair] < 0) {
        next[pair] = cells++;
      }
    }
    if (cells > limit) {
      return false;
    }
    for (int point = 0; point < cellOf.length; point++) {
      cellOf[point] = next[cellOf[point] * grouping.k + grouping.groups[point]];
    }
    remap(grouping.k, next, cells);
    count = cells;
    return true;
  }

  private void remap(int k, int[] next, int cells) {
    List<int[]> before = List.copyOf(groupOf);
    groupOf.clear();
    before.forEach(old -> groupOf.add(new int[cells]));
    int[] added = new int[cells];
    for (int pair = 0; pair < next.length; pair++) {
      if (next[pair] >= 0) {
        for (int g = 0; g < before.size(); g++) {
          groupOf.get(g)[next[pair]] = before.get(g)[pair / k];
        }
        added[next[pair]] = pair % k;
      }
    }
    groupOf.add(added);
  }

  int[] sizes() {
    int[] sizes = new int[count];
    for (int cell : cellOf) {
      sizes[cell]++;
    }
    return sizes;
  }
}
