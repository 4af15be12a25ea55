package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What a {@link CrossValidation} measured. Immutable. */
public final class CrossValidated {

  private final String classifier;
  private final List<Predictions> outOfFold;
  private final List<Evaluation> pooled;
  private final List<Evaluation> folds;

  private CrossValidated(
      String classifier,
      List<Predictions> outOfFold,
      List<Evaluation> pooled,
      List<Evaluation> folds) {
    this.classifier = classifier;
    this.outOfFold = outOfFold;
    this.pooled = pooled;
    this.folds = folds;
  }

  static CrossValidated of(
      String classifier,
      CustomerFeatures customers,
      Labels labels,
      int[][] foldOfRow,
      List<Predictions> predicted) {
    int folds = predicted.size() / foldOfRow.length;
    int classes = labels.classes().size();
    List<Predictions> outOfFold = new ArrayList<>();
    List<Evaluation> pooled = new ArrayList<>();
    List<Evaluation> each = new ArrayList<>();
    for (int repeat = 0; repeat < foldOfRow.length; repeat++) {
      double[] probabilities = new double[customers.size() * classes];
      for (int fold = 0; fold < folds; fold++) {
        int part = fold;
        int[] foldOf = foldOfRow[repeat];
        int[] rows = CrossValidation.rows(foldOf, row -> foldOf[row] == part);
        Predictions some = predicted.get(repeat * folds + fold);
        each.add(Evaluation.of(some, labels.select(rows)));
        for (int at = 0; at < rows.length; at++) {
          for (int index = 0; index < classes; index++) {
            probabilities[rows[at] * classes + index] = some.probability(at, index);
          }
        }
      }
      Predictions all =
          new Predictions(customers, labels.classes(), labels.positive(), probabilities);
      outOfFold.add(all);
      pooled.add(Evaluation.of(all, labels));
    }
    return new CrossValidated(
        classifier, List.copyOf(outOfFold), List.copyOf(pooled), List.copyOf(each));
  }

  /**
   * The figures of each fold, repeat by repeat.
   *
   * @return folds × repeats evaluations
   */
  public List<Evaluation> folds() {
    return folds;
  }

  /**
   * The mean of a figure over the folds.
   *
   * @param metric which
   * @return the mean
   */
  public double mean(Metric metric) {
    return folds.stream().mapToDouble(fold -> fold.get(metric)).average().orElse(Double.NaN);
  }

  /**
   * The standard deviation of a figure over the folds. It is no standard error: folds share most of
   * their training rows.
   *
   * @param metric which
   * @return the deviation, with n - 1
   */
  public double deviation(Metric metric) {
    double mean = mean(metric);
    double squares =
        folds.stream()
            .mapToDouble(fold -> (fold.get(metric) - mean) * (fold.get(metric) - mean))
            .sum();
    return Math.sqrt(squares / (folds.size() - 1));
  }

  /**
   * A figure over all customers out of fold, and its mean over the repeats. Of F1 and other figures
   * that are no means over customers, it is less noisy than {@link #mean}.
   *
   * @param metric which
   * @return the mean over the repeats
   */
  public double pooled(Metric metric) {
    return pooled.stream().mapToDouble(one -> one.get(metric)).average().orElse(Double.NaN);
  }

  /**
   * For each customer the probabilities of the models that did not learn from it.
   *
   * @return the mean over the repeats, in the order of the customers
   */
  public Predictions outOfFold() {
    Predictions first = outOfFold.get(0);
    int classes = first.classes().size();
    double[] means = new double[first.size() * classes];
    for (Predictions repeat : outOfFold) {
      for (int at = 0; at < means.length; at++) {
        means[at] += repeat.probability(at / classes, at % classes) / outOfFold.size();
      }
    }
    return new Predictions(first.customers(), first.classes(), first.positiveClass(), means);
  }

  /**
   * The same for one repeat.
   *
   * @param repeat 0 to the number of repeats less 1
   * @return probabilities out of fold
   */
  public Predictions outOfFold(int repeat) {
    return outOfFold.get(repeat);
  }

  /**
   * A table with the columns {@code repeat} and {@code fold}, from 1, and one for each metric.
   *
   * @return a new table, a row a fold
   */
  public Table toTable() {
    int perRepeat = folds.size() / outOfFold.size();
    IntColumn repeat = IntColumn.create("repeat");
    IntColumn number = IntColumn.create("fold");
    for (int fold = 0; fold < folds.size(); fold++) {
      repeat.append(fold / perRepeat + 1);
      number.append(fold % perRepeat + 1);
    }
    Table table = Table.create("cross-validation", repeat, number);
    for (Metric metric : Metric.values()) {
      double[] values = folds.stream().mapToDouble(fold -> fold.get(metric)).toArray();
      table.addColumns(DoubleColumn.create(metric.toString(), values));
    }
    return table;
  }

  /** Each figure: mean and deviation over the folds, and over all customers out of fold. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("metric", "mean of folds", "deviation", "out of fold");
    for (Metric metric : Metric.values()) {
      table.row(
          metric.toString(),
          digits(mean(metric)),
          digits(deviation(metric)),
          digits(pooled(metric)));
    }
    Optional<String> positive = outOfFold.get(0).positiveClass();
    return "%s: %d folds, %d repeats, %d customers%s\n%s"
        .formatted(
            classifier,
            folds.size() / outOfFold.size(),
            outOfFold.size(),
            outOfFold.get(0).size(),
            positive.map(name -> ", positive class " + name).orElse(""),
            table);
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
