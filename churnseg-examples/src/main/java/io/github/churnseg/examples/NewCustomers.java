package io.github.churnseg.examples;

import io.github.churnseg.classify.Baseline;
import io.github.churnseg.classify.CrossValidated;
import io.github.churnseg.classify.CrossValidation;
import io.github.churnseg.classify.FirstOrder;
import io.github.churnseg.classify.FirstOrderTable;
import io.github.churnseg.classify.Metric;
import io.github.churnseg.classify.RandomForest;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;

/** The segment of newcomers, guessed from their first order alone. */
public final class NewCustomers {

  private NewCustomers() {}

  /**
   * Prints how well segments are guessed in a generated shop, or in the UCI Online Retail file.
   *
   * @param args nothing, or the path of {@code online_retail.csv.gz}
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    Transactions log =
        args.length == 0
            ? Transactions.from(GeneratedShop.of(2_000, 42).purchases())
            : WhoIsLeaving.onlineRetail(Path.of(args[0]));
    String[] attributes = log.textAttributes().toArray(String[]::new);
    // region newcomers
    var rfm = Rfm.withDefaults().extract(log);
    var segments = RfmSegments.quantiles(3).fit(rfm).assign(rfm);
    var newcomer = FirstOrder.features(attributes).labelledAfter(Period.ofDays(90));
    var known = newcomer.extractForTraining(log);
    var model = RandomForest.trees(100).seed(42).fit(known, segments);
    System.out.println(known);
    System.out.println(model.predict(newcomer.extract(log)));
    // endregion
    System.out.println(
        figures(RandomForest.trees(100).seed(42), known, segments.labelsOf(known), 5));
  }

  /** Figures out of fold, beside those of always guessing the largest class. */
  static String figures(Classifier plan, FirstOrderTable known, Labels labels, int folds) {
    CrossValidated forest = validated(plan, known, labels, folds);
    CrossValidated majority = validated(Baseline.majority(), known, labels, folds);
    return String.format(
        Locale.ROOT,
        "%s; %d left out as too recent\naccuracy %.3f, always the largest class %.3f; mean AUC of"
            + " the classes %.3f\n",
        labels,
        known.tooRecent(),
        forest.pooled(Metric.ACCURACY),
        majority.pooled(Metric.ACCURACY),
        forest.pooled(Metric.AUC));
  }

  static CrossValidated validated(
      Classifier plan, CustomerFeatures known, Labels labels, int folds) {
    return CrossValidation.folds(folds).seed(42).evaluate(plan, known, labels, (stage, done) -> {});
  }
}
