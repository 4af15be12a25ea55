package io.github.churnseg.rfm;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How the models and extractors of this module are written; found by their names in META-INF. */
final class RfmCodecs {

  private static final int MOST_CUTS = 9;

  private RfmCodecs() {}

  /** {@link RfmSegmentModel}. */
  public static final class OfSegments extends NamedCodec<RfmSegmentModel> {

    /** For the service loader. */
    public OfSegments() {
      super("rfm", "segments", RfmSegmentModel.class);
    }

    @Override
    public void write(RfmSegmentModel model, ComponentWriter out) {
      RfmConvention convention = model.convention();
      convention.asOf().ifPresent(moment -> out.text("as-of", moment.toString()));
      out.text("frequency", convention.frequency().name());
      out.text("monetary", convention.monetary().name());
      for (Dimension dimension : Dimension.values()) {
        out.array("cuts-" + dimension.name(), numbers(model.cuts(dimension)));
      }
      out.part("map", part -> SegmentParts.write(model.map(), part));
      out.array("weighted", model.scoring().weighted());
      FittedTiers tiers = model.scoring().tiers();
      out.texts("tiers", tiers.tiers().names());
      out.array("tier-quantiles", numbers(tiers.tiers().quantiles()));
      out.array("tier-cuts", tiers.cuts());
      out.decimal("tier-greatest", tiers.greatest());
      out.part("report", part -> RfmReportParts.write(model.report(), part));
    }

    private static double[] numbers(List<Double> values) {
      return values.stream().mapToDouble(value -> value).toArray();
    }

    @Override
    public RfmSegmentModel read(ComponentReader in) throws IOException {
      RfmConvention convention =
          new RfmConvention(
              in.has("as-of")
                  ? Optional.of(LocalDateTime.parse(in.text("as-of")))
                  : Optional.empty(),
              in.choice("frequency", Frequency.class),
              in.choice("monetary", Monetary.class));
      Scorer scorer =
          new Scorer(
              cuts(in, Dimension.RECENCY),
              cuts(in, Dimension.FREQUENCY),
              cuts(in, Dimension.MONETARY));
      ScoreGrid grid = scorer.grid();
      SegmentMap map = in.part("map", SegmentParts::map);
      in.check(map.grid().fits(grid.r(), grid.f(), grid.m()), "the map must fit the cuts");
      double[] weighted = in.doubles("weighted");
      in.check(weighted.length == grid.cells(), "each cell must have a weighted score");
      RfmScoring scoring = new RfmScoring(convention, scorer, map, weighted, tiers(in));
      return new RfmSegmentModel(
          in.provenance(),
          scoring,
          in.part("report", part -> RfmReportParts.read(part, convention, map)));
    }

    private static Cuts cuts(ComponentReader in, Dimension dimension) throws IOException {
      double[] cuts = in.doubles("cuts-" + dimension.name());
      in.check(cuts.length >= 1 && cuts.length <= MOST_CUTS, "a dimension has 1 to 9 cuts");
      return new Cuts(dimension, cuts);
    }

    private static FittedTiers tiers(ComponentReader in) throws IOException {
      RiskTiers tiers =
          new RiskTiers(
              in.texts("tiers"), Arrays.stream(in.doubles("tier-quantiles")).boxed().toList());
      double[] cuts = in.doubles("tier-cuts");
      in.check(cuts.length == tiers.quantiles().size(), "each tier quantile must have a cut");
      return new FittedTiers(tiers, cuts, in.decimal("tier-greatest"));
    }
  }

  /** {@link AbcXyzModel}. */
  public static final class OfAbcXyz extends NamedCodec<AbcXyzModel> {

    /** For the service loader. */
    public OfAbcXyz() {
      super("rfm", "abc-xyz", AbcXyzModel.class);
    }

