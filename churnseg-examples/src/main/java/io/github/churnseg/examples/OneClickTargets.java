package io.github.churnseg.examples;

import io.github.churnseg.classify.Calibrated;
import io.github.churnseg.classify.Churn;
import io.github.churnseg.classify.CrossValidation;
import io.github.churnseg.classify.LabelledModel;
import io.github.churnseg.classify.SupportVectors;
import io.github.churnseg.classify.TargetList;
import io.github.churnseg.classify.Targets;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** The target segment of the shop 'В один клик': four dirty files to a list of customers. */
public final class OneClickTargets {

  private OneClickTargets() {}

  /**
   * Prints the figures, the counts, the list and the profile.
   *
   * @param args the folder with the four files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: OneClickTargets FOLDER");
      return;
    }
    CustomerFeatures customers = customers(Path.of(args[0]));
    LabelledModel model =
        fit(customers, Calibrated.platt(SupportVectors.rbf()), CrossValidation.folds(5).repeats(5));
    System.out.println(model);
    System.out.printf(
        Locale.ROOT, "profit and revenue of three months: r = %.3f%n%n", correlation(customers));
    TargetList targets = targets(model);
    System.out.println(targets);
    System.out.println(targets.profile());
  }

  static LabelledModel fit(CustomerFeatures customers, Classifier plan, CrossValidation folds) {
    return Churn.asLabelled().classifyWith(plan).measuredBy(folds).fit(customers);
  }

  // region targets
  static TargetList targets(LabelledModel model) {
    return model
        .outOfFold()
        .select(
            Targets.byExpectedLoss("Прибыль")
                .minRisk(0.75)
                .minQuantile("Прибыль", 0.5)
                .min("Акционные_покупки", 0.35)
                .maxQuantile("Маркет_актив_6_мес", 0.5));
  }

  // endregion

  /** How profit goes with revenue: not at all, so neither stands for the other. */
  static double correlation(CustomerFeatures customers) {
    double[] revenue = new double[customers.size()];
    for (String month : OneClickFiles.revenues()) {
      double[] some = customers.numeric(month);
      for (int row = 0; row < revenue.length; row++) {
        revenue[row] += some[row];
      }
    }
    return new PearsonsCorrelation().correlation(customers.numeric(OneClickFiles.PROFIT), revenue);
  }

  static CustomerFeatures customers(Path folder) throws IOException {
    return OneClickFiles.customersWithProfit(OneClickFiles.join(folder).toTable());
  }
}
