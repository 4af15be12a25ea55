package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.UnitColumn;
import io.github.churnseg.internal.VarianceInflation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How columns become numbers, as learnt from training rows. Immutable and safe to share between
 * threads; part of every classifier's model.
 */
public final class FittedPreprocessing {

  /** Rows that are turned into columns at a time. */
  private static final int PART = 1024;

  private final Schema schema;
  private final List<ColumnEncoder> encoders;
  private final List<String> columns;

  /** Of each raw output of the encoders its place in {@code columns}, or -1 if it was dropped. */
  private final int[] places;

  /** The same, for each encoder its own. */
  private final List<int[]> placesOf = new ArrayList<>();

  private final Map<String, String> dropped;

  private FittedPreprocessing(
      Schema schema,
      List<ColumnEncoder> encoders,
      List<String> names,
      Map<String, String> dropped) {
    this.schema = schema;
    this.encoders = encoders;
    this.dropped = dropped;
    this.columns = names.stream().filter(name -> !dropped.containsKey(name)).toList();
    Map<String, Integer> numbers = new HashMap<>();
    columns.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
    this.places = names.stream().mapToInt(name -> numbers.getOrDefault(name, -1)).toArray();
    int from = 0;
    for (ColumnEncoder encoder : encoders) {
      int to = from + encoder.outputs().size();
      placesOf.add(Arrays.copyOfRange(places, from, to));
      from = to;
    }
  }

  static FittedPreprocessing fit(Preprocessing.Settings settings, CustomerFeatures training) {
    if (training.size() == 0) {
      throw new InvalidDataException("no customers: there is nothing to learn; give at least one");
    }
    Schema schema = Schema.of(training, settings.columns());
    List<ColumnEncoder> encoders = new ArrayList<>();
    for (String column : schema.sortedColumns()) {
      encoders.add(
          schema.isNominal(column)
              ? CategoryEncoder.fit(training, column, settings)
              : NumericEncoder.fit(training, column, settings));
    }
    List<String> names = names(encoders);
    double[][] outputs = raw(encoders, names.size(), training);
    Map<String, String> dropped = RedundantColumns.find(names, outputs, settings.sameFrom());
    if (settings.mostInflation() < Double.POSITIVE_INFINITY) {
      leaveOutInflated(encoders, names, outputs, settings.mostInflation(), dropped);
    }
    return new FittedPreprocessing(schema, List.copyOf(encoders), names, dropped);
  }

  /** As it was when it had been fitted. */
  static FittedPreprocessing of(
      Schema schema, List<ColumnEncoder> encoders, Map<String, String> dropped) {
    return new FittedPreprocessing(schema, encoders, names(encoders), dropped);
  }

  private static List<String> names(List<ColumnEncoder> encoders) {
    List<String> names = new ArrayList<>();
    encoders.forEach(encoder -> names.addAll(encoder.outputs()));
    return names;
  }

  Schema schema() {
    return schema;
  }

  List<ColumnEncoder> encoders() {
    return encoders;
  }

  /** Zeros and ones of one category always follow from one another, so numbers only. */
  private static void leaveOutInflated(
      List<ColumnEncoder> encoders,
      List<String> names,
      double[][] outputs,
      double limit,
      Map<String, String> dropped) {
    List<String> numbers =
        encoders.stream()
            .filter(encoder -> encoder instanceof NumericEncoder)
            .map(ColumnEncoder::column)
            .filter(name -> !dropped.containsKey(name))
            .toList();
    double[][] units =
        numbers.stream()
            .map(name -> UnitColumn.of(outputs[names.indexOf(name)]))
            .toArray(double[][]::new);
    VarianceInflation.leaveOut(limit, units)
        .forEach(
            (index, factor) ->
                dropped.put(
                    numbers.get(index),
                    Double.isInfinite(factor)
                        ? "follows from other columns"
                        : String.format(
                            Locale.ROOT, "variance inflation %.1f above %s", factor, limit)));
  }

