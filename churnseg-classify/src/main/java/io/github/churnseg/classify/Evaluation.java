package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
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
 */
public final class Evaluation {

  private static final double LEAST_PROBABILITY = 1e-15;

  private final List<String> classes;
  private final Optional<String> positive;
  private final int[][] confusion;
  private final List<ClassEvaluation> perClass;
  private final double logLoss;
  private final int size;

  private Evaluation(Predictions predictions, int[] truth) {
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
      each.add(classEvaluation(index, predictions.probabilities(classes.get(index)), truth));
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
    return new Evaluation(predictions, classes);
  }

  private ClassEvaluation classEvaluation(int index, double[] probabilities, int[] truth) {
    boolean[] is = new boolean[truth.length];
    double[] squares = new double[truth.length];
    for (int row = 0; row < truth.length; row++) {
      is[row] = truth[row] == index;
      double distance = probabilities[row] - (is[row] ? 1 : 0);
      squares[row] = distance * distance;
    }
    int right = confusion[index][index];
    int predicted = 0;
    int actual = 0;
    for (int other = 0; other < classes.size(); other++) {
      predicted += confusion[other][index];
      actual += confusion[index][other];
    }
    Ranking ranking = Ranking.of(probabilities, is);
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
   * A table with the columns {@code metric} and {@code value}.
   *
   * @return a new table, a row for each {@link Metric}
   */
  public Table toTable() {
    Table table =
        Table.create("evaluation", StringColumn.create("metric"), DoubleColumn.create("value"));
    for (Metric metric : Metric.values()) {
      table.stringColumn("metric").append(metric.toString());
      table.doubleColumn("value").append(get(metric));
    }
    return table;
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

  /** The figures, then who was taken for whom. */
  @Override
  public String toString() {
    String[] names = Arrays.stream(Metric.values()).map(Metric::toString).toArray(String[]::new);
    String[] values =
        Arrays.stream(Metric.values())
            .map(metric -> String.format(Locale.ROOT, "%.4f", get(metric)))
            .toArray(String[]::new);
    String[] header = new String[1 + classes.size()];
    header[0] = "actual";
    for (int index = 0; index < classes.size(); index++) {
      header[1 + index] = "predicted " + classes.get(index);
    }
    TextTable table = TextTable.of(header);
    for (int actual = 0; actual < classes.size(); actual++) {
      String[] cells = new String[header.length];
      cells[0] = classes.get(actual);
      for (int index = 0; index < classes.size(); index++) {
        cells[1 + index] = Integer.toString(confusion[actual][index]);
      }
      table.row(cells);
    }
    String whom = positive.map(name -> "positive class " + name).orElse("mean over the classes");
    return size + " customers, " + whom + "\n" + TextTable.of(names).row(values) + "\n" + table;
  }
}
