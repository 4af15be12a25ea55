package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan whose probabilities are made to bear out: of customers it gives .7, seven of ten shall be
 * of the class. The curve from the model's probabilities to these is fitted to probabilities out of
 * fold, never to those of rows the model learnt from. Immutable.
 *
 * <pre>{@code
 * ClassifierModel model = Calibrated.platt(SupportVectors.rbf()).fit(customers);
 * }</pre>
 *
 * <p>The order of the customers stays as it was, but for ties of an isotonic curve. Several classes
 * are calibrated one by one and then made to add up to 1. Fitting takes as long as fitting the plan
 * once for each fold and once more; scoring takes a logarithm a class longer.
 */
public final class Calibrated implements Classifier {

  /**
   * With fewer rows the steps of an isotonic curve follow noise (Niculescu-Mizil, Caruana 2005).
   */
  private static final int LEAST_ISOTONIC = 1000;

  private final Classifier classifier;
  private final boolean isotonic;
  private final int folds;
  private final long seed;

  private Calibrated(Classifier classifier, boolean isotonic, int folds, long seed) {
    this.classifier = classifier;
    this.isotonic = isotonic;
    this.folds = folds;
    this.seed = seed;
  }

  /**
   * Corrects by a sigmoid of the logit, which has two numbers to fit and so suits any amount of
   * data (Platt 1999, with the targets and the method of Lin, Lin, Weng 2007,
   * doi:10.1007/s10994-007-5018-6). A slope below 0 becomes 0.
   *
   * @param classifier the plan to correct
   * @return the plan
   */
  public static Calibrated platt(Classifier classifier) {
    return new Calibrated(classifier, false, 5, 0);
  }

  /**
   * Corrects by steps that never fall, which can follow any shape (Zadrozny, Elkan 2002,
   * doi:10.1145/775047.775151), and need many customers for it: with fewer than 1,000 training rows
   * the sigmoid of {@link #platt} is fitted instead, and the model's text says so.
   *
   * @param classifier the plan to correct
   * @return the plan
   */
  public static Calibrated isotonic(Classifier classifier) {
    return new Calibrated(classifier, true, 5, 0);
  }

  /**
   * Sets how many folds the probabilities come from; 5 unless set, and no more than the rarest
   * class has customers. Where it has one only, nothing can be corrected, and the plan's own
   * probabilities stay.
   *
   * @param number at least 2
   * @return a new plan
   */
  public Calibrated folds(int number) {
    if (number < 2) {
      throw new IllegalArgumentException("folds=" + number + "; choose 2 or more");
    }
    return new Calibrated(classifier, isotonic, number, seed);
  }

  /**
   * Sets the seed of the folds; 0 unless set.
   *
   * @param value any number
   * @return a new plan
   */
  public Calibrated seed(long value) {
    return new Calibrated(classifier, isotonic, folds, value);
  }

  /**
   * The plan whose probabilities are corrected.
   *
   * @return the plan as it was given
   */
  public Classifier classifier() {
    return classifier;
  }

  @Override
  public ClassifierModel fit(CustomerFeatures given, Labels labelsGiven, Progress progress) {
    ClassifierModel model =
        classifier.fit(given, labelsGiven, (stage, done) -> progress.update(stage, done / folds));
    int[] order = IdOrder.of(given);
    CustomerFeatures customers = given.select(order);
    Labels labels = labelsGiven.select(order);
    int rarest = rarest(labels);
    if (rarest < 2) {
      progress.update("calibration", 1);
      return new CalibratedModel(
          model, "not calibrated, since a class has one row only", List.of());
    }
    double before = 1.0 / folds;
    Predictions outOfFold =
        CrossValidation.folds(Math.min(folds, rarest))
            .seed(seed)
            .evaluate(
                classifier,
                customers,
                labels,
                (stage, done) -> progress.update("calibration", before + (1 - before) * done))
            .outOfFold();
    return new CalibratedModel(model, words(labels.size()), curves(outOfFold, labels));
  }

  /**
   * Measures what the correction does, on customers that were loaded with a target.
   *
   * @param validation the folds
   * @param customers with labels
   * @return the figures of the plan as it is and of the corrected one, on the same folds
   */
  public CalibrationReport evaluate(CrossValidation validation, CustomerFeatures customers) {
    return evaluate(validation, customers, CrossValidation.labelsOf(customers), Progress.NONE);
  }

  /**
   * The same, and tells how far it has come.
   *
   * @param validation the folds
   * @param customers whom to learn from and predict
   * @param labels the class of each, in the same order
   * @param progress told of the stage {@code cross-validation}
   * @return the figures of the plan as it is and of the corrected one, on the same folds
   */
  public CalibrationReport evaluate(
      CrossValidation validation, CustomerFeatures customers, Labels labels, Progress progress) {
    double plain = 1.0 / (folds + 2);
    CrossValidated before =
        validation.evaluate(
            classifier, customers, labels, (stage, done) -> progress.update(stage, plain * done));
    CrossValidated after =
        validation.evaluate(
            this,
            customers,
            labels,
            (stage, done) -> progress.update(stage, plain + (1 - plain) * done));
    return new CalibrationReport(before, after);
  }

  private static int rarest(Labels labels) {
    return labels.counts().values().stream()
        .filter(count -> count > 0)
        .mapToInt(Integer::intValue)
        .min()
        .orElse(0);
  }

  private boolean isIsotonic(int rows) {
    return isotonic && rows >= LEAST_ISOTONIC;
  }

  private String words(int rows) {
    String curve = isIsotonic(rows) ? "an isotonic curve" : "a sigmoid";
    String why =
        isotonic && !isIsotonic(rows)
            ? ", since an isotonic curve needs " + LEAST_ISOTONIC + " rows"
            : "";
    return "calibrated by %s on %d rows out of fold%s".formatted(curve, rows, why);
  }

  private List<Curve> curves(Predictions outOfFold, Labels labels) {
    List<Curve> curves = new ArrayList<>();
    for (int index : OneAgainstRest.asked(labels.classes().size())) {
      double[] probabilities = outOfFold.probabilities(labels.classes().get(index));
      boolean[] yes = new boolean[labels.size()];
      for (int row = 0; row < yes.length; row++) {
        yes[row] = labels.index(row) == index;
      }
      curves.add(
          isIsotonic(yes.length)
              ? IsotonicCurve.fit(probabilities, yes)
              : PlattCurve.fit(probabilities, yes));
    }
    return List.copyOf(curves);
  }

  /** The way and the plan. */
  @Override
  public String toString() {
    return "Calibrated.%s(%s)".formatted(isotonic ? "isotonic" : "platt", classifier);
  }
}
