package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.ClassifiedSegmentation;
import io.github.churnseg.DriftReport;
import io.github.churnseg.Segmentation;
import io.github.churnseg.SegmentedModel;
import io.github.churnseg.SegmentedReport;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.api.Table;

/** From purchases to the segments of newcomers in one typed plan, one report and one file. */
public final class WholeChain {

  private WholeChain() {}

  /**
   * Fits the chain on a generated shop, saves and loads it, and prints what it says of newcomers.
   *
   * @param args none
   * @throws IOException if the model file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Transactions log = Transactions.from(GeneratedShop.of(3_000, 42).purchases());
    Transactions newcomers = Transactions.from(GeneratedShop.of(200, 7).purchases());
    SegmentedModel<Transactions, RfmTable> segments = segments(log);
    assign(segments, log);
    Path file = Files.createTempFile("segments", ".churnseg");
    try {
      learn(log, threeGroups(segments), file);
      serve(file, newcomers);
    } finally {
      Files.delete(file);
    }
  }

  // region segments
  static SegmentedModel<Transactions, RfmTable> segments(Transactions log) {
    return Segmentation.builder()
        .features(Rfm.withDefaults())
        .segmentBy("value", RfmSegments.quintiles())
        .segmentBy("behaviour", KMeans.k(3).seed(42))
        .build()
        .fit(log);
  }

  // endregion

  private static void assign(SegmentedModel<Transactions, RfmTable> model, Transactions log) {
    // region assign
    Assignments crossed = model.assign(log); // "Champions/2"
    Assignments byValue = model.assign("value", log); // "Champions"
    // endregion
    System.out.println(model.report().of("behaviour"));
    System.out.println(crossed);
    System.out.println(byValue);
  }

  // region rule
  /** Loyal are those whom both segmentations say so of, by the clusters' mean orders. */
  static LabelRule threeGroups(SegmentedModel<Transactions, RfmTable> segments) {
    Table clusters = segments.report().of("behaviour").toTable().sortDescendingOn("frequency");
    String most = clusters.getString(0, "segment");
    String least = clusters.getString(clusters.rowCount() - 1, "segment");
    return LabelRule.loyalty(
        Set.of("Champions", "Loyal", most),
        Set.of("Hibernating", "About To Sleep", "At Risk", least));
  }

  // endregion

  // region plan
  static ClassifiedSegmentation<Transactions, RfmTable> plan(
      LabelRule rule, String... knownOfNewcomers) {
    return Segmentation.builder()
        .features(Rfm.withDefaults())
        .segmentBy("value", RfmSegments.quintiles())
        .segmentBy("behaviour", KMeans.k(3).seed(42))
        .combine(rule)
        .classifyWith(NeuralNetwork.layers(16).seed(42), FirstOrder.features(knownOfNewcomers))
        .build();
  }

  // endregion

  private static void learn(Transactions log, LabelRule rule, Path file) throws IOException {
    // region fit
    ClassifiedModel<Transactions> model =
        plan(rule, "city", "category")
            .fit(
                log,
                (stage, done) -> {
                  if (done == 1) {
                    System.out.println("done: " + stage);
                  }
                });
    SegmentedReport report = model.report();
    System.out.println(report); // data, segments, cross table, hold-out figures, warnings
    String json = report.toJson(); // the same for programs
    model.save(file);
    // endregion
    System.out.printf(Locale.ROOT, "%,d characters of JSON%n", json.length());
  }

  private static void serve(Path file, Transactions newcomers) throws IOException {
    // region serve
    ClassifiedModel<Transactions> served = ClassifiedModel.load(file, Transactions.class);
    Predictions guesses = served.predict(newcomers); // from any thread, without ND4J
    System.out.println(guesses.toTable().first(5));
    // endregion
    // region drift
    DriftReport drift = served.drift(newcomers);
    System.out.println(drift);
    // endregion
  }
}
