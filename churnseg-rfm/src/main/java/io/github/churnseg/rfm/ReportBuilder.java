package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.internal.CompensatedSum;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Adds up the segments of the customers a model was learnt from. */
final class ReportBuilder {

  private final RfmTable rfm;
  private final RfmScoring scoring;

  /** The rows in the order of their segments, and where each segment begins among them. */
  private final int[] rows;

  private final int[] start;

  ReportBuilder(RfmTable rfm, RfmScoring scoring, short[] cellOfRow) {
    this.rfm = rfm;
    this.scoring = scoring;
    this.rows = new int[rfm.size()];
    this.start = new int[scoring.labels().size() + 1];
    for (short cell : cellOfRow) {
      start[scoring.segment(cell) + 1]++;
    }
    for (int segment = 1; segment < start.length; segment++) {
      start[segment] += start[segment - 1];
    }
    int[] next = start.clone();
    for (int row = 0; row < cellOfRow.length; row++) {
      rows[next[scoring.segment(cellOfRow[row])]++] = row;
    }
  }

  RfmSegmentReport report(List<ScoreLevels> levels, RiskReport risk, Optional<DataReport> data) {
    double all = revenue(0, rows.length);
    List<SegmentFigures> figures =
        IntStream.range(0, start.length - 1).parallel().mapToObj(i -> figures(i, all)).toList();
    return new RfmSegmentReport(
        rfm.convention(), rfm.size(), rfm.withoutPurchase(), figures, levels, risk, data);
  }

  private SegmentFigures figures(int segment, double all) {
    int from = start[segment];
    int to = start[segment + 1];
    int customers = to - from;
    double revenue = revenue(from, to);
    OptionalLong orders = orders(from, to);
    return new SegmentFigures(
        scoring.map().segments().get(segment),
        customers,
        (double) customers / rows.length,
        orders,
        revenue,
        all > 0 ? revenue / all : Double.NaN,
        orders.isPresent() && orders.getAsLong() > 0 ? revenue / orders.getAsLong() : Double.NaN,
        median(Dimension.RECENCY, from, to),
        median(Dimension.FREQUENCY, from, to),
        median(Dimension.MONETARY, from, to));
  }

  private double revenue(int from, int to) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = from; i < to; i++) {
      sum.add(rfm.revenue(rows[i]));
    }
    return sum.value();
  }

  private OptionalLong orders(int from, int to) {
    long orders = 0;
    for (int i = from; i < to; i++) {
      int ofRow = rfm.orders(rows[i]);
      if (ofRow == RfmColumns.UNKNOWN_ORDERS) {
        return OptionalLong.empty();
      }
      orders += ofRow;
    }
    return OptionalLong.of(orders);
  }

  private double median(Dimension dimension, int from, int to) {
    if (from == to) {
      return Double.NaN;
    }
    IntToDoubleFunction ascending = rfm.ascending(dimension, rows, from, to);
    return Quantiles.at(1, 2, to - from, ascending);
  }
}
