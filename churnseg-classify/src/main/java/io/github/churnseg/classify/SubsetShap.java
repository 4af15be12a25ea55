package io.github.churnseg.classify;

/** Shapley's formula as it stands: every column with every subset of the others. */
final class SubsetShap extends ShapMethod {

  private final PredictedMeans means;
  private final int[] players;
  private final double base;

  SubsetShap(EncodedColumns columns, PredictedMeans means) {
    super(columns, ShapScale.PROBABILITY, "exact over all subsets of columns");
    this.means = means;
    this.players = means.readColumns();
    this.base = means.mixture().mean();
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
    double[] worth = new double[1 << players.length];
    for (int subset = 0; subset < worth.length; subset++) {
      mixture.reset();
      for (int player = 0; player < players.length; player++) {
        if ((subset >> player & 1) == 1) {
          mixture.take(players[player], rows, row);
        }
      }
      worth[subset] = mixture.mean();
    }
    double[] weights = weights();
    double[] effects = new double[columns.count()];
    for (int player = 0; player < players.length; player++) {
      for (int subset = 0; subset < worth.length; subset++) {
        if ((subset >> player & 1) == 0) {
          effects[players[player]] +=
              weights[Integer.bitCount(subset)] * (worth[subset | 1 << player] - worth[subset]);
        }
      }
    }
    return effects;
  }

  /** By the size of a subset: the share of the orders in which just these columns came before. */
  private double[] weights() {
    double[] weights = new double[players.length];
    double orders = players.length;
    for (int size = 0; size < weights.length; size++) {
      weights[size] = 1 / orders;
      orders *= (double) (players.length - 1 - size) / (size + 1);
    }
    return weights;
  }
}
