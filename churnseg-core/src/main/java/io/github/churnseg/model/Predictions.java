package io.github.churnseg.model;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A probability for each customer and class, in the order the customers were given. Immutable;
 * holds eight bytes a customer and class beside the customers themselves.
 */
public final class Predictions {

  private final CustomerFeatures customers;
  private final List<String> classes;
  private final Optional<String> positive;
  private final double[] probabilities;

  /**
   * Pairs customers with probabilities.
   *
   * @param customers whom they are for
   * @param classes the classes, none twice
   * @param positive the class that is looked for, one of {@code classes}, if any
   * @param probabilities for each customer a probability for each class, one customer after the
   *     other; copied
   */
  public Predictions(
      CustomerFeatures customers,
      List<String> classes,
      Optional<String> positive,
      double[] probabilities) {
    if ((long) customers.size() * classes.size() != probabilities.length) {
      throw new IllegalArgumentException(
          customers.size()
              + " customers and "
              + classes.size()
              + " classes but "
              + probabilities.length
              + " probabilities; give one for each customer and class");
    }
    this.customers = customers;
    this.classes = List.copyOf(classes);
    this.positive = positive;
    this.probabilities = probabilities.clone();
    positive.ifPresent(this::indexOf);
  }

  private Predictions(
      CustomerFeatures customers,
      List<String> classes,
      Optional<String> positive,
      Consumer<double[]> fill) {
    this.customers = customers;
    this.classes = List.copyOf(classes);
    this.positive = positive;
    this.probabilities = new double[Math.multiplyExact(customers.size(), classes.size())];
    positive.ifPresent(this::indexOf);
    fill.accept(probabilities);
  }

  /**
   * Pairs customers with probabilities that are computed where they stay, for models: a million
   * customers are then not copied.
   *
   * @param customers whom they are for
   * @param classes the classes, none twice
   * @param positive the class that is looked for, one of {@code classes}, if any
   * @param fill writes for each customer a probability for each class, one customer after the
   *     other; must not keep the array
   * @return the predictions
   */
  public static Predictions computed(
      CustomerFeatures customers,
      List<String> classes,
      Optional<String> positive,
      Consumer<double[]> fill) {
    return new Predictions(customers, classes, positive, fill);
  }

  /**
   * The number of customers.
   *
   * @return rows
   */
  public int size() {
    return customers.size();
  }

  /**
   * The customers the probabilities are for.
   *
   * @return the features, in the same order
   */
  public CustomerFeatures customers() {
    return customers;
  }

  /**
   * The customer of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the id
   */
  public String id(int row) {
    return customers.id(row);
  }

  /**
   * The classes there are.
   *
   * @return names in the order of the model
   */
  public List<String> classes() {
    return classes;
  }

  /**
   * The class that is looked for, where one was named.
   *
   * @return one of {@link #classes()}
   */
  public Optional<String> positiveClass() {
    return positive;
  }

  /**
   * The most probable class of a row; of equals, the first in {@link #classes()}.
   *
   * @param row 0 to {@code size() - 1}
   * @return its name
   */
  public String label(int row) {
    return classes.get(labelIndex(row));
  }

  /**
   * The most probable class of a row, as a number.
   *
   * @param row 0 to {@code size() - 1}
   * @return its index in {@link #classes()}
   */
  public int labelIndex(int row) {
    int best = 0;
    for (int index = 1; index < classes.size(); index++) {
      if (probability(row, index) > probability(row, best)) {
        best = index;
      }
    }
    return best;
  }

  /**
   * The probability of the positive class.
   *
   * @param row 0 to {@code size() - 1}
   * @return 0 to 1
   * @throws IllegalStateException if no class was named as the positive one
   */
  public double probability(int row) {
    return probability(row, indexOf(requirePositive()));
  }

  /**
   * The probability of a class.
   *
   * @param row 0 to {@code size() - 1}
   * @param name one of {@link #classes()}
   * @return 0 to 1
   * @throws IllegalArgumentException if there is no such class; the message lists those there are
   */
  public double probability(int row, String name) {
    return probability(row, indexOf(name));
  }

  /**
   * The probability of a class, by its number.
   *
   * @param row 0 to {@code size() - 1}
   * @param classIndex its index in {@link #classes()}
   * @return 0 to 1
   */
  public double probability(int row, int classIndex) {
    return probabilities[
        Objects.checkIndex(row, size()) * classes.size()
            + Objects.checkIndex(classIndex, classes.size())];
  }

  /**
   * The probability of a class for each customer.
   *
   * @param name one of {@link #classes()}
   * @return a new array, in the order of the rows
   * @throws IllegalArgumentException if there is no such class; the message lists those there are
   */
  public double[] probabilities(String name) {
    int index = indexOf(name);
    double[] column = new double[size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = probability(row, index);
    }
    return column;
  }

  private String requirePositive() {
    return positive.orElseThrow(
        () ->
            new IllegalStateException(
                "no class was named as the positive one; say which of "
                    + classes
                    + " with target(column, positive), or ask for probability(row, class)"));
  }

  private int indexOf(String name) {
    int index = classes.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("no class '" + name + "'; there are " + classes);
    }
    return index;
  }

  /**
   * A table with the columns {@code customer}, {@code label} and {@code P(…)} for each class.
   *
   * @return a new table, a row a customer
   */
  public Table toTable() {
    String[] ids = new String[size()];
    String[] labels = new String[size()];
    for (int row = 0; row < size(); row++) {
      ids[row] = id(row);
      labels[row] = label(row);
    }
    Table table =
        Table.create(
            "predictions",
            StringColumn.create("customer", ids),
            StringColumn.create("label", labels));
    classes.forEach(
        name -> table.addColumns(DoubleColumn.create("P(" + name + ")", probabilities(name))));
    return table;
  }

  /** The first customers, and how many there are in all. */
  @Override
  public String toString() {
    return PredictionsText.of(this);
  }
}
