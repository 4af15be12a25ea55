package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * For each of some groups the sum of its points and of their weights, exact in the sense of {@link
 * ExactSum}: points may come and go in any order, and equal groups have equal bits.
 */
final class Sums {

  private final double[][] columns;
  private final double[] weights;
  private final ExactSum.Grid[] grids;
  private final int width;
  private final double[] coarse;
  private final double[] fine;
  private boolean changed;

  private Sums(double[][] columns, double[] weights, ExactSum.Grid[] grids, int groups) {
    this.columns = columns;
    this.weights = weights;
    this.grids = grids;
    this.width = grids.length;
    this.coarse = new double[groups * width];
    this.fine = new double[groups * width];
  }

  /**
   * Sums of no group.
   *
   * @param weights one a point, or empty where all weigh the same
   */
  static Sums none(double[][] columns, double[] weights, Ranges ranges) {
    int points = columns[0].length;
    ExactSum.Grid[] grids = new ExactSum.Grid[columns.length + 1];
    for (int j = 0; j < columns.length; j++) {
      grids[j] = new ExactSum.Grid(ranges.largest(j) * ranges.heaviest, points);
    }
    grids[columns.length] = new ExactSum.Grid(ranges.heaviest, points);
    return new Sums(columns, weights, grids, 0);
  }

  /** Sums of other groups of the same points, all of them empty. */
  Sums empty(int groups) {
    return new Sums(columns, weights, grids, groups);
  }

  /** Adds a run of points. */
  void addPoints(int group, int from, int to) {
    int at = group * width;
    for (int j = 0; j < columns.length; j++, at++) {
      if (weights.length == 0) {
        addRun(at, grids[j], columns[j], from, to);
      } else {
        for (int point = from; point < to; point++) {
          addValue(at, grids[j], columns[j][point] * weights[point], 1);
        }
      }
    }
    if (weights.length == 0) {
      addValue(at, grids[columns.length], to - from, 1);
    } else {
      addRun(at, grids[columns.length], weights, from, to);
    }
  }

  /**
   * Adds a run of points, each to a group of its own.
   *
   * @param block their values, from the start of each column on; used up where they are weighted
   * @param first the first of them
   */
  void addPoints(double[][] block, int count, int first, ByGroup points) {
    changed = true;
    for (int j = 0; j < block.length; j++) {
      for (int i = 0; i < count && weights.length > 0; i++) {
        block[j][i] *= weights[first + i];
      }
      points.add(block[j], grids[j], coarse, fine, j, width);
    }
    if (weights.length > 0) {
      double[] own = Arrays.copyOfRange(weights, first, first + count);
      points.add(own, grids[block.length], coarse, fine, block.length, width);
    } else {
      for (int at = block.length, group = 0; at < coarse.length; at += width, group++) {
        addValue(at, grids[block.length], points.size(group), 1);
      }
    }
  }

  /** Two sums side by side, since each addition waits for the one before. */
  private void addRun(int at, ExactSum.Grid grid, double[] values, int from, int to) {
    double coarseEven = 0;
    double fineEven = 0;
    double coarseOdd = 0;
    double fineOdd = 0;
    int point = from;
    for (; point + 1 < to; point += 2) {
      double even = grid.coarse(values[point]);
      double odd = grid.coarse(values[point + 1]);
      coarseEven += even;
      coarseOdd += odd;
      fineEven += grid.fine(values[point] - even);
      fineOdd += grid.fine(values[point + 1] - odd);
    }
    coarse[at] += coarseEven + coarseOdd;
    fine[at] += fineEven + fineOdd;
    if (point < to) {
      addValue(at, grid, values[point], 1);
    }
  }

  private void addValue(int at, ExactSum.Grid grid, double value, double sign) {
    double head = grid.coarse(value);
    coarse[at] += sign * head;
    fine[at] += sign * grid.fine(value - head);
  }

