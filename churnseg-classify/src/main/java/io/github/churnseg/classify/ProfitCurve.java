package io.github.churnseg.classify;

import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The profit of a {@link Campaign} by how many customers it contacts, those with the highest
 * probabilities first. Customers with the same probability are contacted together. Immutable.
 *
 * <pre>{@code
 * ProfitCurve curve = ProfitCurve.of(outOfFold, labels, Campaign.keeping(200));
 * curve.best().threshold();
 * }</pre>
 *
 * <p>Meaningful for customers the model did not learn from only.
 */
public final class ProfitCurve {

  private static final int SHOWN = 10;

  private final String name;
  private final Campaign campaign;
  private final List<ProfitPoint> points;
  private final ProfitPoint best;
  private final ExpectedProfit expected;

  private ProfitCurve(
      String name, Campaign campaign, List<ProfitPoint> points, ExpectedProfit expected) {
    this.name = name;
    this.campaign = campaign;
    this.points = points;
    this.expected = expected;
    ProfitPoint most = points.get(0);
    for (ProfitPoint point : points) {
      most = point.profit() > most.profit() ? point : most;
    }
    this.best = most;
  }

  /**
   * Computes the curve.
   *
   * @param predictions of customers the model did not learn from, with a positive class: those who
   *     leave
   * @param truth the class of each, in the same order
   * @param campaign costs and value
   * @return the curve
   * @throws io.github.churnseg.InvalidDataException if there is no customer
   * @throws IllegalStateException if no class was named as the positive one
   */
  public static ProfitCurve of(Predictions predictions, Labels truth, Campaign campaign) {
    Ranking ranking = Ranking.ofPositive(predictions, truth);
    List<ProfitPoint> points = new ArrayList<>();
    points.add(new ProfitPoint(Double.POSITIVE_INFINITY, 0, 0, 0, 0, 0));
    long leavers = 0;
    long stayers = 0;
    for (int group = 0; group < ranking.groups(); group++) {
      leavers += ranking.hits(group);
      stayers += ranking.misses(group);
      double profit = campaign.profit((double) leavers, (double) stayers, campaign.acceptance());
      points.add(
          new ProfitPoint(
              ranking.score(group),
              (int) (leavers + stayers),
              (double) (leavers + stayers) / ranking.size(),
              (int) leavers,
              profit,
              profit / ranking.size()));
    }
    String name = predictions.positiveClass().orElse("");
    return new ProfitCurve(
        name, campaign, List.copyOf(points), ExpectedProfit.of(ranking, campaign));
  }

  /**
   * The curve, from contacting nobody to contacting all.
   *
   * @return a point for each different probability, and one before them
   */
  public List<ProfitPoint> points() {
    return points;
  }

  /**
   * Where the profit is largest for the mean acceptance; of equals where fewer are contacted.
   *
   * @return one of {@link #points()}; with no profit anywhere, contacting nobody
   */
  public ProfitPoint best() {
    return best;
  }

  /**
   * The expected maximum profit (EMP) by customer, and whom to contact for it, where the acceptance
   * is not known but its distribution is.
   *
   * @return profit and share
   */
  public ExpectedProfit expectedMaximum() {
    return expected;
  }

  /**
   * A table with the columns {@code threshold}, {@code contacted}, {@code share}, {@code leavers},
   * {@code profit} and {@code profit per customer}.
   *
   * @return a new table, a row a point
   */
  public Table toTable() {
    return Table.create(
        "profit",
        DoubleColumn.create("threshold", points.stream().mapToDouble(ProfitPoint::threshold)),
        IntColumn.create("contacted", points.stream().mapToInt(ProfitPoint::contacted).toArray()),
        DoubleColumn.create("share", points.stream().mapToDouble(ProfitPoint::share)),
        IntColumn.create("leavers", points.stream().mapToInt(ProfitPoint::leavers).toArray()),
        DoubleColumn.create("profit", points.stream().mapToDouble(ProfitPoint::profit)),
        DoubleColumn.create(
            "profit per customer", points.stream().mapToDouble(ProfitPoint::profitPerCustomer)));
  }

  /** The profit at each tenth of the customers, where it is largest, and the expected maximum. */
  @Override
  public String toString() {
    TextTable table =
        TextTable.of("", "contacted", "P from", "would leave", "profit", "a customer");
    int tenth = 0;
    for (ProfitPoint point : points) {
      boolean isNext = point.share() * SHOWN >= tenth;
      if (isNext || point.equals(best)) {
        table.row(
            point.equals(best) ? "best" : "",
            Integer.toString(point.contacted()),
            point.contacted() == 0 ? "" : String.format(Locale.ROOT, "%.3f", point.threshold()),
            Integer.toString(point.leavers()),
            String.format(Locale.ROOT, "%.2f", point.profit()),
            String.format(Locale.ROOT, "%.4f", point.profitPerCustomer()));
      }
      tenth = isNext ? (int) (point.share() * SHOWN) + 1 : tenth;
    }
    return "%s, to keep those who are %s\n%s%s\n".formatted(campaign, name, table, expected);
  }
}
