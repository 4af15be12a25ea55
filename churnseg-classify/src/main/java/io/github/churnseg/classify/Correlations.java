package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.UnitColumn;
import io.github.churnseg.internal.VarianceInflation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How far columns follow from one another and from the target: Pearson's and Spearman's correlation
 * of columns that have an order; φk of all (Baak, Koopman, Snoek, Klous 2020,
 * doi:10.1016/j.csda.2020.106979), numbers cut into ten equal bins; and variance inflation factors.
 * Immutable.
 *
 * <pre>{@code
 * var correlations = Correlations.of(training);
 * correlations.phik("pages", Correlations.TARGET)
 * correlations.suggestDrops(0.9, 10)    // which columns to leave out, and why
 * }</pre>
 *
 * <p>A row counts for a pair where both values are known; for variance inflation a missing value
 * counts as the mean. What is chosen by looking at rows must be chosen on training rows: a plan
 * does that inside each fold with {@code Preprocessing.dropDuplicates(…)} and {@code
 * Preprocessing.dropInflated(…)}. Costs rows × columns squared, on all processors, and a few
 * milliseconds a pair.
 */
public final class Correlations {

  /** The name under which the customers' labels take part, where they were loaded with some. */
  public static final String TARGET = "(target)";

  private static final int SHOWN = 15;

  private final int rows;
  private final List<String> columns;
  private final List<CorrelatedPair> pairs;
  private final Map<String, double[]> units;
  private final Map<String, Double> inflation;

  private Correlations(
      int rows, List<String> columns, List<CorrelatedPair> pairs, Map<String, double[]> units) {
    this.rows = rows;
    this.columns = columns;
    this.pairs = pairs;
    this.units = units;
    this.inflation = inflation(units);
  }

  private static Map<String, Double> inflation(Map<String, double[]> units) {
    double[] factors = VarianceInflation.of(units.values().toArray(new double[0][]));
    Map<String, Double> byName = new LinkedHashMap<>();
    for (String name : units.keySet()) {
      byName.put(name, factors[byName.size()]);
    }
    return byName;
  }

  /**
   * Measures all pairs of columns, and each column with the labels, if there are any.
   *
   * @param customers at least one
   * @return the correlations
   */
  public static Correlations of(CustomerFeatures customers) {
    return of(customers, Progress.NONE);
  }

  /**
   * Measures all pairs and tells how far it has come.
   *
   * @param given the customers
   * @param progress told of the stage {@code correlations}
   * @return the correlations
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Correlations of(CustomerFeatures given, Progress progress) {
    CustomerFeatures customers = given.select(IdOrder.of(given));
    List<CorrelationColumn> known = CorrelationColumn.all(customers);
    List<int[]> asked = new ArrayList<>();
    for (int a = 0; a < known.size(); a++) {
      for (int b = a + 1; b < known.size(); b++) {
        asked.add(new int[] {a, b});
      }
    }
    List<CorrelatedPair> pairs =
        Parallel.map(
            asked.size(),
            "correlations",
            progress,
            pair -> known.get(asked.get(pair)[0]).with(known.get(asked.get(pair)[1])));
    List<CorrelatedPair> sorted =
        pairs.stream()
            .sorted(Comparator.comparingDouble(CorrelatedPair::strength).reversed())
            .toList();
    List<String> names = known.stream().map(CorrelationColumn::name).toList();
    return new Correlations(customers.size(), names, sorted, units(known));
  }

  /** Columns that have an order and change, ready to be multiplied. */
  private static Map<String, double[]> units(List<CorrelationColumn> known) {
    Map<String, double[]> units = new LinkedHashMap<>();
    for (CorrelationColumn column : known) {
      double[] unit = UnitColumn.of(column.numbers());
      if (unit.length > 0 && !column.name().equals(TARGET)) {
        units.put(column.name(), unit);
      }
    }
    return units;
  }

  /**
   * The columns that were measured, and {@link #TARGET} where there are labels.
   *
   * @return names in the order of their characters, the target last
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * All pairs.
   *
   * @return the strongest first, by the largest of the three figures without its sign
   */
  public List<CorrelatedPair> pairs() {
    return pairs;
  }

  /**
   * Linear correlation.
   *
   * @param a one column
   * @param b another
   * @return -1 to 1, or {@code NaN} unless both have an order and change
   */
  public double pearson(String a, String b) {
    return pair(a, b).pearson();
  }

