package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.Mix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds features of newcomers that the segments were made from, by another name or on another scale
 * perhaps. A classifier that has them only learns the cut points again, and looks better than it
 * will be with newcomers, who do not have them yet.
 */
final class LearnableLabels {

  /** From this rank correlation on, two columns order customers alike. */
  private static final double SAME_ORDER = 0.98;

  /** From this share of equal values on, a column is another one for all practical use. */
  private static final double SAME_VALUES = 0.9;

  /** Two columns that are mostly one number are equal mostly, and tell nothing of each other. */
  private static final double RELATED = 0.5;

  /** Customers looked at: at .98 a rank correlation of so many is known to .001. */
  private static final int MOST = 5_000;

  private final CustomerFeatures customers;
  private final CustomerFeatures known;
  private final int[] rows;

  private LearnableLabels(CustomerFeatures customers, CustomerFeatures known) {
    this.customers = customers;
    this.known = known;
    this.rows = some(known);
  }

  static List<String> of(CustomerFeatures customers, CustomerFeatures known) {
    return new LearnableLabels(customers, known).warnings();
  }

  /** By hashes of the ids, so that the order of the rows does not matter. */
  private static int[] some(CustomerFeatures known) {
    int every = known.size() / MOST + 1;
    return IntStream.range(0, known.size())
        .filter(row -> every == 1 || Long.remainderUnsigned(Mix.text(known.id(row)), every) == 0)
        .toArray();
  }

  private List<String> warnings() {
    int[] rowOfCustomer =
        Arrays.stream(rows).map(row -> customers.rowOf(known.id(row)).orElseThrow()).toArray();
    Map<String, Column> columns = new LinkedHashMap<>();
    known.numericColumns().forEach(name -> columns.put(name, Column.of(known, name, rows)));
    List<String> warnings = new ArrayList<>();
    for (String made : customers.numericColumns()) {
      Column values = Column.of(customers, made, rowOfCustomer);
      columns.forEach(
          (column, others) ->
              alike(values, others)
                  .ifPresent(
                      how ->
                          warnings.add(
                              ("the segments are made from '%s', and the newcomers' '%s' %s: the"
                                      + " classifier relearns the cut points, and its figures"
                                      + " flatter it; leave that column out, or make the segments"
                                      + " of others")
                                  .formatted(made, column, how))));
    }
    return warnings;
  }

  /** The values of the customers looked at, and their ranks. */
  private static final class Column {

    private final double[] values;
    private final double[] ranks;

    private Column(double[] values, double[] ranks) {
      this.values = values;
      this.ranks = ranks;
    }

    static Column of(CustomerFeatures customers, String name, int... rows) {
      double[] all = customers.numeric(name);
      double[] values = new double[rows.length];
      Arrays.setAll(values, at -> all[rows[at]] + 0.0); // one zero, not two
      return new Column(values, ranks(values));
    }
  }

  private static Optional<String> alike(Column one, Column other) {
    double[] values = one.values;
    double[] others = other.values;
    double same = Math.abs(correlation(one.ranks, other.ranks));
    if (Double.isNaN(same)) {
      return Optional.empty();
    }
    long equal = IntStream.range(0, values.length).filter(i -> values[i] == others[i]).count();
    double share = (double) equal / values.length;
    if (share >= SAME_VALUES && same >= RELATED) {
      return Optional.of(
          String.format(Locale.ROOT, "is the same number for %.0f %% of customers", 100 * share));
    }
    return same >= SAME_ORDER
        ? Optional.of(
            String.format(Locale.ROOT, "orders customers alike (rank correlation %.2f)", same))
        : Optional.empty();
  }

  /** Equal values get the mean of their ranks; missing ones come last, and are equal. */
  private static double[] ranks(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] rankOf = new double[sorted.length];
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from + 1;
      while (to < sorted.length && Double.compare(sorted[to], sorted[from]) == 0) {
        to++;
      }
      Arrays.fill(rankOf, from, to, (from + to - 1) / 2.0);
    }
    double[] ranks = new double[values.length];
    Arrays.setAll(ranks, row -> rankOf[Arrays.binarySearch(sorted, values[row])]);
    return ranks;
  }

  /** NaN where one of the two is constant. */
  private static double correlation(double[] a, double[] b) {
    double mean = (a.length - 1) / 2.0;
    double both = 0;
    double squaresOfA = 0;
    double squaresOfB = 0;
    for (int row = 0; row < a.length; row++) {
      both += (a[row] - mean) * (b[row] - mean);
      squaresOfA += (a[row] - mean) * (a[row] - mean);
      squaresOfB += (b[row] - mean) * (b[row] - mean);
    }
    return both / Math.sqrt(squaresOfA * squaresOfB);
  }
}
