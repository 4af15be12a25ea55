package io.github.churnseg.classify;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** What each column can do alone. */
final class SingleFeatures {

  private static final int FOLDS = 5;

  private SingleFeatures() {}

  /** Columns by falling AUC, equals by name; none where all customers are of one class. */
  static List<FeatureAuc> of(CustomerFeatures customers, Labels labels) {
    int[] asked = asked(labels);
    List<FeatureAuc> all = new ArrayList<>();
    for (String column : customers.numericColumns()) {
      double[] values = customers.numeric(column);
      all.add(new FeatureAuc(column, mean(asked, labels, index -> numeric(values, labels, index))));
    }
    for (String column : customers.categoricalColumns()) {
      Categories values = customers.categorical(column);
      int[] folds = folds(customers, labels);
      all.add(
          new FeatureAuc(
              column, mean(asked, labels, index -> categorical(values, folds, labels, index))));
    }
    return all.stream()
        .filter(one -> !Double.isNaN(one.auc()))
        .sorted(
            Comparator.comparingDouble(FeatureAuc::auc)
                .reversed()
                .thenComparing(FeatureAuc::column))
        .toList();
  }

  /** The positive class, or the second of two, or all. */
  private static int[] asked(Labels labels) {
    return labels
        .positive()
        .map(name -> new int[] {labels.classes().indexOf(name)})
        .orElseGet(() -> OneAgainstRest.asked(labels.classes().size()));
  }

  private interface OfClass {
    double auc(int index);
  }

  private static double mean(int[] asked, Labels labels, OfClass column) {
    List<Integer> counts = List.copyOf(labels.counts().values());
    return Arrays.stream(asked)
        .filter(index -> counts.get(index) > 0 && counts.get(index) < labels.size())
        .mapToDouble(column::auc)
        .average()
        .orElse(Double.NaN);
  }

  /** Missing numbers stand together at one end or the other: that they are missing may tell all. */
  private static double numeric(double[] values, Labels labels, int index) {
    double best = 0;
    for (double end : new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
      double[] filled = Arrays.stream(values).map(x -> Double.isNaN(x) ? end : x + 0.0).toArray();
      double auc = Ranking.of(filled, is(labels, index)).auc();
      best = Math.max(best, Math.max(auc, 1 - auc));
    }
    return best;
  }

  /** A category counts as the share of the class among customers of it in the other folds. */
  private static double categorical(Categories values, int[] folds, Labels labels, int index) {
    boolean[] is = is(labels, index);
    if (values.isOrdered()) {
      double[] levels = new double[values.size()];
      Arrays.setAll(levels, row -> values.level(row) < 0 ? Double.NaN : values.level(row));
      return numeric(levels, labels, index);
    }
    int levels = values.levels().size() + 1;
    double[][] hits = new double[FOLDS][levels];
    double[][] rows = new double[FOLDS][levels];
    double positives = 0;
    for (int row = 0; row < is.length; row++) {
      hits[folds[row]][values.level(row) + 1] += is[row] ? 1 : 0;
      rows[folds[row]][values.level(row) + 1]++;
      positives += is[row] ? 1 : 0;
    }
    double prior = positives / is.length;
    double[] scores = new double[is.length];
    for (int row = 0; row < is.length; row++) {
      double hit = prior;
      double many = 1;
      for (int fold = 0; fold < FOLDS; fold++) {
        if (fold != folds[row]) {
          hit += hits[fold][values.level(row) + 1];
          many += rows[fold][values.level(row) + 1];
        }
      }
      scores[row] = hit / many;
    }
    // Shares have a direction of their own: below .5 the column tells nothing.
    return Math.max(0.5, Ranking.of(scores, is).auc());
  }

  private static int[] folds(CustomerFeatures customers, Labels labels) {
    int[] order = IdOrder.of(customers);
    int[] classes = Arrays.stream(order).map(labels::index).toArray();
    int[] dealt =
        Stratified.folds(classes, labels.classes().size(), FOLDS, new SplittableRandom(0));
    int[] folds = new int[order.length];
    for (int at = 0; at < order.length; at++) {
      folds[order[at]] = dealt[at];
    }
    return folds;
  }

  private static boolean[] is(Labels labels, int index) {
    boolean[] is = new boolean[labels.size()];
    for (int row = 0; row < is.length; row++) {
      is[row] = labels.index(row) == index;
    }
    return is;
  }
}
