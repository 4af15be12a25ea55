package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Categories;
import io.github.churnseg.features.ColumnReader;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How customers become points: which columns, and the scale of each. Learnt once, from the
 * customers a model is fitted on.
 */
final class Encoder {

  private final Plan plan;
  private final List<Dimension> dimensions;
  private final Provenance provenance;

  Encoder(Plan plan, List<Dimension> dimensions, Provenance provenance) {
    this.plan = plan;
    this.dimensions = List.copyOf(dimensions);
    this.provenance = provenance;
  }

  Plan plan() {
    return plan;
  }

  /** Where the customers came from, for a model that was learnt from them with some settings. */
  Provenance provenance(String settings) {
    return provenance.withSettings(settings);
  }

  List<Dimension> dimensions() {
    return dimensions;
  }

  List<String> names() {
    return dimensions.stream().map(Dimension::name).toList();
  }

  /** Places on the learnt scales in the columns' own units. */
  double[][] original(List<double[]> places) {
    double[][] original = new double[places.size()][dimensions.size()];
    for (int place = 0; place < original.length; place++) {
      double[] scaled = places.get(place);
      Arrays.setAll(original[place], j -> dimensions.get(j).original(scaled[j]));
    }
    return original;
  }

  /** Learns the scales, and gives the scaled columns along with them. */
  static Encoded learn(CustomerFeatures customers, Plan plan) {
    if (customers.size() == 0) {
      throw new InvalidDataException("no customers: there is nothing to group; give at least one");
    }
    List<String> names = numericColumns(customers, plan);
    Dimension[] numeric = new Dimension[names.size()];
    double[][] values = new double[names.size()][];
    Ends[] scaled = new Ends[names.size()];
    Workers.once(
        plan.threads(),
        names.size(),
        (worker, j) -> {
          values[j] = customers.numeric(names.get(j));
          Ends ends =
              ValueChecks.tidy(
                  customers, names.get(j), 0, values[j], values[j].length, plan.scaling());
          numeric[j] = Dimension.ofNumbers(names.get(j), values[j], ends, plan.scaling());
          scaled[j] = numeric[j].scale(ends);
        });
    List<Dimension> dimensions = new ArrayList<>(Arrays.asList(numeric));
    List<double[]> columns = new ArrayList<>(Arrays.asList(values));
    List<Ends> ends = new ArrayList<>(Arrays.asList(scaled));
    for (String name : categoricalColumns(customers, plan)) {
      Categories categories = customers.categorical(name);
      ValueChecks.categories(customers, name, categories, Set.copyOf(categories.levels()));
      for (String level : categories.levels()) {
        Dimension dimension = Dimension.ofCategory(name, level, plan.scaling());
        dimensions.add(dimension);
        double[] column = indicator(categories, dimension);
        columns.add(column);
        ends.add(Ends.of(column, 0, column.length));
      }
    }
    if (dimensions.isEmpty()) {
      throw new InvalidDataException(
          "no column to group by: numeric "
              + customers.numericColumns()
              + ", categorical "
              + customers.categoricalColumns());
    }
    double[] weights = weights(customers, plan);
    return new Encoded(
        new Encoder(plan, dimensions, Provenance.of("", customers)),
        columns.toArray(new double[0][]),
        ends,
        weights);
  }

  /** Brings other customers to the learnt scales. */
  double[][] encode(CustomerFeatures customers) {
    checkColumns(customers);
    double[][] columns = new double[dimensions.size()][];
    for (int j = 0; j < columns.length; j++) {
      Dimension dimension = dimensions.get(j);
      if (dimension.category().isPresent()) {
        columns[j] = indicator(customers.categorical(dimension.column()), dimension);
      } else {
        double[] values = customers.numeric(dimension.column());
        ValueChecks.tidy(customers, dimension.column(), 0, values, values.length, plan.scaling());
        dimension.scale(values);
        columns[j] = values;
      }
    }
    return columns;
  }

  /** Reads other customers part by part, on the learnt scales. */
  Parts parts(CustomerFeatures customers) {
    checkColumns(customers);
    ColumnReader[] readers =
        dimensions.stream().map(d -> part(customers, d)).toArray(ColumnReader[]::new);
    return new Parts() {
      @Override
      public void read(int from, int count, double[][] columns) {
        for (int j = 0; j < columns.length; j++) {
          readers[j].read(from, count, columns[j]);
        }
      }

      @Override
      public void check(int from, int count, double[][] columns, double[] room) {
        Arrays.fill(room, 0, count, 0);
        for (double[] column : columns) {
          addSizes(column, count, room);
        }
        boolean fits = true;
        for (int i = 0; i < count; i++) {
          fits &= room[i] <= ValueChecks.LIMIT;
        }
        if (!fits) {
          refuse(customers, from, count);
        }
      }
    };
  }

  /** One sum a row is enough to tell whether any value needs a closer look. */
  private static void addSizes(double[] values, int count, double[] sizes) {
    for (int i = 0; i < count; i++) {
      sizes[i] = sizes[i] + Math.abs(values[i]);
    }
  }

  /** Refuses the first value that has no place among the others, if there is one. */
  private void refuse(CustomerFeatures customers, int from, int count) {
    double[] values = new double[count];
    for (Dimension dimension : dimensions) {
      if (dimension.category().isEmpty()) {
        customers.reader(dimension.column()).read(from, count, values);
        ValueChecks.tidy(customers, dimension.column(), from, values, count, plan.scaling());
      }
    }
  }

