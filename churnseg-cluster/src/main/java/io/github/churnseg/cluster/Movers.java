package io.github.churnseg.cluster;

/** Points of a block that change groups. */
final class Movers {

  /** Where they are in the block. */
  final int[] places = new int[BlockArrays.LENGTH];

  /** Their numbers among all points. */
  final int[] points = new int[BlockArrays.LENGTH];

  /** The groups they leave. */
  final int[] sources = new int[BlockArrays.LENGTH];

  /** The groups they join. */
  final int[] targets = new int[BlockArrays.LENGTH];

  private int count;

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  /** Takes a point, if it moves at all: without a branch, since nothing foretells it. */
  void add(int place, int point, int source, int target) {
    places[count] = place;
    points[count] = point;
    sources[count] = source;
    targets[count] = target;
    count += source == target ? 0 : 1;
  }
}
