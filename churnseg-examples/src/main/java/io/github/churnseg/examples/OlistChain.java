package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.ClassifiedSegmentation;
import io.github.churnseg.Progress;
import io.github.churnseg.Segmentation;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A marketplace end to end: nine files to one line an order, RFM and K-means, three groups, a
 * network that finds the group of newcomers by their first order, figures on customers it has not
 * seen, one model file, and newcomers scored by that file. Takes a minute and half a gigabyte.
 *
 * <p>Of 100 customers 99 buy once. Their first amount is all their money, of which the groups are
 * made in part; it is left out of what the network is told, so that the figures do not tell how
 * well it finds the groups' own cut points. What is left says little of who comes back.
 */
public final class OlistChain {

  private OlistChain() {}

  /**
   * Prints the report of the chain and the first newcomers with their groups.
   *
   * @param args the folder with the files of Olist
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: OlistChain FOLDER");
      return;
    }
    Printed progress = new Printed();
    Transactions log = OlistFiles.log(Path.of(args[0]));
    progress.update("nine files", 1);
    ClassifiedModel<Transactions> model = fit(log, progress);
    System.out.println(model.report());
    Path file = Files.createTempFile("olist", ".churnseg");
    try {
      model.save(file);
      ClassifiedModel<Transactions> served = ClassifiedModel.load(file, Transactions.class);
      System.out.printf(Locale.ROOT, "model file: %,d bytes%n%n", Files.size(file));
      System.out.println(served.predict(newcomers(log)));
    } finally {
      Files.delete(file);
    }
    progress.update("all", 1);
  }

  // region olist
  static ClassifiedSegmentation<Transactions, RfmTable> plan(LabelRule rule) {
    return Segmentation.builder()
        .features(Rfm.withDefaults())
        .segmentBy("value", RfmSegments.quintiles())
        .segmentBy("behaviour", KMeans.k(3).seed(42))
        .combine(rule)
        .classifyWith(
            NeuralNetwork.layers(32, 16).seed(42),
            FirstOrder.features(
                    "category",
                    "customer_state",
                    "seller_state",
                    "payment_type",
                    "instalments",
                    "freight",
                    "items",
                    "latitude",
                    "longitude")
                .without("order amount"))
        .build();
  }

  static ClassifiedModel<Transactions> fit(Transactions log, Progress progress) {
    return plan(WholeChain.threeGroups(WholeChain.segments(log))).fit(log, progress);
  }

  // endregion

  /** Who came in the last three months, too late to have been learnt from. */
  static Transactions newcomers(Transactions log) {
    return log.since(log.observedThrough().minusDays(90));
  }

  /** Says which stage is how far, at each fifth, since when, and what memory is in use. */
  private static final class Printed implements Progress {

    private static final int STEPS = 5;

    private final long started = System.nanoTime();
    private String stage = "";
    private int step;

    @Override
    public void update(String stage, double done) {
      int reached = (int) (done * STEPS);
      if (reached > 0 && !(stage.equals(this.stage) && reached == step)) {
        Runtime memory = Runtime.getRuntime();
        System.err.printf(
            Locale.ROOT,
            "%5.1f s, heap %,4d MB: %s %.0f %%%n",
            (System.nanoTime() - started) / 1e9,
            (memory.totalMemory() - memory.freeMemory()) >> 20,
            stage,
            100 * done);
      }
      this.stage = stage;
      step = reached;
    }
  }
}
