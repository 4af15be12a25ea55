package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What each column adds to or takes from each customer's prediction. For every customer, {@link
 * #base} and the values of all columns add up to {@link #output}. Immutable; holds eight bytes a
 * customer and column.
 */
public final class ShapValues {

  private final CustomerFeatures customers;
  private final List<String> columns;
  private final String className;
  private final ShapScale scale;
  private final String method;
  private final double base;
  private final double[] outputs;
  private final List<double[]> effects;
  private final double gap;

  private ShapValues(
      CustomerFeatures customers,
      ShapMethod method,
      String className,
      List<double[]> effects,
      double[] outputs,
      double gap) {
    this.customers = customers;
    this.columns = method.columns.names();
    this.className = className;
    this.scale = method.scale();
    this.method = method.toString();
    this.base = method.base();
    this.outputs = outputs;
    this.effects = List.copyOf(effects);
    this.gap = gap;
  }

  static ShapValues of(
      CustomerFeatures customers,
      ShapMethod method,
      String className,
      List<double[]> effects,
      double[] outputs) {
    double gap = 0;
    for (int row = 0; row < outputs.length; row++) {
      double sum = method.base();
      double size = Math.abs(sum);
      for (double effect : effects.get(row)) {
        sum += effect;
        size += Math.abs(effect);
      }
      double off = Math.abs(sum - outputs[row]);
      if (!(off <= 1e-8 * (1 + size))) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "customer '%s': base and values add up to %s but the model says %s; does it give a"
                    + " row the same probability each time?",
                customers.id(row),
                sum,
                outputs[row]));
      }
      gap = Math.max(gap, off);
    }
    return new ShapValues(customers, method, className, effects, outputs, gap);
  }

  /**
   * The number of customers.
   *
   * @return rows
   */
  public int size() {
    return outputs.length;
  }

  /**
   * The columns that have values: all those the model was fitted on.
   *
   * @return names in the order of their characters
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * The class whose prediction is explained.
   *
   * @return its name
   */
  public String className() {
    return className;
  }

  /**
   * The scale on which everything here is.
   *
   * @return probability or log-odds
   */
  public ShapScale scale() {
    return scale;
  }

  /**
   * How the values were computed.
   *
   * @return such as {@code exact for trees} or {@code mean over 10 permutations}
   */
  public String method() {
    return method;
  }

  /**
   * The mean output of the background customers, which the values are added to.
   *
   * @return on {@link #scale}
   */
  public double base() {
    return base;
  }

  /**
   * What the model says of a customer.
   *
   * @param row 0 to {@code size() - 1}
   * @return on {@link #scale}
   */
  public double output(int row) {
    return outputs[Objects.checkIndex(row, size())];
  }

  /**
   * What a column adds for a customer.
   *
   * @param row 0 to {@code size() - 1}
   * @param column one of {@link #columns()}
   * @return on {@link #scale}; below zero where the column makes the class less likely
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public double value(int row, String column) {
    return effects.get(Objects.checkIndex(row, size()))[indexOf(column)];
  }

  /**
   * What a column adds for each customer.
   *
   * @param column one of {@link #columns()}
   * @return a new array, in the order of the rows
   * @throws IllegalArgumentException if there is no such column; the message lists those there are
   */
  public double[] values(String column) {
    int index = indexOf(column);
    return effects.stream().mapToDouble(all -> all[index]).toArray();
  }

  private int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column '" + column + "'; there are " + columns);
    }
    return index;
  }

  /**
   * By how much base and values together differ from the output, at most; only rounding is left.
   *
   * @return 0 or a little more, on {@link #scale}
   */
  public double additivityGap() {
    return gap;
  }

  /**
   * Columns by their mean |SHAP|. The spread is the standard deviation of |SHAP| over the
   * customers; the direction is Spearman's correlation of the column's value with its SHAP value.
   *
   * @return the most important first
   */
  public ImportanceReport summary() {
    List<ColumnImportance> found = new ArrayList<>();
    for (String column : columns) {
      found.add(summary(column, values(column)));
    }
    String title =
        String.format(
            Locale.ROOT,
            "SHAP of P(%s), %d customers, %s; base %.4f (%s)",
            className,
            size(),
            method,
            base,
            scale);
    return new ImportanceReport(title, "mean |SHAP|, " + scale, found);
  }

  private ColumnImportance summary(String column, double... values) {
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < values.length; row++) {
      double distance = Math.abs(values[row]) - mean;
      mean += distance / (row + 1);
      squares += distance * (Math.abs(values[row]) - mean);
    }
    Association direction = new Association();
    ColumnValues known = ColumnValues.of(customers, column);
    if (known.hasOrder()) {
      double[] places = Ranks.of(known.numbers());
      double[] effectPlaces = Ranks.of(values);
      for (int row = 0; row < values.length; row++) {
        direction.add(places[row], effectPlaces[row]);
      }
    }
    double spread = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
    return new ColumnImportance(column, mean, spread, direction.correlation());
  }

  /**
   * A table with the columns {@code customer}, {@code SHAP(…)} for each column, {@code base} and
   * {@code output}.
   *
   * @return a new table, a row a customer
   */
  public Table toTable() {
    StringColumn ids = StringColumn.create("customer");
    DoubleColumn bases = DoubleColumn.create("base");
    for (int row = 0; row < size(); row++) {
      ids.append(customers.id(row));
      bases.append(base);
    }
    Table table = Table.create("shap", ids);
    columns.forEach(
        name -> table.addColumns(DoubleColumn.create("SHAP(" + name + ")", values(name))));
    return table.addColumns(bases, DoubleColumn.create("output", outputs));
  }

  /** The summary. */
  @Override
  public String toString() {
    return summary().toString();
  }
}
