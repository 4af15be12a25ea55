package io.github.churnseg.cluster;

/** Puts those points of a block that have a new centre into its group. */
final class Movers {

  /** Where they are in the block. */
  private final int[] places = new int[BlockArrays.LENGTH];

  /**
   * Moves them.
   *
   * @param block the points' values, from the start of each column on
   * @param points their numbers among all points
   * @param centres the centre of each, in the order of the block
   * @param groups the group of each, in the order of all points; brought up to date
   * @param sums of the groups; brought up to date
   */
  void move(double[][] block, int count, int[] points, int[] centres, int[] groups, Sums sums) {
    int movers = 0;
    for (int i = 0; i < count; i++) {
      // By arithmetic: a choice becomes a branch, and nothing foretells which way it would go.
      int change = groups[points[i]] ^ centres[i];
      places[movers] = i;
      movers += (change | -change) >>> (Integer.SIZE - 1);
    }
    for (int mover = 0; mover < movers; mover++) {
      int place = places[mover];
      int point = points[place];
      sums.movePoint(block, place, point, groups[point], centres[place]);
      groups[point] = centres[place];
    }
  }
}
