package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A way to compute Shapley values for one model and one class. Safe to share between threads. */
abstract class ShapMethod {

  /** 2 to the power of this many columns is still fewer subsets than are worth drawing from. */
  private static final int ALL_SUBSETS = 10;

  final EncodedColumns columns;
  private final ShapScale scale;
  private final String shown;

  ShapMethod(EncodedColumns columns, ShapScale scale, String shown) {
    this.columns = columns;
    this.scale = scale;
    this.shown = shown;
  }

  static ShapMethod of(
      ClassifierModel model, int asked, CustomerFeatures background, Shap.Settings settings) {
    CustomerFeatures sorted = background.select(IdOrder.of(background));
    EncodedColumns columns = EncodedColumns.of(model.preprocessing());
    boolean two = model.classes().size() == 2;
    if (model instanceof CalibratedModel calibrated && calibrated.curves().isEmpty()) {
      return of(calibrated.model(), asked, background, settings);
    }
    if (model instanceof FittedClassifier fitted) {
      if (fitted.function() instanceof LinearFunction linear && two && !settings.probabilities()) {
        return new LinearShap(columns, linear, asked, model.preprocessing().encode(sorted));
      }
      if (fitted.function() instanceof TreeEnsemble trees
          && TreeShap.canExplain(trees, settings.probabilities())) {
        return new TreeShap(columns, trees, asked, drawn(model, sorted, settings));
      }
    }
    double[] rows = drawn(model, sorted, settings);
    PredictedMeans means = new PredictedMeans(model, columns, asked, rows);
    return means.readColumns().length <= ALL_SUBSETS
        ? new SubsetShap(columns, means)
        : new OrderShap(columns, means, settings.permutations(), settings.seed());
  }

  private static double[] drawn(
      ClassifierModel model, CustomerFeatures sorted, Shap.Settings settings) {
    int[] order = new int[sorted.size()];
    Arrays.setAll(order, row -> row);
    if (order.length > settings.backgroundRows()) {
      Stratified.shuffle(order, new SplittableRandom(settings.seed()));
      order = Arrays.copyOf(order, settings.backgroundRows());
      Arrays.sort(order);
    }
    return model.preprocessing().encode(sorted.select(order));
  }

  /** What the values are added to: the mean output of the background. */
  abstract double base();

  /** The output for an encoded row, computed apart from the values. */
  abstract double output(double[] rows, int row);

  /** The value of each column for an encoded row. */
  abstract double[] effects(double[] rows, int row);

  ShapScale scale() {
    return scale;
  }

  /** How it is computed. */
  @Override
  public String toString() {
    return shown;
  }
}
