package io.github.churnseg.classify;

import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Scorer;
import java.util.stream.IntStream;

/** The mean probability over background rows that were given some values of a customer's. */
final class PredictedMeans {

  private final ClassifierModel model;
  private final EncodedColumns columns;
  private final int asked;
  private final double[] background;
  private final int rows;

  PredictedMeans(ClassifierModel model, EncodedColumns columns, int asked, double[] background) {
    this.model = model;
    this.columns = columns;
    this.asked = asked;
    this.background = background;
    this.rows = columns.width() == 0 ? 1 : background.length / columns.width();
  }

  /** The columns that can matter. */
  int[] readColumns() {
    return IntStream.range(0, columns.count()).filter(columns::isRead).toArray();
  }

  double output(double[] encoded, int row) {
    double[] probabilities = new double[model.classes().size()];
    model.scorer().score(encoded, row, 1, probabilities);
    return probabilities[asked];
  }

  /** A mixture of background and customer, for one thread. */
  Mixture mixture() {
    return new Mixture();
  }

  final class Mixture {

    private final Scorer scorer = model.scorer();
    private final double[] mixed = background.clone();
    private final double[] probabilities = new double[rows * model.classes().size()];

    /** Gives all rows the customer's value in a column. */
    void take(int column, double[] encoded, int row) {
      for (int to = 0; to < rows; to++) {
        columns.copy(column, encoded, row, mixed, to);
      }
    }

    /** Gives all rows their own values back. */
    void reset() {
      System.arraycopy(background, 0, mixed, 0, mixed.length);
    }

    double mean() {
      scorer.score(mixed, 0, rows, probabilities);
      double mean = 0;
      for (int row = 0; row < rows; row++) {
        mean += (probabilities[row * model.classes().size() + asked] - mean) / (row + 1);
      }
      return mean;
    }
  }
}