    @Override
    public void write(AbcXyzModel model, ComponentWriter out) {
      out.part("a", part -> write(model.lines().a(), part));
      out.part("b", part -> write(model.lines().b(), part));
      out.decimal("positive-revenue", model.lines().positiveRevenue());
      out.decimal("x", model.limits().x());
      out.decimal("y", model.limits().y());
      out.text("measure", model.measure().name());
      out.parts("segments", model.segments(), SegmentParts::write);
      AbcXyzReport.Figures figures = model.report().figures();
      out.text("title", figures.title());
      figures.data().ifPresent(data -> out.component("data", data));
      out.array("customers", figures.customers().stream().mapToInt(count -> count).toArray());
      out.array("orders", figures.orders().stream().mapToLong(count -> count).toArray());
      out.array("revenue", figures.revenue().stream().mapToDouble(sum -> sum).toArray());
      out.decimal("total", figures.total());
      out.whole("without-revenue", figures.withoutRevenue());
      out.whole("unknown-variation", figures.unknownVariation());
    }

    private static void write(AbcLines.Line line, ComponentWriter out) {
      out.decimal("asked", line.asked());
      out.decimal("reached", line.reached());
      out.decimal("lowest", line.lowest());
      out.whole("tied", line.tied());
    }

    @Override
    public AbcXyzModel read(ComponentReader in) throws IOException {
      AbcLines lines =
          new AbcLines(
              in.part("a", OfAbcXyz::line),
              in.part("b", OfAbcXyz::line),
              in.decimal("positive-revenue"));
      XyzLimits limits = new XyzLimits(in.decimal("x"), in.decimal("y"));
      Variation measure = in.choice("measure", Variation.class);
      List<Segment> segments = in.parts("segments", SegmentParts::segment);
      AbcXyzReport.Figures figures = figures(in);
      int all = AbcClass.values().length * XyzClass.values().length;
      in.check(
          segments.size() == all
              && figures.customers().size() == all
              && figures.orders().size() == all
              && figures.revenue().size() == all,
          "there must be twelve segments with figures");
      return new AbcXyzModel(
          in.provenance(),
          lines,
          limits,
          measure,
          new AbcXyzReport(lines, limits, segments, measure, figures));
    }

    private static AbcLines.Line line(ComponentReader in) throws IOException {
      return new AbcLines.Line(
          in.decimal("asked"),
          in.decimal("reached"),
          in.decimal("lowest"),
          in.whole("tied", 0, Integer.MAX_VALUE));
    }

    private static AbcXyzReport.Figures figures(ComponentReader in) throws IOException {
      return new AbcXyzReport.Figures(
          in.text("title"),
          in.has("data") ? Optional.of(in.component("data", DataReport.class)) : Optional.empty(),
          Arrays.stream(in.ints("customers")).boxed().toList(),
          Arrays.stream(in.longs("orders")).boxed().toList(),
          Arrays.stream(in.doubles("revenue")).boxed().toList(),
          in.decimal("total"),
          in.whole("without-revenue"),
          in.whole("unknown-variation"));
    }
  }

  /** {@link Rfm}. */
  public static final class OfRfm extends NamedCodec<Rfm> {

    /** For the service loader. */
    public OfRfm() {
      super("rfm", "rfm", Rfm.class);
    }

    @Override
    public void write(Rfm rfm, ComponentWriter out) {
      out.text("frequency", rfm.frequency().name());
      out.text("monetary", rfm.monetary().name());
    }

    @Override
    public Rfm read(ComponentReader in) throws IOException {
      return Rfm.withDefaults()
          .frequency(in.choice("frequency", Frequency.class))
          .monetary(in.choice("monetary", Monetary.class));
    }
  }

  /** {@link Demand}. */
  public static final class OfDemand extends NamedCodec<Demand> {

    /** For the service loader. */
    public OfDemand() {
      super("rfm", "demand", Demand.class);
    }

    @Override
    public void write(Demand demand, ComponentWriter out) {
      out.text("variation", demand.variation().name());
    }

    @Override
    public Demand read(ComponentReader in) throws IOException {
      return Demand.withDefaults().variation(in.choice("variation", Variation.class));
    }
  }

  /** {@link Btyd}. */
  public static final class OfBtyd extends NamedCodec<Btyd> {

    /** For the service loader. */
    public OfBtyd() {
      super("rfm", "btyd", Btyd.class);
    }

    @Override
    public void write(Btyd btyd, ComponentWriter out) {
      // it has no settings
    }

    @Override
    public Btyd read(ComponentReader in) {
      return Btyd.daily();
    }
  }
}
