package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.internal.CompensatedSum;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The twelve ABC-XYZ segments in figures, and where their lines are. Immutable. */
public final class AbcXyzReport implements SegmentReport {

  private final AbcLines lines;
  private final XyzLimits limits;
  private final List<Segment> segments;
  private final Variation measure;
  private final String title;
  private final Optional<DataReport> data;
  private final int[] customers;
  private final long[] orders;
  private final double[] revenue;
  private final double total;
  private final long withoutRevenue;
  private final long unknownVariation;

  AbcXyzReport(
      AbcLines lines,
      XyzLimits limits,
      List<Segment> segments,
      Assignments assigned,
      DemandTable demand) {
    this.lines = lines;
    this.limits = limits;
    this.segments = segments;
    this.measure = demand.measure();
    this.title = demand.title();
    this.data = demand.dataReport();
    this.customers = new int[segments.size()];
    this.orders = new long[segments.size()];
    CompensatedSum[] sums = new CompensatedSum[segments.size()];
    Arrays.setAll(sums, segment -> new CompensatedSum());
    CompensatedSum all = new CompensatedSum();
    for (int row = 0; row < demand.size(); row++) {
      int segment = assigned.labelIndex(row);
      customers[segment]++;
      orders[segment] += demand.orders(row);
      sums[segment].add(demand.revenue(row));
      all.add(demand.revenue(row));
    }
    this.revenue = Arrays.stream(sums).mapToDouble(CompensatedSum::value).toArray();
    this.total = all.value();
    this.withoutRevenue = rows(demand).filter(row -> demand.revenue(row) <= 0).count();
    this.unknownVariation =
        rows(demand)
            .filter(row -> demand.orders(row) > 1 && Double.isNaN(demand.variation(row)))
            .count();
  }

  /** As it was when it was saved. */
  AbcXyzReport(
      AbcLines lines,
      XyzLimits limits,
      List<Segment> segments,
      Variation measure,
      Figures figures) {
    this.lines = lines;
    this.limits = limits;
    this.segments = segments;
    this.measure = measure;
    this.title = figures.title;
    this.data = figures.data;
    this.customers = figures.customers.stream().mapToInt(count -> count).toArray();
    this.orders = figures.orders.stream().mapToLong(count -> count).toArray();
    this.revenue = figures.revenue.stream().mapToDouble(sum -> sum).toArray();
    this.total = figures.total;
    this.withoutRevenue = figures.withoutRevenue;
    this.unknownVariation = figures.unknownVariation;
  }

  /** What was counted, the three lists by segment. */
  record Figures(
      String title,
      Optional<DataReport> data,
      List<Integer> customers,
      List<Long> orders,
      List<Double> revenue,
      double total,
      long withoutRevenue,
      long unknownVariation) {}

  Figures figures() {
    return new Figures(
        title,
        data,
        Arrays.stream(customers).boxed().toList(),
        Arrays.stream(orders).boxed().toList(),
        Arrays.stream(revenue).boxed().toList(),
        total,
        withoutRevenue,
        unknownVariation);
  }

  List<Segment> segments() {
    return segments;
  }

  private static IntStream rows(DemandTable demand) {
    return IntStream.range(0, demand.size());
  }

  /**
   * The revenue of all customers, returns netted.
   *
   * @return the sum in the log's currency
   */
  public double revenue() {
    return total;
  }

  /**
   * What was read, kept and refused on the way to the log.
   *
   * @return the report, or nothing if the figures did not come from a log
   */
  public Optional<DataReport> dataReport() {
    return data;
  }

