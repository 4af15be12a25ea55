package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final double ratio;

  private CrossValidated(
      String classifier,
      List<Predictions> outOfFold,
      List<Evaluation> pooled,
      List<Evaluation> folds,
      double ratio) {
    this.classifier = classifier;
    this.outOfFold = outOfFold;
    this.pooled = pooled;
    this.folds = folds;
    this.ratio = ratio;
  }

  static CrossValidated of(
      String classifier,
      CustomerFeatures customers,
      Labels labels,
      List<Fold> dealt,
      List<Predictions> predicted) {
    List<Evaluation> each = new ArrayList<>();
    for (int fold = 0; fold < predicted.size(); fold++) {
      each.add(Evaluation.of(predicted.get(fold), labels.select(dealt.get(fold).unseen)));
    }
    int repeats = dealt.get(dealt.size() - 1).repeat + 1;
    int folds = dealt.size() / repeats;
    List<Predictions> outOfFold = new ArrayList<>();
    List<Evaluation> pooled = new ArrayList<>();
    for (int from = 0; from < dealt.size(); from += folds) {
      List<Fold> some = dealt.subList(from, from + folds);
      int[] rows =
          some.stream().flatMapToInt(fold -> Arrays.stream(fold.unseen)).sorted().toArray();
      Predictions all = pool(customers, labels, rows, some, predicted.subList(from, from + folds));
      outOfFold.add(all);
      pooled.add(Evaluation.of(all, labels.select(rows)));
    }
    double ratio = dealt.stream().mapToDouble(Fold::ratio).average().orElseThrow();
    return new CrossValidated(
        classifier, List.copyOf(outOfFold), List.copyOf(pooled), List.copyOf(each), ratio);
  }

  /** The predictions of one repeat's folds as one, in the order of the customers. */
  private static Predictions pool(
      CustomerFeatures customers,
      Labels labels,
      int[] rows,
      List<Fold> folds,
      List<Predictions> predicted) {
    int classes = labels.classes().size();
    double[] probabilities = new double[rows.length * classes];
    for (int fold = 0; fold < folds.size(); fold++) {
      int[] unseen = folds.get(fold).unseen;
      for (int at = 0; at < unseen.length; at++) {
        int place = Arrays.binarySearch(rows, unseen[at]);
        for (int index = 0; index < classes; index++) {
          probabilities[place * classes + index] = predicted.get(fold).probability(at, index);
        }
      }
    }
    CustomerFeatures whom = rows.length == customers.size() ? customers : customers.select(rows);
    return new Predictions(whom, labels.classes(), labels.positive(), probabilities);
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
    return deviation(folds.stream().mapToDouble(fold -> fold.get(metric)).toArray());
  }

  /**
   * The standard error of {@link #mean}, corrected for folds that share most of their training
   * rows: the square root of (1 / folds + predicted / learnt from) times the variance over all
   * folds of all repeats (Nadeau, Bengio 2003, doi:10.1023/A:1024068626366).
   *
   * @param metric which
   * @return the standard error; {@code NaN} of one fold
   */
  public double standardError(Metric metric) {
    return corrected(folds.stream().mapToDouble(fold -> fold.get(metric)).toArray());
  }

  /**
   * The same of the difference to other figures over the same folds, which is often far smaller
   * than that of either, since a hard fold is hard for both.
   */
  double standardErrorOfDifference(Metric metric, CrossValidated other) {
    double[] differences = new double[folds.size()];
    for (int fold = 0; fold < differences.length; fold++) {
      differences[fold] = folds.get(fold).get(metric) - other.folds.get(fold).get(metric);
    }
    return corrected(differences);
  }

  private double corrected(double... values) {
    return StrictMath.sqrt((1.0 / values.length + ratio)) * deviation(values);
  }

  private static double deviation(double... values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return StrictMath.sqrt(squares / (values.length - 1));
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
   * For each customer the probabilities of the models that did not learn from it. With folds in the
   * order of time, customers of the first part are not here: every model learnt from them.
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
    TextTable table =
        TextTable.of("metric", "mean of folds", "± std. error", "deviation", "out of fold");
    for (Metric metric : Metric.values()) {
      table.row(
          metric.toString(),
          digits(mean(metric)),
          digits(standardError(metric)),
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
