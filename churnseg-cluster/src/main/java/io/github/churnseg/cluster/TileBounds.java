package io.github.churnseg.cluster;

/** What follows from the boxes of tiles alone about the distances of their points from centres. */
final class TileBounds {

  private final Tiles tiles;
  private final int k;

  /** More than the relative error of the difference of two computed distances. */
  private final double rounding;

  private double[][] centres = new double[0][];

  /** The centres that can be nearest to a point of the tile last looked at, in ascending order. */
  final int[] rivals;

  /** All other centres are farther from each of its points than one of these, by more than this. */
  double margin;

  TileBounds(Points points, int k) {
    this.tiles = points.tiles();
    this.k = k;
    this.rounding = (points.dimensions() + 8) * 0x1p-49;
    this.rivals = new int[k];
  }

  void moveTo(double[][] newCentres) {
    centres = newCentres;
  }

  /**
   * Finds the {@link #rivals} and their {@link #margin}.
   *
   * @param guess the centre that is nearest to the middle, or was lately
   * @return how many rivals there are; if it is one, it is the nearest to all points
   */
  int find(int tile, int guess) {
    int count = findBeside(tile, guess);
    if (count > 1) {
      int nearest = nearestToMiddle(tile);
      if (nearest != guess) {
        count = findBeside(tile, nearest);
      }
    }
    return count;
  }

  /** The same with one centre that others are compared with. */
  private int findBeside(int tile, int near) {
    double reach = reach(tile, square(tile, near));
    int count = 0;
    margin = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      double lead = c == near ? 0 : lead(tile, near, c, reach);
      if (lead > 0) {
        margin = Math.min(margin, lead);
      } else {
        rivals[count++] = c;
      }
    }
    return count;
  }

  private int nearestToMiddle(int tile) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < k; c++) {
      double square = square(tile, c);
      if (square < least) {
        least = square;
        nearest = c;
      }
    }
    return nearest;
  }

  /** By how much all points of a tile are nearer to one centre than to another, at least. */
  private double lead(int tile, int near, int far, double reach) {
    double[] a = centres[near];
    double[] b = centres[far];
    double[] boxes = tiles.boxes;
    int at = tiles.row(tile);
    double least = 0;
    double square = 0;
    for (int j = 0; j < a.length; j++) {
      double middle = boxes[at + j];
      double half = boxes[at + a.length + j];
      double apart = b[j] - a[j];
      double away = b[j] - middle;
      // In the corner of the box that is nearest to the other centre's side.
      least += apart * (away + (a[j] - middle)) - 2 * Math.abs(apart) * half;
      square += away * away;
    }
    return least > 0 ? margin(least, reach + reach(tile, square)) : 0;
  }

  /**
   * By how much distances from two centres differ, at least.
   *
   * @param gap by how much their squares do
   * @param reach no sum of the two distances is larger
   */
  double margin(double gap, double reach) {
    return gap / reach - rounding * reach;
  }

  /** No point of the tile has a larger sum of its distances from both centres. */
  double reachOfBoth(int tile, int first, int second) {
    // At equal distances the bound of the sum is exact, and at a border they are nearly equal.
    double squares = square(tile, first) + square(tile, second);
    return Math.sqrt(2 * squares) * (1 + 1e-9) + 2 * tiles.radius[tile];
  }

  /** No point of the tile is farther from a centre that is so far from the middle, squared. */
  private double reach(int tile, double square) {
    return Math.sqrt(square) * (1 + 1e-9) + tiles.radius[tile];
  }

  /** The squared distance of a centre from the middle of a tile's box. */
  private double square(int tile, int centre) {
    double[] place = centres[centre];
    int at = tiles.row(tile);
    double square = 0;
    for (int j = 0; j < place.length; j++) {
      double away = tiles.boxes[at + j] - place[j];
      square += away * away;
    }
    return square;
  }
}
