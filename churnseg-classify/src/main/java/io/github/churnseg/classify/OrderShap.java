package io.github.churnseg.classify;

import java.util.SplittableRandom;

/**
 * The mean over random orders in which columns join, each walked forwards and backwards, which
 * cancels much of the error. Everybody is explained by the same orders, so that equal customers get
 * equal values.
 */
final class OrderShap extends ShapMethod {

  private final PredictedMeans means;
  private final int[][] orders;
  private final double base;

  OrderShap(EncodedColumns columns, PredictedMeans means, int permutations, long seed) {
    super(columns, ShapScale.PROBABILITY, "mean over " + permutations + " permutations");
    this.means = means;
    this.base = means.mixture().mean();
    SplittableRandom random = new SplittableRandom(seed);
    this.orders = new int[permutations][];
    for (int index = 0; index < permutations; index += 2) {
      orders[index] = means.readColumns();
      Stratified.shuffle(orders[index], random);
      orders[index + 1] = reversed(orders[index]);
    }
  }

  private static int[] reversed(int... order) {
    int[] reversed = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      reversed[order.length - 1 - at] = order[at];
    }
    return reversed;
  }

  @Override
  double base() {
    return base;
  }

  @Override
  double output(double[] rows, int row) {
    return means.output(rows, row);
  }

  @Override
  double[] effects(double[] rows, int row) {
    PredictedMeans.Mixture mixture = means.mixture();
    double[] effects = new double[columns.count()];
    for (int[] order : orders) {
      mixture.reset();
      double before = base;
      for (int column : order) {
        mixture.take(column, rows, row);
        double after = mixture.mean();
        effects[column] += (after - before) / orders.length;
        before = after;
      }
    }
    return effects;
  }
}
