package io.github.churnseg.cluster;

/**
 * For each of some groups the sum of its points and of their weights, exact in the sense of {@link
 * ExactSum}: points may come and go in any order, and equal groups have equal bits.
 */
final class Sums {

  private final Points points;
  private final ExactSum.Grid[] grids;
  private final int width;
  private final double[] coarse;
  private final double[] fine;

  private Sums(Points points, ExactSum.Grid[] grids, int groups) {
    this.points = points;
    this.grids = grids;
    this.width = grids.length;
    this.coarse = new double[groups * width];
    this.fine = new double[groups * width];
  }

  static Sums none(Points points, int groups) {
    int dimensions = points.dimensions();
    ExactSum.Grid[] grids = new ExactSum.Grid[dimensions + 1];
    double heaviest = 1;
    for (int point = 0; point < points.size(); point++) {
      heaviest = Math.max(heaviest, points.weight(point));
    }
    for (int j = 0; j < dimensions; j++) {
      double largest = 0;
      for (double value : points.column(j)) {
        largest = Math.max(largest, Math.abs(value));
      }
      grids[j] = new ExactSum.Grid(largest * heaviest, points.size());
    }
    grids[dimensions] = new ExactSum.Grid(heaviest, points.size());
    return new Sums(points, grids, groups);
  }

  /** Sums of the same points in the same grids, at nothing. */
  Sums none() {
    return new Sums(points, grids, coarse.length / width);
  }

  void add(int group, int point) {
    add(group, point, points.weight(point));
  }

  private void add(int group, int point, double weight) {
    for (int j = 0, at = group * width; j < width; j++, at++) {
      double value = j == width - 1 ? weight : points.column(j)[point] * weight;
      double head = grids[j].coarse(value);
      coarse[at] += head;
      fine[at] += grids[j].fine(value - head);
    }
  }

  void addAll(Sums other) {
    for (int at = 0; at < coarse.length; at++) {
      coarse[at] += other.coarse[at];
      fine[at] += other.fine[at];
    }
  }

  boolean isEmpty(int group) {
    int at = group * width + width - 1;
    return !(coarse[at] + fine[at] > 0);
  }

  void mean(int group, double[] centre) {
    int last = group * width + width - 1;
    double weight = coarse[last] + fine[last];
    for (int j = 0, at = group * width; j < centre.length; j++, at++) {
      centre[j] = (coarse[at] + fine[at]) / weight;
    }
  }
}
