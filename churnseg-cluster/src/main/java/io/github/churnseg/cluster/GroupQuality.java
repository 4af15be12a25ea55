package io.github.churnseg.cluster;

import io.github.churnseg.features.Scaling;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Assignments;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * How far apart groups are that any segmenter has made: the figures that {@link KReport} has for
 * K-means, for mixtures, Ward's groups, RFM segments and groups made by hand.
 *
 * <pre>{@code
 * GroupQuality.of(GaussianMixture.k(3).fit(customers).assign(customers)).silhouette()
 * }</pre>
 *
 * <p>Figures are comparable between groupings of the same columns on the same scale only. The same
 * customers and groups give the same bits, in any order of customers. Immutable. Time: up to 10,000
 * customers the square of their number; beyond, a sample of at least 1,000 times all. Memory: the
 * numbers twice.
 */
public final class GroupQuality {

  /** As {@link KScan#silhouetteSample} is unless set. */
  private static final int EXACT = 10_000;

  private final int customers;
  private final int groups;
  private final int smallest;
  private final Silhouettes.Score silhouette;
  private final double squaredSilhouette;
  private final double calinskiHarabasz;
  private final double daviesBouldin;
  private final double inertia;

  private GroupQuality(Grouping grouping, Silhouettes.Score silhouette, Spread spread) {
    this.customers = grouping.groups.length;
    this.groups = grouping.k;
    this.smallest = grouping.smallest();
    this.silhouette = silhouette;
    this.squaredSilhouette = spread.squaredSilhouette();
    this.calinskiHarabasz = spread.calinskiHarabasz();
    this.daviesBouldin = spread.daviesBouldin();
    this.inertia = spread.within();
  }

  /**
   * Measures on the scale that segmenters use unless told otherwise, {@link Scaling#LOG_Z_SCORE}.
   *
   * @param assignments customers and their groups
   * @return the figures
   * @throws io.github.churnseg.InvalidDataException if there is no customer, or a value is missing
   *     or not finite
   */
  public static GroupQuality of(Assignments assignments) {
    return of(assignments, Scaling.LOG_Z_SCORE);
  }

  /**
   * Measures on a scale.
   *
   * @param assignments customers and their groups; groups without customers do not count
   * @param scaling how columns are made comparable, learnt from these customers
   * @param columns numeric or categorical ones; all of them if none is named
   * @return the figures
   * @throws io.github.churnseg.InvalidDataException if there is no customer, no such column, or a
   *     value is missing or not finite
   */
  public static GroupQuality of(Assignments assignments, Scaling scaling, String... columns) {
    Plan plan = Plan.of(1).scaling(scaling).columns(List.of(columns));
    Encoder.Encoded encoded = Encoder.learn(assignments.customers(), plan);
    double[] labels = new double[assignments.size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = assignments.labelIndex(row) + 1;
    }
    try (Workers workers = new Workers(plan.threads())) {
      // For weights the labels: these decide on the order of customers who are equal.
      Points points = Points.inTiles(encoded.columns, labels, workers);
      int[] groups = new int[points.size()];
      for (int point = 0; point < groups.length; point++) {
        groups[point] = (int) points.weight(point) - 1;
      }
      Grouping grouping = Grouping.of(groups, assignments.labels().size());
      Spread spread = new Spread(points.columns(), grouping, workers);
      return new GroupQuality(
          grouping,
          Silhouettes.of(points.columns(), List.of(grouping), EXACT, 0, workers).get(0),
          spread);
    }
  }

  /**
   * The groups that have customers.
   *
   * @return 1 or more
   */
  public int groups() {
    return groups;
  }

  /**
   * The customers in the smallest group.
   *
   * @return 1 or more
   */
  public int smallestGroup() {
    return smallest;
  }

  /**
   * The mean silhouette in plain distance ({@link Silhouette#EUCLIDEAN}).
   *
   * @return -1 to 1; NaN for one group
   */
  public double silhouette() {
    return silhouette.mean();
  }

  /**
   * The standard error of {@link #silhouette()}.
   *
   * @return 0 up to 10,000 customers, for which it is exact
   */
  public double silhouetteError() {
    return silhouette.standardError();
  }

  /**
   * The mean silhouette in squared distance ({@link Silhouette#SQUARED_EUCLIDEAN}), exact.
   *
   * @return -1 to 1; NaN for one group
   */
  public double squaredSilhouette() {
    return squaredSilhouette;
  }

  /**
   * The Caliński-Harabasz index.
   *
   * @return 0 or more, higher is better; NaN for one group, or one a customer
   */
  public double calinskiHarabasz() {
    return calinskiHarabasz;
  }

  /**
   * The Davies-Bouldin index.
   *
   * @return 0 or more, lower is better; NaN for one group
   */
  public double daviesBouldin() {
    return daviesBouldin;
  }

  /**
   * The sum of squared distances from the means of the groups.
   *
   * @return 0 or more
   */
  public double inertia() {
    return inertia;
  }

  /**
   * The figures in a row.
   *
   * @return a new table with the columns {@code groups}, {@code customers}, {@code inertia}, {@code
   *     silhouette}, {@code silhouette error}, {@code squared silhouette}, {@code
   *     calinski-harabasz}, {@code davies-bouldin} and {@code smallest group}
   */
  public Table toTable() {
    return Table.create(
        "quality",
        IntColumn.create("groups", new int[] {groups}),
        IntColumn.create("customers", new int[] {customers}),
        DoubleColumn.create("inertia", new double[] {inertia}),
        DoubleColumn.create("silhouette", new double[] {silhouette()}),
        DoubleColumn.create("silhouette error", new double[] {silhouetteError()}),
        DoubleColumn.create("squared silhouette", new double[] {squaredSilhouette}),
        DoubleColumn.create("calinski-harabasz", new double[] {calinskiHarabasz}),
        DoubleColumn.create("davies-bouldin", new double[] {daviesBouldin}),
        IntColumn.create("smallest group", new int[] {smallest}));
  }

  /** The figures under their names. */
  @Override
  public String toString() {
    return TextTable.of(
            "groups",
            "customers",
            "inertia",
            "silhouette",
            "± error",
            "squared",
            "Calinski-H.",
            "Davies-B.",
            "smallest")
        .row(
            Integer.toString(groups),
            String.format(Locale.ROOT, "%,d", customers),
            number("%,.1f", inertia),
            number("%.3f", silhouette()),
            number("%.3f", silhouetteError()),
            number("%.3f", squaredSilhouette),
            number("%,.1f", calinskiHarabasz),
            number("%.3f", daviesBouldin),
            String.format(Locale.ROOT, "%,d", smallest))
        .toString();
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }
}
