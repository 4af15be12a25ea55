package io.github.churnseg.examples;

import io.github.churnseg.classify.CrossValidated;
import io.github.churnseg.classify.CrossValidation;
import io.github.churnseg.classify.ExtraTrees;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.classify.Metric;
import io.github.churnseg.classify.NeuralNetwork;
import io.github.churnseg.classify.RandomForest;
import io.github.churnseg.classify.SupportVectors;
import io.github.churnseg.data.Join;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Classifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Four dirty files of the shop 'В один клик' to one row a customer, and how well six classifiers
 * tell whose activity will decline: five times repeated five-fold cross-validation, and the split
 * of 75 to 25 that was published, 20 times.
 *
 * <pre>
 * OneClickShop ../shared/data/one-click
 * </pre>
 */
public final class OneClickShop {

  private OneClickShop() {}

  /**
   * Prints what was repaired and joined, and the figures.
   *
   * @param args the folder of the files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: OneClickShop FOLDER");
      return;
    }
    Join joined = OneClickFiles.join(Path.of(args[0]));
    System.out.println(joined.report());
    CustomerFeatures customers = OneClickFiles.customers(joined.toTable());
    customers.labels().ifPresent(System.out::println);
    Map<String, Classifier> plans = new LinkedHashMap<>();
    plans.put("ExtraTrees", ExtraTrees.trees(300).leastSplit(5).seed(42));
    plans.put("RandomForest", RandomForest.trees(300).seed(42));
    plans.put("SupportVectors", SupportVectors.rbf());
    plans.put("LogisticRegression L1", LogisticRegression.withDefaults().l1(1));
    plans.put("NeuralNetwork 32", NeuralNetwork.layers(32).seed(42));
    plans.put("NeuralNetwork 32 × 3", NeuralNetwork.layers(32).members(3).seed(42));
    CrossValidation five = CrossValidation.folds(5).repeats(5).seed(42);
    CrossValidation quarter = CrossValidation.holdOut(0.25).repeats(20).seed(0);
    System.out.println(
        "\nplan                  5 × 5 folds: AUC ± sd, F1 of all | 75/25, seeds 0 to 19: AUC ± sd, F1 ± sd");
    plans.forEach(
        (name, plan) ->
            System.out.println(
                line(name, five.evaluate(plan, customers), quarter.evaluate(plan, customers))));
  }

  private static String line(String name, CrossValidated five, CrossValidated quarter) {
    return String.format(
        Locale.ROOT,
        "%-21s %.4f ± %.4f  %.4f               | %.4f ± %.4f  %.4f ± %.4f",
        name,
        five.mean(Metric.AUC),
        five.deviation(Metric.AUC),
        five.pooled(Metric.F1),
        quarter.mean(Metric.AUC),
        quarter.deviation(Metric.AUC),
        quarter.mean(Metric.F1),
        quarter.deviation(Metric.F1));
  }
}