  /**
   * Each segment, those without customers included: {@code segment}, {@code customers}, {@code
   * share}, {@code orders}, {@code revenue}, {@code share_of_revenue}, {@code mean_order_value},
   * {@code description}, {@code action}. Shares are 0 to 1; {@code share_of_revenue} is of {@link
   * #revenue()}.
   *
   * @return a new table
   */
  @Override
  public Table toTable() {
    int all = Arrays.stream(customers).sum();
    return Table.create(
        "abc_xyz",
        StringColumn.create("segment", segments.stream().map(Segment::name)),
        IntColumn.create("customers", customers.clone()),
        column("share", segment -> customers[segment] / (double) all),
        LongColumn.create("orders", orders.clone()),
        DoubleColumn.create("revenue", revenue.clone()),
        column("share_of_revenue", segment -> revenue[segment] / total),
        column("mean_order_value", segment -> revenue[segment] / orders[segment]),
        StringColumn.create("description", segments.stream().map(Segment::description)),
        StringColumn.create("action", segments.stream().map(Segment::action)));
  }

  private DoubleColumn column(String name, IntToDoubleFunction value) {
    return DoubleColumn.create(name, IntStream.range(0, segments.size()).mapToDouble(value));
  }

  /**
   * The two ABC lines: {@code class}, {@code asked} and {@code reached} share of the revenue down
   * to the line, {@code least_revenue} above it, and how many customers are {@code tied} at just
   * that revenue. Shares are of the positive revenues.
   *
   * @return a new table of two rows, A and B
   */
  public Table abcTable() {
    List<AbcLines.Line> both = List.of(lines.a(), lines.b());
    return Table.create(
        "abc",
        StringColumn.create("class", "A", "B"),
        DoubleColumn.create("asked", both.stream().mapToDouble(AbcLines.Line::asked)),
        DoubleColumn.create("reached", both.stream().mapToDouble(AbcLines.Line::reached)),
        DoubleColumn.create("least_revenue", both.stream().mapToDouble(AbcLines.Line::lowest)),
        IntColumn.create("tied", both.stream().mapToInt(AbcLines.Line::tied).toArray()));
  }

  /** The segments that have customers, where the lines are, and what was read. */
  @Override
  public String toString() {
    return withoutData()
        + data.map(report -> "\n" + report.toString().stripTrailing() + "\n").orElse("");
  }

  @Override
  public String withoutData() {
    TextTable table =
        TextTable.of(
            "segment", "customers", "share", "orders", "revenue", "of revenue", "per order");
    long allCustomers = Arrays.stream(customers).asLongStream().sum();
    for (int segment = 0; segment < customers.length; segment++) {
      if (customers[segment] > 0) {
        row(
            table,
            segments.get(segment).name(),
            customers[segment],
            allCustomers,
            orders[segment],
            revenue[segment]);
      }
    }
    row(table, "all", allCustomers, allCustomers, Arrays.stream(orders).sum(), total);
    return title + table + footer();
  }

  private void row(
      TextTable table, String name, long customers, long of, long orders, double revenue) {
    table.row(
        name,
        text("%,d", customers),
        text("%.1f %%", 100.0 * customers / of),
        text("%,d", orders),
        text("%,.2f", revenue),
        text("%.1f %%", 100 * revenue / total),
        text("%,.2f", revenue / orders));
  }

  private String footer() {
    return text(
            "XYZ by %s: X <= %s < Y <= %s < Z\n",
            measure.description(), plain(limits.x()), plain(limits.y()))
        + line("A", lines.a())
        + line("A and B", lines.b())
        + note("without positive revenue, hence C", withoutRevenue)
        + note("several orders but too few months to measure, hence Z", unknownVariation);
  }

  private static String note(String what, long customers) {
    return customers == 0 ? "" : text("%s: %,d\n", what, customers);
  }

  private static String line(String name, AbcLines.Line line) {
    return text(
        "%s: asked for %s %% of revenue, have %.1f %%: from %,.2f up%s\n",
        name,
        plain(100 * line.asked()),
        100 * line.reached(),
        line.lowest(),
        line.tied() == 1 ? "" : text(" (%,d have just that)", line.tied()));
  }

  private static String plain(double value) {
    return text("%.4f", value).replaceAll("\\.?0+$", "");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
