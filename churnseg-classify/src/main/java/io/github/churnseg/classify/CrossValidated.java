package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What a {@link CrossValidation} measured. Immutable. */
public final class CrossValidated {

  private final String classifier;
  private final CustomerFeatures customers;
  private final Labels labels;
  private final List<Fold> dealt;

  /** Of each repeat, the customers that were predicted. */
  private final List<Predictions> outOfFold;

  /** Of each fold, and of each repeat's customers together: a figure for each metric. */
  private final List<Map<Metric, Double>> ofFolds;

  private final List<Map<Metric, Double>> pooled;

  private CrossValidated(
      String classifier,
      CustomerFeatures customers,
      Labels labels,
      List<Fold> dealt,
      List<Predictions> outOfFold,
      List<Map<Metric, Double>> ofFolds,
      List<Map<Metric, Double>> pooled) {
    this.classifier = classifier;
    this.customers = customers;
    this.labels = labels;
    this.dealt = dealt;
    this.outOfFold = outOfFold;
    this.ofFolds = ofFolds;
    this.pooled = pooled;
  }

  static CrossValidated of(
      String classifier,
      CustomerFeatures customers,
      Labels labels,
      List<Fold> dealt,
      List<Predictions> predicted) {
    List<Map<Metric, Double>> ofFolds = new ArrayList<>();
    for (int fold = 0; fold < dealt.size(); fold++) {
      Labels truth = labels.select(dealt.get(fold).unseen);
      ofFolds.add(figures(Evaluation.of(predicted.get(fold), truth)));
    }
    int repeats = dealt.get(dealt.size() - 1).repeat + 1;
    int folds = dealt.size() / repeats;
    List<Predictions> outOfFold = new ArrayList<>();
    List<Map<Metric, Double>> pooled = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int from = repeat * folds;
      List<Fold> some = dealt.subList(from, from + folds);
      int[] rows = predicted(some);
      Predictions all = pool(customers, labels, rows, some, predicted.subList(from, from + folds));
      outOfFold.add(all);
      pooled.add(figures(Evaluation.of(all, labels.select(rows))));
    }
    return new CrossValidated(
        classifier, customers, labels, dealt, List.copyOf(outOfFold), ofFolds, pooled);
  }

  /** The rows that some folds predict, each once, in their order. */
  private static int[] predicted(List<Fold> folds) {
    return folds.stream()
        .flatMapToInt(fold -> Arrays.stream(fold.unseen))
        .sorted()
        .distinct()
        .toArray();
  }

  private int[] predicted(int repeat) {
    return predicted(dealt.stream().filter(fold -> fold.repeat == repeat).toList());
  }

  private static Map<Metric, Double> figures(Evaluation evaluation) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      figures.put(metric, evaluation.get(metric));
    }
    return figures;
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
   * The figures of each fold, repeat by repeat; computed on each call.
   *
   * @return folds × repeats evaluations
   */
  public List<Evaluation> folds() {
    List<Evaluation> each = new ArrayList<>();
    for (Fold fold : dealt) {
      Predictions all = outOfFold.get(fold.repeat);
      int classes = all.classes().size();
      int[] predicted = predicted(fold.repeat);
      int[] places =
          Arrays.stream(fold.unseen).map(row -> Arrays.binarySearch(predicted, row)).toArray();
      double[] some = new double[places.length * classes];
      Arrays.setAll(some, at -> all.probability(places[at / classes], at % classes));
      Predictions ofFold =
          new Predictions(customers.select(fold.unseen), all.classes(), all.positiveClass(), some);
      each.add(Evaluation.of(ofFold, labels.select(fold.unseen)));
    }
    return List.copyOf(each);
  }

  /** The same of one repeat. */
  Evaluation evaluation(int repeat) {
    return Evaluation.of(outOfFold.get(repeat), labels.select(predicted(repeat)));
  }

  /**
   * The figures of the mean of the repeats, {@link #outOfFold()}, beside the baseline and the best
   * column, with gains, calibration and warnings.
   *
   * @return the evaluation of all customers that were predicted
   */
  public Evaluation evaluation() {
    return Evaluation.of(outOfFold(), labels.select(predicted(dealt)));
  }

  /**
   * The mean of a figure over the folds.
   *
   * @param metric which
   * @return the mean
   */
  public double mean(Metric metric) {
    return Arrays.stream(ofFolds(metric)).average().orElse(Double.NaN);
  }

  /**
   * The standard deviation of a figure over the folds. It is no standard error: folds share most of
   * their training rows.
   *
   * @param metric which
   * @return the deviation, with n - 1
   */
  public double deviation(Metric metric) {
    return deviation(ofFolds(metric));
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
    return corrected(ofFolds(metric));
  }

  /**
   * The same of the difference to other figures over the same folds, which is often far smaller
   * than that of either, since a hard fold is hard for both.
   */
  double standardErrorOfDifference(Metric metric, CrossValidated other) {
    double[] differences = ofFolds(metric);
    double[] others = other.ofFolds(metric);
    Arrays.setAll(differences, fold -> differences[fold] - others[fold]);
    return corrected(differences);
  }

  private double[] ofFolds(Metric metric) {
    return ofFolds.stream().mapToDouble(one -> one.getOrDefault(metric, Double.NaN)).toArray();
  }

  private double corrected(double... values) {
    double ratio = dealt.stream().mapToDouble(Fold::ratio).average().orElse(Double.NaN);
    return StrictMath.sqrt(1.0 / values.length + ratio) * deviation(values);
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
    return pooled.stream()
        .mapToDouble(one -> one.getOrDefault(metric, Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * For each customer the probabilities of the models that did not learn from it. With folds in the
   * order of time, customers of the first part are not here: every model learnt from them. With
   * splits, neither are those that none of them held out.
   *
   * @return the mean over the repeats that predicted a customer, in the order of the customers
   */
  public Predictions outOfFold() {
    Predictions first = outOfFold.get(0);
    int classes = first.classes().size();
    int[] rows = predicted(dealt);
    int[] times = new int[rows.length];
    for (Fold fold : dealt) {
      for (int row : fold.unseen) {
        times[Arrays.binarySearch(rows, row)]++;
      }
    }
    double[] means = new double[rows.length * classes];
    for (int repeat = 0; repeat < outOfFold.size(); repeat++) {
      int[] some = predicted(repeat);
      for (int at = 0; at < some.length; at++) {
        int place = Arrays.binarySearch(rows, some[at]);
        for (int index = 0; index < classes; index++) {
          means[place * classes + index] +=
              outOfFold.get(repeat).probability(at, index) / times[place];
        }
      }
    }
    CustomerFeatures whom = rows.length == customers.size() ? customers : customers.select(rows);
    return new Predictions(whom, first.classes(), first.positiveClass(), means);
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
    int perRepeat = dealt.size() / outOfFold.size();
    IntColumn repeat = IntColumn.create("repeat");
    IntColumn number = IntColumn.create("fold");
    for (int fold = 0; fold < dealt.size(); fold++) {
      repeat.append(fold / perRepeat + 1);
      number.append(fold % perRepeat + 1);
    }
    Table table = Table.create("cross-validation", repeat, number);
    for (Metric metric : Metric.values()) {
      table.addColumns(DoubleColumn.create(metric.toString(), ofFolds(metric)));
    }
    return table;
  }

  /**
   * Each figure: mean, standard error and deviation over the folds, over all customers out of fold,
   * and of the baseline; then the best single column, and warnings.
   */
  @Override
  public String toString() {
    Evaluation first = evaluation(0);
    Evaluation guess = first.baseline();
    TextTable table =
        TextTable.of(
            "metric", "mean of folds", "± std. error", "deviation", "out of fold", "baseline");
    for (Metric metric : Metric.values()) {
      table.row(
          metric.toString(),
          digits(mean(metric)),
          digits(standardError(metric)),
          digits(deviation(metric)),
          digits(pooled(metric)),
          digits(guess.get(metric)));
    }
    Optional<String> positive = outOfFold.get(0).positiveClass();
    StringBuilder out = new StringBuilder();
    out.append(
        TextWrap.wrap(
            "%s: %s, %d customers%s"
                .formatted(
                    classifier,
                    howDealt(),
                    predicted(dealt).length,
                    positive.map(name -> ", positive class " + name).orElse("")),
            2));
    out.append(table);
    first
        .bestFeature()
        .ifPresent(
            one ->
                out.append(
                    TextWrap.wrap(
                        "best single column: " + one.column() + ", AUC " + digits(one.auc()), 2)));
    first.warnings().forEach(one -> out.append(TextWrap.wrap("warning: " + one, 2)));
    return out.toString();
  }

  private String howDealt() {
    int folds = dealt.size() / outOfFold.size();
    return folds == 1
        ? "splits: " + outOfFold.size()
        : "%d folds, %d repeats".formatted(folds, outOfFold.size());
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
