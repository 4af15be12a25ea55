package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Provenance;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a trainer sees: encoded rows, the class of each as a number, and a weight for each class.
 * Rows stand in the order of the customers' ids and columns in that of their names, so that neither
 * order shows in a model. Package-private, so its arrays are shared, and nobody writes to them.
 */
final class TrainingRows {

  final FittedPreprocessing preprocessing;
  final List<String> classNames;
  final double[] inputs;
  final int[] classes;
  final double[] classWeights;
  private final Provenance provenance;

  private TrainingRows(
      FittedPreprocessing preprocessing,
      List<String> classNames,
      double[] inputs,
      int[] classes,
      double[] classWeights,
      Provenance provenance) {
    this.preprocessing = preprocessing;
    this.classNames = classNames;
    this.inputs = inputs;
    this.classes = classes;
    this.classWeights = classWeights;
    this.provenance = provenance;
  }

  static TrainingRows of(
      Preprocessing preprocessing, ClassWeights weights, CustomerFeatures customers, Labels given) {
    if (customers.size() != given.size()) {
      throw new IllegalArgumentException(
          customers.size() + " customers but " + given.size() + " labels; give one a customer");
    }
    int[] order = IdOrder.of(customers);
    Labels labels = given.select(order);
    if (labels.counts().values().stream().filter(count -> count > 0).count() < 2) {
      throw new InvalidDataException(
          "%d customers, all of one class (%s); a classifier needs two classes at least"
              .formatted(labels.size(), labels));
    }
    CustomerFeatures sorted = customers.select(order);
    FittedPreprocessing fitted = preprocessing.fit(sorted);
    return new TrainingRows(
        fitted,
        labels.classes(),
        fitted.encode(sorted),
        IntStream.range(0, labels.size()).map(labels::index).toArray(),
        weights.of(labels),
        Provenance.of("", customers, given));
  }

  /** The provenance of what a plan learns from these rows. */
  Provenance learntBy(Object plan) {
    return provenance.withSettings(plan.toString());
  }

  /** The same preprocessing and weights, for some of the rows. */
  TrainingRows select(int... rows) {
    double[] some = new double[rows.length * columns()];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(inputs, rows[row] * columns(), some, row * columns(), columns());
    }
    int[] someClasses = Arrays.stream(rows).map(row -> classes[row]).toArray();
    return new TrainingRows(preprocessing, classNames, some, someClasses, classWeights, provenance);
  }

  int size() {
    return classes.length;
  }

  int columns() {
    return preprocessing.columns().size();
  }

  int classCount() {
    return classNames.size();
  }

  double weight(int row) {
    return classWeights[classes[row]];
  }

  /** The weight of each row; a new array. */
  double[] weights() {
    return IntStream.range(0, size()).mapToDouble(this::weight).toArray();
  }

  double[] row(int row) {
    return Arrays.copyOfRange(inputs, row * columns(), (row + 1) * columns());
  }

  /** Rows of each class. */
  int[] counts() {
    int[] counts = new int[classCount()];
    for (int index : classes) {
      counts[index]++;
    }
    return counts;
  }
}