  /**
   * Adds a point.
   *
   * @param block values of some points
   * @param place where in the block it is
   */
  void addPoint(double[][] block, int place, int point, int group) {
    changed = true;
    double weight = weights.length == 0 ? 1 : weights[point];
    int at = group * width;
    for (int j = 0; j < width; j++) {
      addValue(at + j, grids[j], j < block.length ? block[j][place] * weight : weight, 1);
    }
  }

  /** Takes a point out of one group and puts it into another. */
  void movePoint(int point, int from, int to) {
    movePoint(columns, point, point, from, to);
  }

  /**
   * The same of a point whose values are nearer at hand.
   *
   * @param block values of some points
   * @param place where in the block it is
   */
  void movePoint(double[][] block, int place, int point, int from, int to) {
    changed = true;
    double weight = weights.length == 0 ? 1 : weights[point];
    int source = from * width;
    int target = to * width;
    for (int j = 0; j < width; j++) {
      double value = j < block.length ? block[j][place] * weight : weight;
      double head = grids[j].coarse(value);
      double rest = grids[j].fine(value - head);
      coarse[source + j] -= head;
      coarse[target + j] += head;
      fine[source + j] -= rest;
      fine[target + j] += rest;
    }
  }

  /**
   * Moves points between two groups, some one way and some the other.
   *
   * @param movers a bit for each point from {@code from} on: whether it moves
   * @param toSecond whether it moves to the second group
   */
  void moveBetween(int from, long movers, long toSecond, int first, int second) {
    changed = true;
    for (int j = 0; j < width; j++) {
      double[] values = j < columns.length ? columns[j] : weights;
      boolean weighted = j < columns.length && weights.length > 0;
      ExactSum.Grid grid = grids[j];
      double heads = 0;
      double rests = 0;
      for (long rest = movers; rest != 0; rest &= rest - 1) {
        int i = Long.numberOfTrailingZeros(rest);
        double value = values.length == 0 ? 1 : values[from + i];
        double summand = weighted ? value * weights[from + i] : value;
        double signed = summand * (((toSecond >>> i) & 1) * 2 - 1);
        double head = grid.coarse(signed);
        heads += head;
        rests += grid.fine(signed - head);
      }
      coarse[second * width + j] += heads;
      fine[second * width + j] += rests;
      coarse[first * width + j] -= heads;
      fine[first * width + j] -= rests;
    }
  }

  /** Adds a whole group of other sums to a group of these, or takes it out where sign is -1. */
  void addGroup(int group, Sums other, int otherGroup, int sign) {
    changed = true;
    int from = otherGroup * width;
    int to = group * width;
    for (int j = 0; j < width; j++) {
      coarse[to + j] += sign * other.coarse[from + j];
      fine[to + j] += sign * other.fine[from + j];
    }
  }

  /** Moves what other sums of as many groups hold to these. */
  void drain(Sums other) {
    if (!other.changed) {
      return;
    }
    for (int at = 0; at < coarse.length; at++) {
      coarse[at] += other.coarse[at];
      fine[at] += other.fine[at];
    }
    other.clear();
  }

  /** Whether anything but runs of points was added or taken out since they were empty. */
  boolean isChanged() {
    return changed;
  }

  void clear() {
    Arrays.fill(coarse, 0);
    Arrays.fill(fine, 0);
    changed = false;
  }

  double weight(int group) {
    int at = group * width + width - 1;
    return coarse[at] + fine[at];
  }

  /** How far all points of a group are away from a place in one dimension, added up. */
  double away(int group, int dimension, double place) {
    int at = group * width + dimension;
    return Math.fma(-weight(group), place, coarse[at]) + fine[at];
  }

  void mean(int group, double[] centre) {
    double weight = weight(group);
    int at = group * width;
    for (int j = 0; j < centre.length; j++) {
      centre[j] = (coarse[at + j] + fine[at + j]) / weight;
    }
  }
}
