package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** One measurement of permutation importance: the rows in the order of their ids, encoded once. */
final class PermutationRun {

  private final ClassifierModel model;
  private final CustomerFeatures customers;
  private final Labels labels;
  private final Metric metric;
  private final EncodedColumns columns;
  private final double[] rows;
  private final double[] probabilities;
  private final double baseline;
  private final long[] seeds;

  private PermutationRun(
      ClassifierModel model, CustomerFeatures customers, Labels labels, Metric metric, long seed) {
    this.model = model;
    this.customers = customers;
    this.labels = labels;
    this.metric = metric;
    this.columns = EncodedColumns.of(model.preprocessing());
    this.rows = model.preprocessing().encode(customers);
    this.probabilities = score(rows);
    this.baseline = figure(probabilities);
    this.seeds = new SplittableRandom(seed).longs(columns.count()).toArray();
  }

  static PermutationRun of(
      ClassifierModel model, CustomerFeatures given, Labels labels, Metric metric, long seed) {
    if (given.size() != labels.size()) {
      throw new IllegalArgumentException(
          given.size() + " customers but " + labels.size() + " labels; give one a customer");
    }
    if (given.size() < 2) {
      throw new InvalidDataException(
          given.size() + " customers: there is nothing to shuffle; give two or more");
    }
    int[] order = IdOrder.of(given);
    PermutationRun run =
        new PermutationRun(model, given.select(order), labels.select(order), metric, seed);
    if (Double.isNaN(run.baseline)) {
      throw new InvalidDataException(
          "there is no %s for these customers (%s); give some of each class, or choose another"
                  .formatted(metric, labels)
              + " metric");
    }
    return run;
  }

  ImportanceReport report(int repeats, Progress progress) {
    List<ColumnImportance> found =
        Parallel.map(columns.count(), "importance", progress, column -> measure(column, repeats));
    String title =
        String.format(
            Locale.ROOT,
            "%d customers, %d shuffles a column, %s %.4f unshuffled%s",
            customers.size(),
            repeats,
            metric,
            baseline,
            model.positiveClass().map(name -> ", direction towards " + name).orElse(""));
    return new ImportanceReport(
        title, (metric.higherIsBetter() ? "loss of " : "rise of ") + metric, found);
  }

  private ColumnImportance measure(int column, int repeats) {
    String name = columns.names().get(column);
    ColumnValues values = ColumnValues.of(customers, name);
    double[] ranks = values.hasOrder() ? Ranks.of(values.numbers()) : new double[0];
    Association direction = new Association();
    SplittableRandom random = new SplittableRandom(seeds[column]);
    double[] losses = new double[repeats];
    int[] donors = IntStream.range(0, customers.size()).toArray();
    double[] shuffled = rows.clone();
    for (int repeat = 0; repeat < repeats && columns.isRead(column); repeat++) {
      Stratified.shuffle(donors, random);
      for (int row = 0; row < donors.length; row++) {
        columns.copy(column, rows, donors[row], shuffled, row);
      }
      double[] changed = score(shuffled);
      losses[repeat] =
          metric.higherIsBetter() ? baseline - figure(changed) : figure(changed) - baseline;
      for (int row = 0; row < donors.length && ranks.length > 0; row++) {
        direction.add(
            ranks[donors[row]] - ranks[row], risk(changed, row) - risk(probabilities, row));
      }
    }
    double mean = Arrays.stream(losses).average().orElse(0);
    double squares = Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum();
    return new ColumnImportance(
        name, mean, Math.sqrt(squares / (repeats - 1)), direction.correlation());
  }

  private double risk(double[] scored, int row) {
    return model
        .positiveClass()
        .map(name -> scored[row * model.classes().size() + model.classes().indexOf(name)])
        .orElse(Double.NaN);
  }

  private double[] score(double[] encoded) {
    double[] scored = new double[customers.size() * model.classes().size()];
    model.scorer().score(encoded, 0, customers.size(), scored);
    return scored;
  }

  private double figure(double[] scored) {
    Predictions predictions =
        new Predictions(customers, model.classes(), model.positiveClass(), scored);
    return Evaluation.of(predictions, labels).get(metric);
  }
}
