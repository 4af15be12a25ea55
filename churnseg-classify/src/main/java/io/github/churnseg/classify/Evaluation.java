package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Shown;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How good predictions are, beside what became of the customers. Immutable.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(model.predict(heldOut), heldOut.labels().orElseThrow());
 * }</pre>
 *
 * <p>Figures of a class are those of the positive one where it was named, else the mean over the
 * classes. They say something about the future only for customers the model did not learn from.
 *
 * <p>Beside them stand those of a {@link #baseline() baseline} that knows the shares of the classes
 * only, and of the {@link #bestFeature() best single column}; a model that does not beat both has
 * learnt little. {@link #warnings()} says what may be wrong. Holds the predictions and the truth.
 */
public final class Evaluation {

  private static final double LEAST_PROBABILITY = 1e-15;
  private static final double LEVEL = 0.95;

  private final Predictions predictions;
  private final Labels labels;
  private final int[] truth;
  private final List<String> classes;
  private final Optional<String> positive;
  private final int[][] confusion;
  private final List<ClassEvaluation> perClass;
  private final double logLoss;
  private final int size;

  private Evaluation(Predictions predictions, Labels labels, int[] truth) {
    this.predictions = predictions;
    this.labels = labels;
    this.truth = truth;
    this.classes = predictions.classes();
    this.positive = predictions.positiveClass();
    this.size = truth.length;
    this.confusion = new int[classes.size()][classes.size()];
    double[] losses = new double[truth.length];
    for (int row = 0; row < truth.length; row++) {
      confusion[truth[row]][predictions.labelIndex(row)]++;
      double given = Math.max(predictions.probability(row, truth[row]), LEAST_PROBABILITY);
      losses[row] = -StrictMath.log(given);
    }
    this.logLoss = mean(losses);
    List<ClassEvaluation> each = new ArrayList<>();
    for (int index = 0; index < classes.size(); index++) {
      int[] counts = new int[3];
      for (int other = 0; other < classes.size(); other++) {
        counts[1] += confusion[other][index];
        counts[2] += confusion[index][other];
      }
      counts[0] = confusion[index][index];
      each.add(classEvaluation(index, counts));
    }
    this.perClass = List.copyOf(each);
  }

  /**
   * Compares predictions with what became of the customers.
   *
   * @param predictions of customers the model did not learn from
   * @param truth the class of each, in the same order
   * @return the figures
   * @throws InvalidDataException if a class is unknown to the model, or there is no customer
   */
  public static Evaluation of(Predictions predictions, Labels truth) {
    if (predictions.size() != truth.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions but " + truth.size() + " labels; give one a customer");
    }
    if (truth.size() == 0) {
      throw new InvalidDataException("no customers: there is nothing to evaluate");
    }
    int[] classes = new int[truth.size()];
    for (int row = 0; row < classes.length; row++) {
      classes[row] = predictions.classes().indexOf(truth.of(row));
      if (classes[row] < 0) {
        throw new InvalidDataException(
            "row %d is of class '%s', which the model does not know; it tells apart %s"
                .formatted(row, truth.of(row), predictions.classes()));
      }
    }
    return new Evaluation(predictions, truth, classes);
  }

  /** Of a class: how many were predicted right, how many were predicted, how many there are. */
  private ClassEvaluation classEvaluation(int index, int... counts) {
    double[] squares = new double[size];
    for (int row = 0; row < size; row++) {
      double distance = predictions.probability(row, index) - (truth[row] == index ? 1 : 0);
      squares[row] = distance * distance;
    }
    Ranking ranking = ranking(index);
    int right = counts[0];
    int predicted = counts[1];
    int actual = counts[2];
    return new ClassEvaluation(
        classes.get(index),
        actual,
        ranking.auc(),
        ranking.averagePrecision(),
        predicted == 0 ? 0 : (double) right / predicted,
        actual == 0 ? Double.NaN : (double) right / actual,
        predicted + actual == 0 ? 0 : 2.0 * right / (predicted + actual),
        mean(squares));
  }

  private Ranking ranking(int index) {
    boolean[] is = new boolean[size];
    for (int row = 0; row < size; row++) {
      is[row] = truth[row] == index;
    }
    return Ranking.of(predictions.probabilities(classes.get(index)), is);
  }

  /** Sums in the order of size, so that the order of the rows does not show. */
  private static double mean(double... values) {
    return Arrays.stream(values).sorted().reduce(0, Double::sum) / values.length;
  }

  /**
   * The number of customers.
   *
   * @return rows, at least 1
   */
  public int size() {
    return size;
  }

  /**
   * One figure: of the positive class where it was named, else the mean over the classes that have
   * it. Accuracy and log-loss are of all classes together.
   *
   * @param metric which
   * @return the figure, or {@code NaN} where it does not exist
   */
  public double get(Metric metric) {
    return switch (metric) {
      case ACCURACY -> accuracy();
      case LOG_LOSS -> logLoss;
      default ->
          perClass.stream()
              .filter(one -> positive.isEmpty() || positive.get().equals(one.name()))
              .mapToDouble(metric::of)
              .filter(value -> !Double.isNaN(value))
              .average()
              .orElse(Double.NaN);
    };
  }

  /**
   * Area under the ROC curve; .5 is chance.
   *
   * @return 0 to 1, or {@code NaN} where all customers are of one class
   */
  public double auc() {
    return get(Metric.AUC);
  }

  /**
   * Harmonic mean of precision and recall, where a customer is of the most probable class.
   *
   * @return 0 to 1
   */
  public double f1() {
    return get(Metric.F1);
  }

  /**
   * Share of customers whose most probable class is theirs.
   *
   * @return 0 to 1
   */
  public double accuracy() {
    int right = 0;
    for (int index = 0; index < classes.size(); index++) {
      right += confusion[index][index];
    }
    return (double) right / size;
  }

  /**
   * How many customers of a class were predicted to be of another or the same.
   *
   * @param actual what they are
   * @param predicted what the model found most probable
   * @return customers
   * @throws IllegalArgumentException if there is no such class
   */
  public int confusion(String actual, String predicted) {
    return confusion[indexOf(actual)][indexOf(predicted)];
  }

  /**
   * The figures of the positive class if customers count as of it from a threshold on, instead of
   * where it is the most probable class.
   *
   * @param threshold the least probability, see {@link Threshold}
   * @return precision, recall and F1 at that threshold; the others do not depend on it
   * @throws IllegalStateException if there are more than two classes and none is the positive one
   */
  public ClassEvaluation at(double threshold) {
    int index = asked();
    int[] counts = new int[3];
    for (int row = 0; row < size; row++) {
      boolean is = truth[row] == index;
      boolean taken = predictions.probability(row, index) >= threshold;
      counts[0] += is && taken ? 1 : 0;
      counts[1] += taken ? 1 : 0;
      counts[2] += is ? 1 : 0;
    }
    return classEvaluation(index, counts);
  }

  /**
   * Where the AUC of the positive class may be, with 95 % confidence, by the method of DeLong,
   * DeLong, Clarke-Pearson 1988, doi:10.2307/2531595. It takes the model as given: what another
   * training set would change is not in it, see {@link CrossValidated#standardError} for that.
   *
   * @return the interval within 0 and 1; {@code NaN} with fewer than two customers on either side
   * @throws IllegalStateException if there are more than two classes and none is the positive one
   */
  public Interval aucInterval() {
    return aucInterval(classes.get(asked()), LEVEL);
  }

  /**
   * The same of any class.
   *
   * @param name the class
   * @param level how sure, above 0 and below 1, such as .95
   * @return the interval
   * @throws IllegalArgumentException if there is no such class
   */
  public Interval aucInterval(String name, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level=" + level + "; choose between 0 and 1");
    }
    Ranking ranking = ranking(indexOf(name));
    double deviations = new NormalDistribution().inverseCumulativeProbability(0.5 + level / 2);
    double reach = deviations * StrictMath.sqrt(ranking.varianceOfAuc());
    double auc = ranking.auc();
    return new Interval(Math.max(0, auc - reach), Math.min(1, auc + reach), level);
  }

  /**
   * Whether the probabilities of the positive class bear out, in ten bins.
   *
   * @return the curve
   * @throws IllegalStateException if there are more than two classes and none is the positive one
   */
  public CalibrationCurve calibration() {
    return calibration(classes.get(asked()), 10);
  }

  /**
   * The same of any class.
   *
   * @param name the class
   * @param bins the most bins
   * @return the curve
   * @throws IllegalArgumentException if there is no such class
   */
  public CalibrationCurve calibration(String name, int bins) {
    return CalibrationCurve.of(name, ranking(indexOf(name)), bins);
  }

  /**
   * How many of the positive class are found in each tenth of the customers.
   *
   * @return gains and lift by decile
   * @throws IllegalStateException if there are more than two classes and none is the positive one
   */
  public Gains gains() {
    return gains(classes.get(asked()), 10);
  }

  /**
   * The same of any class.
   *
   * @param name the class
   * @param parts how many parts, such as 10
   * @return gains and lift by part
   * @throws IllegalArgumentException if there is no such class
   */
  public Gains gains(String name, int parts) {
    return Gains.of(name, ranking(indexOf(name)), parts);
  }

  private int asked() {
    if (positive.isEmpty() && classes.size() != 2) {
      throw new IllegalStateException(
          "no class was named as the positive one; say which of " + classes);
    }
    return positive.map(classes::indexOf).orElse(classes.size() - 1);
  }

  /**
   * What is reached without looking at the customers: everybody gets the shares of the classes
   * among these customers as probabilities, so the largest class as label. No such guess is better,
   * not even one with the shares of the training rows.
   *
   * @return the figures of that guess
   */
  public Evaluation baseline() {
    double[] shares = new double[classes.size()];
    for (int index : truth) {
      shares[index] += 1.0 / size;
    }
    double[] guesses = new double[size * shares.length];
    Arrays.setAll(guesses, at -> shares[at % shares.length]);
    return new Evaluation(
        new Predictions(predictions.customers(), classes, positive, guesses), labels, truth);
  }

  /**
   * The column that alone ranks these customers best. It is chosen on them too, so it is a little
   * favoured.
   *
   * @return the column and its AUC; nothing where all are of one class or there is no column
   */
  public Optional<FeatureAuc> bestFeature() {
    return features().stream().findFirst();
  }

  /**
   * What each column reaches alone: numbers in the better direction, with missing ones at the
   * better end; categories by the share of the class in other fifths of the customers.
   *
   * @return columns by falling AUC
   */
  public List<FeatureAuc> features() {
    return SingleFeatures.of(predictions.customers(), given());
  }

  /** The labels, with the positive class of the model. */
  private Labels given() {
    return positive
        .filter(name -> labels.positive().isEmpty() && labels.classes().contains(name))
        .map(labels::positive)
        .orElse(labels);
  }

  /**
   * What may be wrong with the model or the data.
   *
   * @return one warning for each thing found, those about the predictions first; see {@link Checks}
   */
  public List<Warning> warnings() {
    List<Warning> all = new ArrayList<>();
    List<String> predicted = new ArrayList<>();
    for (int index = 0; index < classes.size(); index++) {
      int column = index;
      if (Arrays.stream(confusion).anyMatch(row -> row[column] > 0)) {
        predicted.add(classes.get(index));
      }
      if (perClass.get(index).customers() == 0) {
        all.add(
            Checks.doubtful(
                classes.get(index),
                "the model knows class %s but no customer here is of it"
                    .formatted(Shown.value(classes.get(index)))));
      }
    }
    if (predicted.size() == 1
        && size > 1
        && perClass.get(indexOf(predicted.get(0))).customers() < size) {
      all.add(
          new Warning(
              Warning.Kind.ONE_CLASS_PREDICTED,
              predicted.get(0),
              "everybody is predicted to be of class %s; use the probabilities with a threshold"
                  .formatted(Shown.value(predicted.get(0)))));
    }
    bestFeature()
        .filter(one -> one.auc() > auc())
        .ifPresent(
            one ->
                all.add(
                    new Warning(
                        Warning.Kind.WORSE_THAN_ONE_COLUMN,
                        one.column(),
                        "column %s alone has an AUC of %s, the model %s"
                            .formatted(
                                Shown.value(one.column()),
                                EvaluationText.digits(one.auc()),
                                EvaluationText.digits(auc())))));
    all.addAll(Checks.of(predictions.customers(), given()));
    return List.copyOf(all);
  }

  private int indexOf(String name) {
    int index = classes.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no class '" + name + "'; there are " + classes);
    }
    return index;
  }

  /**
   * The figures of each class against the others.
   *
   * @return in the order of the model's classes
   */
  public List<ClassEvaluation> perClass() {
    return perClass;
  }

  /**
   * A table with the columns {@code metric}, {@code value}, {@code baseline} and {@code best
   * column}.
   *
   * @return a new table, a row for each {@link Metric}; only AUC has a figure for the best column
   */
  public Table toTable() {
    Evaluation guess = baseline();
    StringColumn names = StringColumn.create("metric");
    DoubleColumn values = DoubleColumn.create("value");
    DoubleColumn beside = DoubleColumn.create("baseline");
    DoubleColumn best = DoubleColumn.create("best column");
    for (Metric metric : Metric.values()) {
      names.append(metric.toString());
      values.append(get(metric));
      beside.append(guess.get(metric));
      Optional<FeatureAuc> feature = metric == Metric.AUC ? bestFeature() : Optional.empty();
      feature.ifPresentOrElse(one -> best.append(one.auc()), best::appendMissing);
    }
    return Table.create("evaluation", names, values, beside, best);
  }

  /**
   * A table with the column {@code actual} and one for each predicted class.
   *
   * @return a new table, a row a class
   */
  public Table confusionTable() {
    Table table = Table.create("confusion", StringColumn.create("actual", classes));
    for (int predicted = 0; predicted < classes.size(); predicted++) {
      IntColumn column = IntColumn.create("predicted " + classes.get(predicted));
      for (int[] row : confusion) {
        column.append(row[predicted]);
      }
      table.addColumns(column);
    }
    return table;
  }

  List<String> classes() {
    return classes;
  }

  Optional<String> positive() {
    return positive;
  }

  /** How many customers of a class were taken for a class, by the numbers of both. */
  int confusion(int actual, int predicted) {
    return confusion[actual][predicted];
  }

  /** The figures beside the baseline and the best column, who was taken for whom, warnings. */
  @Override
  public String toString() {
    return new EvaluationText(this).toString();
  }
}
