package io.github.churnseg.cluster;

/** Puts those points of a block that have a new centre into its group. */
final class Movers {

  /** Sums for pairs of groups, in all their dimensions, that stay in a near cache. */
  private static final int MOST_SUMS = 4096;

  private final Sums sums;

  /** Of the points that go from one group to another, for each two groups; for none if many. */
  private final Sums pairs;

  /** 0 where there are too many groups for pairs of them. */
  private final int k;

  /** Where movers are in the block. */
  private final int[] places = new int[BlockArrays.LENGTH];

  /**
   * Between any number of groups.
   *
   * @param sums of the groups; brought up to date with each point
   */
  Movers(Sums sums) {
    this(sums, 0);
  }

  /**
   * Between {@code k} groups of points of so many dimensions. Where these are few, what moves is
   * added up for each two groups, which takes half as many additions a point.
   *
   * @param sums of the groups; up to date when settled
   */
  Movers(Sums sums, int k, int dimensions) {
    this(sums, (long) k * k * (dimensions + 1) > MOST_SUMS ? 0 : k);
  }

  private Movers(Sums sums, int k) {
    this.sums = sums;
    this.k = k;
    this.pairs = sums.empty(k * k);
  }

  /**
   * Moves them.
   *
   * @param block the points' values, from the start of each column on
   * @param points their numbers among all points
   * @param centres the centre of each, in the order of the block
   * @param groups the group of each, in the order of all points; brought up to date
   */
  void move(double[][] block, int count, int[] points, int[] centres, int[] groups) {
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
      int from = groups[point];
      int to = centres[place];
      if (k > 0) {
        pairs.addPoint(block, place, point, from * k + to);
      } else {
        sums.movePoint(block, place, point, from, to);
      }
      groups[point] = to;
    }
  }

  /** Brings the sums up to date. */
  void settle() {
    if (!pairs.isChanged()) {
      return;
    }
    for (int from = 0; from < k; from++) {
      for (int to = 0; to < k; to++) {
        sums.addGroup(from, pairs, from * k + to, -1);
        sums.addGroup(to, pairs, from * k + to, 1);
      }
    }
    pairs.clear();
  }
}
