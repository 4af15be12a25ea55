package io.github.churnseg;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.NamedCodec;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How whole chains are written and read; found by their names in META-INF. */
final class ChainCodecs {

  private ChainCodecs() {}

  /** {@link SegmentedModel}. */
  @SuppressWarnings("rawtypes")
  public static final class OfSegmented extends NamedCodec<SegmentedModel> {

    /** For the service loader. */
    public OfSegmented() {
      super("core", "segmented", SegmentedModel.class);
    }

    @Override
    public void write(SegmentedModel model, ComponentWriter out) {
      SegmentedModel<?, ?> chain = model;
      SegmentedReport report = chain.report();
      out.component("features", chain.features());
      out.texts("names", chain.names());
      out.components("models", chain.names().stream().map(chain::model).toList());
      out.component("rule", chain.rule());
      out.parts("reference", chain.reference(), ReferenceColumn::write);
      out.components("data", report.data().stream().toList());
      out.texts("conventions", report.conventions());
      out.texts("combined", report.combined().keySet().stream().map(SegmentLabel::name).toList());
      out.array("customers", report.combined().values().stream().mapToInt(n -> n).toArray());
      out.texts("pairs", List.copyOf(report.comparisons().keySet()));
      out.components("comparisons", List.copyOf(report.comparisons().values()));
      out.texts("warnings", report.warnings());
    }

    @Override
    @SuppressWarnings("unchecked")
    public SegmentedModel read(ComponentReader in) throws IOException {
      // What the file says the features are, the models are asked to segment: see the class.
      FeatureExtractor features = in.component("features", FeatureExtractor.class);
      Map<String, SegmentModel> models =
          named(in, "names", in.components("models", SegmentModel.class));
      in.check(!models.isEmpty(), "there must be a segmenter");
      for (Map.Entry<String, SegmentModel> named : models.entrySet()) {
        PartTypes.checkSegmenter(in, features, named.getKey(), named.getValue());
      }
      Map<String, SegmentReport> reports = new LinkedHashMap<>();
      models.forEach((name, model) -> reports.put(name, model.report()));
      LabelRule rule = in.component("rule", LabelRule.class);
      List<ReferenceColumn> reference = in.parts("reference", ReferenceColumn::read);
      SegmentedReport report =
          new SegmentedReport(
              data(in),
              in.texts("conventions"),
              reports,
              combined(in),
              named(in, "pairs", in.components("comparisons", SegmentComparison.class)),
              Optional.empty(),
              in.texts("warnings"),
              in.provenance());
      return new SegmentedModel(features, models, rule, report, reference);
    }

    private static Optional<DataReport> data(ComponentReader in) throws IOException {
      List<DataReport> reports = in.components("data", DataReport.class);
      in.check(reports.size() <= 1, "there must be one report of the data at most");
      return reports.stream().findFirst();
    }

    private static Map<SegmentLabel, Integer> combined(ComponentReader in) throws IOException {
      List<String> labels = in.texts("combined");
      int[] customers = in.ints("customers");
      in.check(labels.size() == customers.length, "each label needs a number of customers");
      in.check(labels.stream().noneMatch(String::isBlank), "a label must not be blank");
      Map<SegmentLabel, Integer> counts = new LinkedHashMap<>();
      for (int at = 0; at < customers.length; at++) {
        counts.put(new SegmentLabel(labels.get(at)), customers[at]);
      }
      in.check(counts.size() == customers.length, "no label may be there twice");
      return counts;
    }

    private static <T> Map<String, T> named(ComponentReader in, String names, List<T> parts)
        throws IOException {
      List<String> all = in.texts(names);
      in.check(all.size() == parts.size(), "each of '" + names + "' needs its part");
      in.check(Set.copyOf(all).size() == all.size(), "no name may be there twice");
      Map<String, T> byName = new LinkedHashMap<>();
      for (int at = 0; at < parts.size(); at++) {
        byName.put(all.get(at), parts.get(at));
      }
      return byName;
    }
  }

  /** {@link ClassifiedModel}. */
  @SuppressWarnings("rawtypes")
  public static final class OfClassified extends NamedCodec<ClassifiedModel> {

    /** For the service loader. */
    public OfClassified() {
      super("core", "classified", ClassifiedModel.class);
    }

    @Override
    public void write(ClassifiedModel model, ComponentWriter out) {
      ClassifiedModel<?> chain = model;
      SegmentedReport all = chain.report();
      SegmentedReport segments = chain.segments().report();
      out.component("segments", chain.segments());
      out.component("newcomers", chain.newcomers());
      out.component("classifier", chain.classifier());
      out.part("hold-out", part -> write(all.classifier().orElseThrow(), part));
      out.texts("conventions", rest(all.conventions(), segments.conventions()));
      out.texts("warnings", rest(all.warnings(), segments.warnings()));
      out.parts("reference", chain.reference(), ReferenceColumn::write);
    }

    /** What a report says of the classifier comes after what it says of the segments. */
    private static List<String> rest(List<String> all, List<String> first) {
      return all.subList(first.size(), all.size());
    }

    private static void write(HoldOut quality, ComponentWriter out) {
      out.whole("trained", quality.trained());
      out.whole("held-out", quality.heldOut());
      out.whole("left-out", quality.leftOut());
      out.whole("classes", quality.classes());
      out.array("classifier", figures(quality.classifier()));
      out.array("baseline", figures(quality.baseline()));
      out.decimal("gain-error", quality.gainError());
    }

    private static double[] figures(HoldOut.Figures figures) {
      return new double[] {figures.accuracy(), figures.macroF1(), figures.logLoss()};
    }

    @Override
    @SuppressWarnings("unchecked")
    public ClassifiedModel read(ComponentReader in) throws IOException {
      SegmentedModel<?, ?> segments = in.component("segments", SegmentedModel.class);
      FeatureExtractor newcomers = in.component("newcomers", FeatureExtractor.class);
      PartTypes.checkNewcomers(in, segments.features(), newcomers);
      return new ClassifiedModel(
          segments,
          newcomers,
          in.component("classifier", ClassifierModel.class),
          segments
              .report()
              .withClassifier(
                  in.part("hold-out", OfClassified::holdOut),
                  in.texts("conventions"),
                  in.texts("warnings")),
          in.parts("reference", ReferenceColumn::read));
    }

    private static HoldOut holdOut(ComponentReader in) throws IOException {
      return new HoldOut(
          count(in, "trained"),
          count(in, "held-out"),
          count(in, "left-out"),
          count(in, "classes"),
          figures(in, "classifier"),
          figures(in, "baseline"),
          in.decimal("gain-error"));
    }

    private static int count(ComponentReader in, String name) throws IOException {
      return in.whole(name, 0, Integer.MAX_VALUE);
    }

    private static HoldOut.Figures figures(ComponentReader in, String name) throws IOException {
      double[] figures = in.doubles(name);
      in.check(figures.length == 3, "there must be three figures");
      return new HoldOut.Figures(figures[0], figures[1], figures[2]);
    }
  }
}
