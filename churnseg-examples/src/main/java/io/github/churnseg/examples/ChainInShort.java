package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.Segmentation;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The main job in one expression: the code at the head of the README. */
public final class ChainInShort {

  private ChainInShort() {}

  /**
   * Prints the groups of a generated shop, how well newcomers' groups are found, and some
   * newcomers.
   *
   * @param args none
   * @throws IOException if a temporary file cannot be written or read
   */
  public static void main(String[] args) throws IOException {
    Path orders = Files.createTempFile("orders", ".csv");
    Path file = Files.createTempFile("segments", ".churnseg");
    try {
      run(GeneratedShop.of(3_000, 42).writeCsv(orders), file);
    } finally {
      Files.delete(orders);
      Files.delete(file);
    }
  }

  private static void run(Path orders, Path file) throws IOException {
    var log =
        Transactions.csv(
            orders,
            c ->
                c.customer("customer")
                    .order("order")
                    .time("time")
                    .amount("amount")
                    .text("city")
                    .text("category"));
    // By the report of the clusters: 2 are those who order often, 1 those who did once.
    var groups =
        LabelRule.loyalty(
            Set.of("Champions", "Loyal", "2"),
            Set.of("Hibernating", "About To Sleep", "At Risk", "1"));
    var newcomers = Transactions.from(GeneratedShop.of(5, 7).purchases());
    // region chain
    var model =
        Segmentation.builder()
            .features(Rfm.withDefaults())
            .segmentBy("value", RfmSegments.quintiles())
            .segmentBy("behaviour", KMeans.k(3).seed(42))
            .combine(groups) // loyal, potentially loyal or one-time
            .classifyWith(
                NeuralNetwork.layers(16).seed(42), FirstOrder.features("city", "category"))
            .build()
            .fit(log);
    System.out.println(model.segments().combined(log));
    System.out.println(model.report().classifier().orElseThrow());
    model.save(file);
    System.out.println(ClassifiedModel.load(file, Transactions.class).predict(newcomers));
    // endregion
  }
}