  /**
   * Correlation of ranks, the mean rank for equals.
   *
   * @param a one column
   * @param b another
   * @return -1 to 1, or {@code NaN} unless both have an order and change
   */
  public double spearman(String a, String b) {
    return pair(a, b).spearman();
  }

  /**
   * Dependence of any shape.
   *
   * @param a one column
   * @param b another
   * @return 0 to 1, or {@code NaN} where one never changes or has more than 200 categories
   */
  public double phik(String a, String b) {
    return pair(a, b).phik();
  }

  private CorrelatedPair pair(String a, String b) {
    for (String name : List.of(a, b)) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException("no column '" + name + "'; there are " + columns);
      }
    }
    return pairs.stream()
        .filter(pair -> pair.has(a) && pair.other(a).equals(b))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + a + "' twice; give two different columns"));
  }

  /**
   * By how much the variance of a column's effect is inflated because other columns with an order
   * say the same: 1 / (1 - R²).
   *
   * @param column a numeric or ordered column that changes
   * @return 1 or more; infinite where the column follows from the others
   * @throws IllegalArgumentException if it has no order or never changes
   */
  public double varianceInflation(String column) {
    return Optional.ofNullable(inflation.get(column))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no variance inflation of '%s'; there is of %s"
                        .formatted(column, inflation.keySet())));
  }

  /**
   * Which columns could be left out. Of each pair that correlates too strongly, the strongest pair
   * first, the column goes that says less of the target by φk (without labels: that is closer to
   * the other columns on the mean); then, one by one, the column with the largest variance
   * inflation.
   *
   * @param correlation from which largest of the three figures on, without its sign; .9 is usual
   * @param inflation above which variance inflation; 5 or 10 are usual
   * @return suggestions, in the order in which they were made
   */
  public List<DropSuggestion> suggestDrops(double correlation, double inflation) {
    return new DropRule(this, correlation, inflation).suggest();
  }

  /** What to leave out besides, so that no factor is above the limit; the factor of each. */
  Map<String, Double> inflatedBeside(Set<String> gone, double limit) {
    List<String> left = units.keySet().stream().filter(name -> !gone.contains(name)).toList();
    Map<String, Double> byName = new LinkedHashMap<>();
    VarianceInflation.leaveOut(limit, left.stream().map(units::get).toArray(double[][]::new))
        .forEach((index, factor) -> byName.put(left.get(index), factor));
    return byName;
  }

  /**
   * A table with the columns {@code first}, {@code second}, {@code pearson}, {@code spearman} and
   * {@code phik}.
   *
   * @return a new table, a row a pair, the strongest first
   */
  public Table toTable() {
    Table table =
        Table.create(
            "correlations",
            StringColumn.create("first"),
            StringColumn.create("second"),
            DoubleColumn.create("pearson"),
            DoubleColumn.create("spearman"),
            DoubleColumn.create("phik"));
    for (CorrelatedPair pair : pairs) {
      table.stringColumn("first").append(pair.first());
      table.stringColumn("second").append(pair.second());
      table.doubleColumn("pearson").append(pair.pearson());
      table.doubleColumn("spearman").append(pair.spearman());
      table.doubleColumn("phik").append(pair.phik());
    }
    return table;
  }

  /** The strongest pairs, then the largest variance inflation factors. */
  @Override
  public String toString() {
    TextTable strongest = TextTable.of("column", "with", "Pearson", "Spearman", "phik");
    pairs.stream()
        .limit(SHOWN)
        .forEach(
            pair ->
                strongest.row(
                    pair.first(),
                    pair.second(),
                    shown(pair.pearson()),
                    shown(pair.spearman()),
                    shown(pair.phik())));
    TextTable factors = TextTable.of("column", "variance inflation");
    inflation.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(SHOWN)
        .forEach(
            entry ->
                factors.row(entry.getKey(), String.format(Locale.ROOT, "%.2f", entry.getValue())));
    String more = pairs.size() > SHOWN ? "… " + pairs.size() + " pairs in all\n" : "";
    return rows + " customers, " + columns.size() + " columns\n" + strongest + more + factors;
  }

  private static String shown(double figure) {
    return Double.isNaN(figure) ? "" : String.format(Locale.ROOT, "%.3f", figure);
  }
}
