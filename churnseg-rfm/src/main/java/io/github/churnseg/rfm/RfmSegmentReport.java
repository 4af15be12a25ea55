package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.model.SegmentReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the segments of the customers a model was learnt from amount to, which levels collapsed, and
 * how the risk tiers came out.
 *
 * @param convention what the numbers mean
 * @param customers customers in all
 * @param withoutPurchase customers with returns only, who are in no segment
 * @param segments figures of each segment of the map, in its order, those without customers too
 * @param levels how the customers spread over the scores of R, F and M
 * @param risk shares of the risk tiers
 * @param dataReport what was read, kept and refused; nothing if the numbers came from no log
 */
public record RfmSegmentReport(
    RfmConvention convention,
    int customers,
    int withoutPurchase,
    List<SegmentFigures> segments,
    List<ScoreLevels> levels,
    RiskReport risk,
    Optional<DataReport> dataReport)
    implements SegmentReport {

  /**
   * Copies the lists.
   *
   * @param convention what the numbers mean
   * @param customers customers in all
   * @param withoutPurchase customers with returns only
   * @param segments figures of each segment
   * @param levels the scores of R, F and M
   * @param risk shares of the risk tiers
   * @param dataReport what was read, kept and refused
   */
  public RfmSegmentReport {
    segments = List.copyOf(segments);
    levels = List.copyOf(levels);
  }

  /**
   * What to be careful about: levels without customers, values that most share, too few customers.
   *
   * @return sentences; empty if there is nothing
   */
  @Override
  public List<String> warnings() {
    return ReportWarnings.of(this);
  }

  /**
   * A table with the columns {@code segment}, {@code customers}, {@code share}, {@code orders},
   * {@code revenue}, {@code revenue_share}, {@code mean_order_value}, {@code median_recency},
   * {@code median_frequency}, {@code median_monetary}, {@code description} and {@code action}.
   *
   * @return a new table, a row a segment of the map
   */
  @Override
  public Table toTable() {
    LongColumn orders = LongColumn.create("orders");
    for (SegmentFigures figures : segments) {
      if (figures.orders().isPresent()) {
        orders.append(figures.orders().getAsLong());
      } else {
        orders.appendMissing();
      }
    }
    return Table.create(
        "rfm segments",
        texts("segment", figures -> figures.segment().name()),
        IntColumn.create(
            "customers", segments.stream().mapToInt(SegmentFigures::customers).toArray()),
        numbers("share", SegmentFigures::share),
        orders,
        numbers("revenue", SegmentFigures::revenue),
        numbers("revenue_share", SegmentFigures::revenueShare),
        numbers("mean_order_value", SegmentFigures::meanOrderValue),
        numbers("median_recency", SegmentFigures::medianRecency),
        numbers("median_frequency", SegmentFigures::medianFrequency),
        numbers("median_monetary", SegmentFigures::medianMonetary),
        texts("description", figures -> figures.segment().description()),
        texts("action", figures -> figures.segment().action()));
  }

  private StringColumn texts(String name, Function<SegmentFigures, String> text) {
    return StringColumn.create(name, segments.stream().map(text).toList());
  }

  private DoubleColumn numbers(String name, ToDoubleFunction<SegmentFigures> number) {
    return DoubleColumn.create(name, segments.stream().mapToDouble(number).toArray());
  }

  /** The figures, the warnings, the cut points and what to do, at most 100 columns wide. */
  @Override
  public String toString() {
    return ReportText.of(this);
  }

  @Override
  public String withoutData() {
    return ReportText.withoutData(this);
  }
}
