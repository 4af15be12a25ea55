package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A column in the forms that correlations are computed from. Its arrays are not written to. */
final class CorrelationColumn {

  private final String name;
  private final double[] numbers;
  private final int[] cells;

  private CorrelationColumn(String name, double[] numbers, int[] cells) {
    this.name = name;
    this.numbers = numbers;
    this.cells = cells;
  }

  /** The columns by name, and the labels, if any, last. */
  static List<CorrelationColumn> all(CustomerFeatures customers) {
    TreeSet<String> names = new TreeSet<>(customers.numericColumns());
    names.addAll(customers.categoricalColumns());
    List<CorrelationColumn> all = new ArrayList<>();
    for (String name : names) {
      ColumnValues values = ColumnValues.of(customers, name);
      double[] numbers = values.hasOrder() ? values.numbers() : new double[0];
      all.add(new CorrelationColumn(name, numbers, PhiK.cells(values)));
    }
    customers.labels().ifPresent(labels -> all.add(target(labels)));
    return all;
  }

  /** Two classes are a number: 1 for the positive one. */
  private static CorrelationColumn target(Labels labels) {
    int[] classes = IntStream.range(0, labels.size()).map(labels::index).toArray();
    Optional<String> positive = labels.positive().filter(name -> labels.classes().size() == 2);
    double[] numbers =
        positive
            .map(labels.classes()::indexOf)
            .map(one -> Arrays.stream(classes).mapToDouble(index -> index == one ? 1 : 0).toArray())
            .orElse(new double[0]);
    return new CorrelationColumn(Correlations.TARGET, numbers, classes);
  }

  String name() {
    return name;
  }

  boolean hasOrder() {
    return numbers.length > 0;
  }

  double[] numbers() {
    return numbers;
  }

  CorrelatedPair with(CorrelationColumn other) {
    double phik = PhiK.of(cells, other.cells);
    if (!hasOrder() || !other.hasOrder()) {
      return new CorrelatedPair(name, other.name, Double.NaN, Double.NaN, phik);
    }
    int[] known =
        IntStream.range(0, numbers.length)
            .filter(row -> !Double.isNaN(numbers[row]) && !Double.isNaN(other.numbers[row]))
            .toArray();
    double[] mine = Arrays.stream(known).mapToDouble(row -> numbers[row]).toArray();
    double[] others = Arrays.stream(known).mapToDouble(row -> other.numbers[row]).toArray();
    return new CorrelatedPair(
        name,
        other.name,
        Association.of(mine, others),
        Association.of(Ranks.of(mine), Ranks.of(others)),
        phik);
  }
}