  private ColumnReader part(CustomerFeatures customers, Dimension dimension) {
    String column = dimension.column();
    if (dimension.category().isPresent()) {
      double[] values = indicator(customers.categorical(column), dimension);
      return (from, count, target) -> System.arraycopy(values, from, target, 0, count);
    }
    ColumnReader reader = customers.reader(column);
    if (!dimension.scales()) {
      return reader;
    }
    return (from, count, target) -> {
      reader.read(from, count, target);
      dimension.scale(target, count);
    };
  }

  private void checkColumns(CustomerFeatures customers) {
    Set<String> expected = new LinkedHashSet<>();
    dimensions.forEach(dimension -> expected.add(dimension.column()));
    for (Dimension dimension : dimensions) {
      List<String> there =
          dimension.category().isPresent()
              ? customers.categoricalColumns()
              : customers.numericColumns();
      if (!there.contains(dimension.column())) {
        throw new InvalidDataException(
            "%s column '%s' is missing; the model was fitted on %s, these customers have %s"
                .formatted(
                    dimension.category().isPresent() ? "categorical" : "numeric",
                    dimension.column(),
                    expected,
                    all(customers).toList()));
      }
    }
    checkCategories(customers);
    plan.weights().ifPresent(expected::add);
    Optional<String> extra = all(customers).filter(name -> !expected.contains(name)).findFirst();
    if (extra.isPresent() && plan.columns().isEmpty()) {
      throw new InvalidDataException(
          "column '%s' is none of those the model was fitted on, %s; leave it out, or name the"
                  .formatted(extra.get(), expected)
              + " columns to use with columns(…) before fitting");
    }
  }

  private void checkCategories(CustomerFeatures customers) {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    for (Dimension dimension : dimensions) {
      dimension
          .category()
          .ifPresent(
              category ->
                  known
                      .computeIfAbsent(dimension.column(), column -> new LinkedHashSet<>())
                      .add(category));
    }
    known.forEach(
        (name, levels) ->
            ValueChecks.categories(customers, name, customers.categorical(name), levels));
  }

  private static Stream<String> all(CustomerFeatures customers) {
    return Stream.concat(
        customers.numericColumns().stream(), customers.categoricalColumns().stream());
  }

  private static List<String> numericColumns(CustomerFeatures customers, Plan plan) {
    for (String name : plan.columns()) {
      if (all(customers).noneMatch(name::equals)) {
        throw new InvalidDataException(
            "no column '" + name + "'; these customers have " + all(customers).toList());
      }
    }
    return chosen(customers.numericColumns(), plan);
  }

  private static List<String> categoricalColumns(CustomerFeatures customers, Plan plan) {
    return chosen(customers.categoricalColumns(), plan);
  }

  private static List<String> chosen(List<String> there, Plan plan) {
    return there.stream()
        .filter(name -> plan.columns().isEmpty() || plan.columns().contains(name))
        .filter(name -> plan.weights().filter(name::equals).isEmpty())
        .toList();
  }

  /** The weights of customers, or nothing where all weigh the same. */
  static double[] weights(CustomerFeatures customers, Plan plan) {
    return plan.weights().map(name -> weights(customers, name)).orElseGet(() -> new double[0]);
  }

  private static double[] weights(CustomerFeatures customers, String name) {
    if (!customers.numericColumns().contains(name)) {
      throw new InvalidDataException(
          "no numeric column '" + name + "' for weights; there are " + customers.numericColumns());
    }
    double[] weights = customers.numeric(name);
    for (int row = 0; row < weights.length; row++) {
      weights[row] += 0.0;
      if (!(weights[row] >= 0 && weights[row] <= ValueChecks.LIMIT)) {
        throw new InvalidDataException(
            ValueChecks.place(customers, name, row)
                + "weight "
                + weights[row]
                + "; a weight is 0 or more");
      }
    }
    return weights;
  }

  /** One where customers are of the category, zero for all others. */
  private static double[] indicator(Categories categories, Dimension dimension) {
    int level = categories.levels().indexOf(dimension.category().orElseThrow());
    double one = dimension.scale(1);
    double[] values = new double[categories.size()];
    for (int row = 0; level >= 0 && row < values.length; row++) {
      values[row] = categories.level(row) == level ? one : 0;
    }
    return values;
  }

  /** Whether both bring any customers to the same places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Encoder encoder
        && dimensions.equals(encoder.dimensions)
        && plan.scaling() == encoder.plan.scaling()
        && plan.columns().equals(encoder.plan.columns())
        && plan.weights().equals(encoder.plan.weights());
  }

  @Override
  public int hashCode() {
    return dimensions.hashCode();
  }

  /** Customers as points, part by part. */
  interface Parts {

    /** Fills the start of each column with the values of some rows. */
    void read(int from, int count, double[][] columns);

    /**
     * Refuses the first of the values just read that has no place among the others, if there is
     * one.
     *
     * @param room for a number a row
     */
    void check(int from, int count, double[][] columns, double[] room);
  }

  /** Customers as points, and how they became so. */
  static final class Encoded {

    final Encoder encoder;
    final double[][] columns;

    /** Of each column. */
    private final List<Ends> ends;

    /** One a customer, or empty where all weigh the same. */
    final double[] weights;

    Encoded(Encoder encoder, double[][] columns, List<Ends> ends, double[] weights) {
      this.encoder = encoder;
      this.columns = columns;
      this.ends = ends;
      this.weights = weights;
    }

    Ranges ranges(Workers workers) {
      return Ranges.of(ends, weights, workers);
    }
  }
}
