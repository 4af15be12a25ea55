package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.Predictions;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures a plan on customers it does not learn from: they are dealt into folds, each with its
 * share of every class, and each fold is predicted by a model that learnt from the others.
 * Preprocessing is learnt anew each time, so nothing leaks. Immutable.
 *
 * <pre>{@code
 * var result = CrossValidation.folds(5).repeats(5).seed(42)
 *     .evaluate(ExtraTrees.trees(300), customers);
 * }</pre>
 *
 * <p>Fits folds × repeats models, on all processors. Neither the number of threads nor the order of
 * the rows changes the result.
 */
public final class CrossValidation {

  private final int folds;
  private final int repeats;
  private final long seed;
  private final Optional<RollingOrigin> time;

  /** The share that is predicted of one split; zero where there are folds. */
  private final double heldOut;

  private CrossValidation(
      int folds, int repeats, long seed, Optional<RollingOrigin> time, double heldOut) {
    this.folds = folds;
    this.repeats = repeats;
    this.seed = seed;
    this.time = time;
    this.heldOut = heldOut;
  }

  /**
   * A plan with so many folds, dealt once, with seed 0.
   *
   * @param folds at least 2, at most the customers of the rarest class; 5 or 10 are usual
   * @return the plan
   */
  public static CrossValidation folds(int folds) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds=" + folds + "; choose 2 or more");
    }
    return new CrossValidation(folds, 1, 0, Optional.empty(), 0);
  }

  /**
   * A plan that splits the customers once into those to learn from and those to predict, each part
   * with its share of every class. With {@link #repeats} they are split anew that often, each time
   * independently: split {@code i}, from 0, is that of the seed plus {@code i}. Folds use customers
   * better; this is for comparing with figures that were published for such a split.
   *
   * <pre>{@code
   * CrossValidation.holdOut(0.25).repeats(20).seed(0)   // the seeds 0 to 19
   * }</pre>
   *
   * @param share of the customers that are predicted, above 0 and below 1, such as 0.25
   * @return the plan, with seed 0
   */
  public static CrossValidation holdOut(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "holdOut=" + share + "; choose a share above 0 and below 1, such as 0.25");
    }
    return new CrossValidation(1, 1, 0, Optional.empty(), share);
  }

  /**
   * A plan for rows that have dates: they are put in the order of time and split into one part more
   * than there are folds; each part but the first is predicted by a model that learnt from all
   * parts before it. That is how a model is used, so it is the honest way where things change.
   *
   * <pre>{@code
   * CrossValidation.rollingOrigin(4, cutDates::get).gap(Period.ofDays(90))
   * }</pre>
   *
   * @param folds at least 1
   * @param dateOf the day up to which a row's features are known, by the row's id
   * @return the plan
   */
  public static CrossValidation rollingOrigin(int folds, Function<String, LocalDate> dateOf) {
    if (folds < 1) {
      throw new IllegalArgumentException("folds=" + folds + "; choose 1 or more");
    }
    return new CrossValidation(folds, 1, 0, Optional.of(new RollingOrigin(dateOf, Period.ZERO)), 0);
  }

  /**
   * Leaves rows out of training whose outcome was not known yet when the part to be predicted
   * began; none unless set. Of {@link #rollingOrigin} only.
   *
   * @param untilKnown how long it takes until the class of a row is known, such as the 90 days of
   *     silence that make a customer one who left
   * @return a new plan
   */
  public CrossValidation gap(Period untilKnown) {
    RollingOrigin rolling =
        time.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "gap(" + untilKnown + ") needs rows in the order of time; see rollingOrigin"));
    if (untilKnown.isNegative()) {
      throw new IllegalArgumentException("gap=" + untilKnown + "; choose a period of 0 or more");
    }
    return new CrossValidation(folds, repeats, seed, Optional.of(rolling.withGap(untilKnown)), 0);
  }

  /**
   * Sets how often the customers are dealt or split anew; 1 unless set. More takes the luck of the
   * deal out of the means.
   *
   * @param times at least 1
   * @return a new plan
   */
  public CrossValidation repeats(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("repeats=" + times + "; choose 1 or more");
    }
    if (times > 1 && time.isPresent()) {
      throw new IllegalArgumentException(
          "repeats=" + times + "; the order of time can be had once only, so choose 1");
    }
    return new CrossValidation(folds, times, seed, time, heldOut);
  }

  /**
   * Sets the seed of the deals; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public CrossValidation seed(long seed) {
    return new CrossValidation(folds, repeats, seed, time, heldOut);
  }

  /**
   * Measures a plan on customers that were loaded with a target.
   *
   * @param classifier the plan
   * @param customers whom to learn from and predict, with labels
   * @return the figures of each fold, and probabilities out of fold
   * @throws InvalidDataException if they have no labels, or a class has fewer customers than there
   *     are folds
   */
  public CrossValidated evaluate(Classifier classifier, CustomerFeatures customers) {
    return evaluate(classifier, customers, labelsOf(customers), Progress.NONE);
  }

  /** Other folds of the same kind, for an estimate that shares no deal with this one. */
  CrossValidation once() {
    // a plan of splits has used the seeds up to its last split
    return new CrossValidation(folds, 1, seed + (heldOut > 0 ? repeats : 1), time, heldOut);
  }

  static Labels labelsOf(CustomerFeatures customers) {
    return customers
        .labels()
        .orElseThrow(
            () ->
                new InvalidDataException(
                    "these customers have no labels; name their column with target(…)"));
  }

  /**
   * Measures a plan and tells how far it has come.
   *
   * @param classifier the plan
   * @param customers whom to learn from and predict
   * @param labels the class of each
   * @param progress told of the stage {@code cross-validation}
   * @return the figures of each fold, and probabilities out of fold
   * @throws InvalidDataException if a class has fewer customers than there are folds
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public CrossValidated evaluate(
      Classifier classifier, CustomerFeatures customers, Labels labels, Progress progress) {
    List<Fold> dealt = deal(customers, labels);
    List<Predictions> predicted =
        Parallel.map(
            dealt.size(),
            "cross-validation",
            progress,
            task -> predict(classifier, customers, labels, dealt.get(task)));
    return CrossValidated.of(classifier.toString(), customers, labels, dealt, predicted);
  }

  private void requireEnough(Labels labels) {
    for (Map.Entry<String, Integer> entry : labels.counts().entrySet()) {
      if (entry.getValue() > 0 && entry.getValue() < folds) {
        throw new InvalidDataException(
            "class '%s' has %d customers but there are %d folds; choose fewer folds, or leave the"
                    .formatted(entry.getKey(), entry.getValue(), folds)
                + " class out");
      }
    }
  }

  /** The folds of each repeat; dealt in the order of the ids, or of time. */
  List<Fold> deal(CustomerFeatures customers, Labels labels) {
    if (customers.size() != labels.size()) {
      throw new IllegalArgumentException(
          customers.size() + " customers but " + labels.size() + " labels; give one a customer");
    }
    return time.map(rolling -> rolling.folds(customers, labels, folds))
        .orElseGet(() -> heldOut > 0 ? splits(customers, labels) : stratified(customers, labels));
  }

  private List<Fold> splits(CustomerFeatures customers, Labels labels) {
    int[] order = IdOrder.of(customers);
    int[] classes = IntStream.of(order).map(labels::index).toArray();
    requireBothParts(labels);
    List<Fold> dealt = new ArrayList<>();
    for (int split = 0; split < repeats; split++) {
      int[][] parts =
          Stratified.split(
              classes, labels.classes().size(), heldOut, new SplittableRandom(seed + split));
      dealt.add(new Fold(split, rows(order, parts[0]), rows(order, parts[1])));
    }
    return dealt;
  }

  private static int[] rows(int[] order, int... places) {
    return IntStream.of(places).map(place -> order[place]).sorted().toArray();
  }

  private void requireBothParts(Labels labels) {
    for (Map.Entry<String, Integer> entry : labels.counts().entrySet()) {
      int count = entry.getValue();
      long predicted = Math.round(heldOut * count);
      if (count > 0 && (predicted == 0 || predicted == count)) {
        throw new InvalidDataException(
            "class '%s' has %d customers, of which a share of %s is %d; choose another share, or"
                    .formatted(entry.getKey(), count, heldOut, predicted)
                + " leave the class out");
      }
    }
  }

  private List<Fold> stratified(CustomerFeatures customers, Labels labels) {
    requireEnough(labels);
    int[] order = IdOrder.of(customers);
    int[] classes = IntStream.of(order).map(labels::index).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    List<Fold> dealt = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int[] parts = Stratified.folds(classes, labels.classes().size(), folds, random);
      int[] partOfRow = new int[order.length];
      for (int at = 0; at < order.length; at++) {
        partOfRow[order[at]] = parts[at];
      }
      for (int part = 0; part < folds; part++) {
        dealt.add(Fold.of(repeat, partOfRow, part));
      }
    }
    return dealt;
  }

  static Predictions predict(
      Classifier classifier, CustomerFeatures customers, Labels labels, Fold fold) {
    return classifier
        .fit(customers.select(fold.seen), labels.select(fold.seen))
        .predict(customers.select(fold.unseen));
  }

  /** Folds and repeats. */
  @Override
  public String toString() {
    return time.map(rolling -> "CrossValidation.rollingOrigin(" + folds + ")" + rolling)
        .orElseGet(
            () ->
                "CrossValidation.%s.repeats(%d).seed(%d)"
                    .formatted(
                        heldOut > 0 ? "holdOut(" + heldOut + ")" : "folds(" + folds + ")",
                        repeats,
                        seed));
  }
}
