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

/**
 * A marketplace end to end: nine files to one line an order, RFM and K-means, three groups, a
 * network that finds the group of newcomers by their first order, figures on customers it has not
 * seen, one model file, and newcomers scored by that file.
 *
 * <p>Of 100 customers 97 buy once, so the money of the first order is the money of the whole
 * history: the report warns that the groups can be learnt from {@code order amount}, so the figures
 * say little of what can be known of a newcomer; {@link OlistNewCustomers} measures that.
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
    Transactions log = OlistNewCustomers.log(Path.of(args[0]));
    ClassifiedModel model = fit(log, new Printed());
    System.out.println(model.report());
    Path file = Files.createTempFile("olist", ".churnseg");
    try {
      model.save(file);
      ClassifiedModel served = ClassifiedModel.load(file, Transactions.class);
      System.out.println(served.predict(newcomers(log)));
    } finally {
      Files.delete(file);
    }
  }

  // region olist
  static ClassifiedSegmentation<RfmTable> plan(LabelRule rule) {
    return Segmentation.builder()
        .features(Rfm.withDefaults())
        .segmentBy("value", RfmSegments.quintiles())
        .segmentBy("behaviour", KMeans.k(3).seed(42))
        .combine(rule)
        .classifyWith(
            NeuralNetwork.layers(32, 16).seed(42),
            FirstOrder.features(
                "category", "customer_state", "payment_type", "instalments", "freight", "items"))
        .build();
  }

  static ClassifiedModel fit(Transactions log, Progress progress) {
    return plan(WholeChain.threeGroups(WholeChain.segments(log))).fit(log, progress);
  }

  // endregion

  /** Who came in the last three months, too late to have been learnt from. */
  static Transactions newcomers(Transactions log) {
    return log.since(log.observedThrough().minusDays(90));
  }

  /** Says once that a stage is done. */
  private static final class Printed implements Progress {

    @Override
    public void update(String stage, double done) {
      if (done == 1) {
        System.err.println("done: " + stage);
      }
    }
  }
}
