package io.github.churnseg.examples;

import io.github.churnseg.cluster.ClusterProfile;
import io.github.churnseg.cluster.GaussianMixture;
import io.github.churnseg.cluster.GroupQuality;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KReport;
import io.github.churnseg.cluster.Pca;
import io.github.churnseg.cluster.PcaModel;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The customers of a UK gift shop in groups, in two ways: as a published notebook did it, which cut
 * off the 290 best customers, standardised raw money and grouped in two principal components; and
 * with all customers, on logarithms. Then what changes.
 *
 * <pre>
 * GiftShop online_retail.csv.gz      the UCI Online Retail file, 541,909 lines
 * </pre>
 */
public final class GiftShop {

  private GiftShop() {}

  /**
   * Prints both ways and what changes from one to the other.
   *
   * @param args the path of the UCI Online Retail file
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: GiftShop FILE, the UCI Online Retail data as CSV, also gzipped");
      return;
    }
    Path file = Path.of(args[0]);
    RfmTable published = Rfm.withDefaults().extract(GiftShopLog.asPublished(file));
    Assignments three = publishedWay(published, withoutTheBest(published));
    RfmTable all = Rfm.withDefaults().extract(GiftShopLog.matched(file));
    Assignments four = betterWay(all);
    whatChanges(all, three, four);
  }

  /** The cut of the notebook: neither orders nor money above their 95 % quantiles. */
  static CustomerFeatures withoutTheBest(RfmTable rfm) {
    double mostOrders = quantile95(rfm.numeric("frequency"));
    double mostMoney = quantile95(rfm.numeric("monetary"));
    return rfm.select(
        IntStream.range(0, rfm.size())
            .filter(row -> rfm.frequency(row) <= mostOrders && rfm.monetary(row) <= mostMoney)
            .toArray());
  }

  private static double quantile95(double[] values) {
    Arrays.sort(values);
    double place = 0.95 * (values.length - 1);
    int below = (int) place;
    return values[below] + (place - below) * (values[below + 1] - values[below]);
  }

  private static Assignments publishedWay(RfmTable rfm, CustomerFeatures some) {
    System.out.printf(
        Locale.ROOT, "== As published: %,d of %,d customers ==%n", some.size(), rfm.size());
    PcaModel components = components(some);
    CustomerFeatures scores = components.extract(some);
    System.out.println(components);
    System.out.println(scan(scores));
    System.out.println("Gaussian mixture stopped early, as published, and settled:");
    System.out.print(GroupQuality.of(mixture(1e-3, scores), Scaling.NONE));
    System.out.println(GroupQuality.of(mixture(1e-8, scores), Scaling.NONE));
    Assignments three = publishedGroups(some).assign(some);
    System.out.println(ClusterProfile.of(three));
    return three;
  }

  // region published
  static PcaModel components(CustomerFeatures some) {
    return Pca.components(2).scaling(Scaling.Z_SCORE).fit(some);
  }

  static KReport scan(CustomerFeatures scores) {
    return KMeans.scan(2, 10).scaling(Scaling.NONE).seed(42).evaluate(scores);
  }

  /** Stops where the notebook's scikit-learn does by default, before the last two have moved. */
  static SegmentModel<CustomerFeatures> publishedGroups(CustomerFeatures some) {
    return Pca.components(2)
        .scaling(Scaling.Z_SCORE)
        .then(KMeans.k(3).scaling(Scaling.NONE).tolerance(1e-4).seed(42))
        .fit(some);
  }

  // endregion

  static Assignments mixture(double tolerance, CustomerFeatures scores) {
    return GaussianMixture.k(3)
        .scaling(Scaling.NONE)
        .tolerance(tolerance)
        .seed(42)
        .fit(scores)
        .assign(scores);
  }

  private static Assignments betterWay(RfmTable all) {
    System.out.printf(Locale.ROOT, "== All %,d customers, on logarithms ==%n", all.size());
    // region better
    KReport report = KMeans.scan(2, 10).seed(42).evaluate(all);
    System.out.println(report);
    Assignments four = report.candidate(4).model().assign(all);
    System.out.println(ClusterProfile.of(four));
    // endregion
    return four;
  }

  private static void whatChanges(RfmTable all, Assignments three, Assignments four) {
    System.out.println("== What changes ==");
    Assignments before = ClusterProfile.of(three).named();
    Assignments after = ClusterProfile.of(four).named();
    int[] best =
        IntStream.range(0, all.size()).filter(row -> before.of(all.id(row)).isEmpty()).toArray();
    double money = Arrays.stream(all.numeric("monetary")).sum();
    double theirs = Arrays.stream(best).mapToDouble(all::monetary).sum();
    System.out.printf(
        Locale.ROOT,
        "%d customers had no group; they brought %.0f %% of the money. Now they are:%n",
        best.length,
        100 * theirs / money);
    after.labels().stream()
        .filter(label -> among(best, after, label.name()) > 0)
        .forEach(
            label ->
                System.out.printf(
                    Locale.ROOT, "  %s %d%n", label, among(best, after, label.name())));
    System.out.println(SegmentComparison.of(before, after));
  }

  static long among(int[] rows, Assignments groups, String name) {
    return Arrays.stream(rows).filter(row -> groups.label(row).name().equals(name)).count();
  }
}
