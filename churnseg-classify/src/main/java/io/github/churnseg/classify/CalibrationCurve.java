package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether probabilities bear out: customers in bins of about equal size by their probability, and
 * how many of each bin are of the class. Customers with the same probability are in the same bin.
 * Immutable.
 */
public final class CalibrationCurve {

  private static final double LEVEL = 0.95;

  private final String name;
  private final List<CalibrationBin> bins;

  private CalibrationCurve(String name, List<CalibrationBin> bins) {
    this.name = name;
    this.bins = bins;
  }

  static CalibrationCurve of(String name, Ranking ranking, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("bins=" + most + "; choose 1 or more");
    }
    List<CalibrationBin> bins = new ArrayList<>();
    long seen = 0;
    long customers = 0;
    long hits = 0;
    double sum = 0;
    for (int group = ranking.groups() - 1; group >= 0; group--) {
      customers += ranking.size(group);
      hits += ranking.hits(group);
      sum += ranking.score(group) * ranking.size(group);
      boolean isFull = (seen + customers) * most >= ranking.size() * (bins.size() + 1L);
      if (isFull || group == 0) {
        bins.add(bin((int) customers, (int) hits, sum));
        seen += customers;
        customers = 0;
        hits = 0;
        sum = 0;
      }
    }
    return new CalibrationCurve(name, List.copyOf(bins));
  }

  private static CalibrationBin bin(int customers, int hits, double sum) {
    ConfidenceInterval share = new WilsonScoreInterval().createInterval(customers, hits, LEVEL);
    return new CalibrationBin(
        customers,
        sum / customers,
        (double) hits / customers,
        Math.max(0, share.getLowerBound()),
        Math.min(1, share.getUpperBound()));
  }

  /**
   * The bins.
   *
   * @return the lowest probabilities first
   */
  public List<CalibrationBin> bins() {
    return bins;
  }

  /**
   * The expected calibration error: how far a bin's share is from its mean probability, on average
   * over the customers.
   *
   * @return 0 to 1; even a perfect model shows a little, the more so the fewer customers a bin has
   */
  public double error() {
    double error = 0;
    double customers = 0;
    for (CalibrationBin bin : bins) {
      error += bin.customers() * Math.abs(bin.predicted() - bin.observed());
      customers += bin.customers();
    }
    return error / customers;
  }

  /**
   * A table with the columns {@code customers}, {@code predicted}, {@code observed}, {@code low}
   * and {@code high}.
   *
   * @return a new table, a row a bin
   */
  public Table toTable() {
    return Table.create(
        "calibration of " + name,
        IntColumn.create("customers", bins.stream().mapToInt(CalibrationBin::customers).toArray()),
        DoubleColumn.create("predicted", bins.stream().mapToDouble(CalibrationBin::predicted)),
        DoubleColumn.create("observed", bins.stream().mapToDouble(CalibrationBin::observed)),
        DoubleColumn.create("low", bins.stream().mapToDouble(CalibrationBin::low)),
        DoubleColumn.create("high", bins.stream().mapToDouble(CalibrationBin::high)));
  }

  /** The bins, and the expected calibration error. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("customers", "predicted", "observed", "from", "to");
    for (CalibrationBin bin : bins) {
      table.row(
          Integer.toString(bin.customers()),
          digits(bin.predicted()),
          digits(bin.observed()),
          digits(bin.low()),
          digits(bin.high()));
    }
    return "calibration of " + name + ", expected error " + digits(error()) + "\n" + table;
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
