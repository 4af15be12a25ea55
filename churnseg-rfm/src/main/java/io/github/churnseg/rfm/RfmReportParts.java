package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads the report of RFM segments. */
final class RfmReportParts {

  private RfmReportParts() {}

  static void write(RfmSegmentReport report, ComponentWriter out) {
    out.whole("customers", report.customers());
    out.whole("without-purchase", report.withoutPurchase());
    out.parts("segments", report.segments(), RfmReportParts::write);
    out.parts("levels", report.levels(), RfmReportParts::write);
    RiskReport risk = report.risk();
    out.decimal("weight-r", risk.weightR());
    out.decimal("weight-f", risk.weightF());
    out.decimal("weight-m", risk.weightM());
    out.parts("tiers", risk.tiers(), RfmReportParts::write);
    report.dataReport().ifPresent(data -> out.component("data", data));
  }

  private static void write(SegmentFigures figures, ComponentWriter out) {
    out.whole("customers", figures.customers());
    out.decimal("share", figures.share());
    figures.orders().ifPresent(orders -> out.whole("orders", orders));
    out.decimal("revenue", figures.revenue());
    out.decimal("revenue-share", figures.revenueShare());
    out.decimal("mean-order-value", figures.meanOrderValue());
    out.decimal("median-recency", figures.medianRecency());
    out.decimal("median-frequency", figures.medianFrequency());
    out.decimal("median-monetary", figures.medianMonetary());
  }

  private static void write(ScoreLevels levels, ComponentWriter out) {
    out.text("dimension", levels.dimension().name());
    out.array("cuts", levels.cuts().stream().mapToDouble(cut -> cut).toArray());
    out.array("customers", levels.customers().stream().mapToInt(count -> count).toArray());
    out.decimal("tied-value", levels.tiedValue());
    out.decimal("tied-share", levels.tiedShare());
  }

  private static void write(RiskReport.Tier tier, ComponentWriter out) {
    out.text("name", tier.name());
    out.decimal("up-to", tier.upTo());
    out.decimal("asked", tier.asked());
    out.decimal("actual", tier.actual());
    out.whole("customers", tier.customers());
  }

  static RfmSegmentReport read(ComponentReader in, RfmConvention convention, SegmentMap map)
      throws IOException {
    List<Segment> texts = new ArrayList<>(map.segments());
    List<SegmentFigures> figures = in.parts("segments", part -> figures(part, texts.remove(0)));
    in.check(texts.isEmpty(), "each segment of the map must have figures");
    return new RfmSegmentReport(
        convention,
        count(in, "customers"),
        count(in, "without-purchase"),
        figures,
        in.parts("levels", RfmReportParts::levels),
        new RiskReport(
            in.decimal("weight-r"),
            in.decimal("weight-f"),
            in.decimal("weight-m"),
            in.parts("tiers", RfmReportParts::tier)),
        in.has("data") ? Optional.of(in.component("data", DataReport.class)) : Optional.empty());
  }

  private static SegmentFigures figures(ComponentReader in, Segment segment) throws IOException {
    return new SegmentFigures(
        segment,
        count(in, "customers"),
        in.decimal("share"),
        in.has("orders") ? OptionalLong.of(in.whole("orders")) : OptionalLong.empty(),
        in.decimal("revenue"),
        in.decimal("revenue-share"),
        in.decimal("mean-order-value"),
        in.decimal("median-recency"),
        in.decimal("median-frequency"),
        in.decimal("median-monetary"));
  }

  private static ScoreLevels levels(ComponentReader in) throws IOException {
    return new ScoreLevels(
        in.choice("dimension", Dimension.class),
        Arrays.stream(in.doubles("cuts")).boxed().toList(),
        Arrays.stream(in.ints("customers")).boxed().toList(),
        in.decimal("tied-value"),
        in.decimal("tied-share"));
  }

  private static RiskReport.Tier tier(ComponentReader in) throws IOException {
    return new RiskReport.Tier(
        in.text("name"),
        in.decimal("up-to"),
        in.decimal("asked"),
        in.decimal("actual"),
        count(in, "customers"));
  }

  private static int count(ComponentReader in, String name) throws IOException {
    return in.whole(name, 0, Integer.MAX_VALUE);
  }
}