  /**
   * Names of the numbers that come out, in order: columns by name, categories as {@code city=Oslo}.
   *
   * @return names, none twice
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * The columns that go in.
   *
   * @return names of numeric and categorical columns, in the order of their characters
   */
  public List<String> inputs() {
    return schema.sortedColumns();
  }

  /**
   * The column that a number is computed from, such as {@code city} for {@code city=Oslo}.
   *
   * @param number 0 to {@code columns().size() - 1}
   * @return one of {@link #inputs()}
   * @throws IndexOutOfBoundsException if there is no such number
   */
  public String inputOf(int number) {
    int raw = 0;
    while (places[raw] != Objects.checkIndex(number, columns.size())) {
      raw++;
    }
    int end = 0;
    for (ColumnEncoder encoder : encoders) {
      end += encoder.outputs().size();
      if (raw < end) {
        return encoder.column();
      }
    }
    throw new AssertionError("every number comes from an encoder");
  }

  /**
   * Names of numbers that were left out, and why: they were constant in training, the same as
   * another, or followed from others.
   *
   * @return the reason by name, in order
   */
  public Map<String, String> dropped() {
    return new LinkedHashMap<>(dropped);
  }

  /**
   * Turns customers into numbers.
   *
   * @param customers any number of customers with the columns of training
   * @return a new array: {@link #columns()} numbers for each customer, one customer after the other
   * @throws InvalidDataException if a column is missing, extra or of another type, or a value is
   *     infinite; the message names it
   */
  public double[] encode(CustomerFeatures customers) {
    double[] rows = new double[Math.multiplyExact(customers.size(), columns.size())];
    encoder(customers).encode(0, customers.size(), rows);
    return rows;
  }

  /**
   * Turns customers into numbers part by part.
   *
   * @param customers any number of customers with the columns of training
   * @return what encodes their rows
   * @throws InvalidDataException if a column is missing, extra or of another type; the message
   *     names it
   */
  public RowEncoder encoder(CustomerFeatures customers) {
    schema.check(customers);
    List<ColumnWriter> writers = new ArrayList<>(encoders.size());
    encoders.forEach(encoder -> writers.add(encoder.over(customers)));
    int width = columns.size();
    return (firstRow, rows, target) -> {
      Objects.checkFromIndexSize(firstRow, rows, customers.size());
      Arrays.fill(target, 0, rows * width, 0);
      for (int at = 0; at < writers.size(); at++) {
        writers.get(at).write(firstRow, rows, target, width, placesOf.get(at));
      }
    };
  }

  /** All outputs, a column each. */
  private static double[][] raw(
      List<ColumnEncoder> encoders, int count, CustomerFeatures customers) {
    double[][] outputs = new double[count][customers.size()];
    int from = 0;
    for (ColumnEncoder encoder : encoders) {
      int width = encoder.outputs().size();
      int[] all = IntStream.range(0, width).toArray();
      ColumnWriter writer = encoder.over(customers);
      for (int first = 0; first < customers.size(); first += PART) {
        int rows = Math.min(PART, customers.size() - first);
        double[] part = new double[rows * width];
        writer.write(first, rows, part, width, all);
        for (int at = 0; at < part.length; at++) {
          outputs[from + at % width][first + at / width] = part[at];
        }
      }
      from += width;
    }
    return outputs;
  }

  /** Whether the other turns any customers into the same numbers. */
  @Override
  public boolean equals(Object other) {
    return other instanceof FittedPreprocessing fitted
        && schema.equals(fitted.schema)
        && encoders.equals(fitted.encoders)
        && columns.equals(fitted.columns)
        && dropped.equals(fitted.dropped);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  /** What goes in, what comes out, and what was dropped. */
  @Override
  public String toString() {
    return schema.sortedColumns().size()
        + " columns become "
        + columns.size()
        + " numbers"
        + (dropped.isEmpty() ? "" : "; dropped: " + dropped);
  }
}
