package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
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

  private CrossValidation(int folds, int repeats, long seed) {
    this.folds = folds;
    this.repeats = repeats;
    this.seed = seed;
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
    return new CrossValidation(folds, 1, 0);
  }

  /**
   * Sets how often the customers are dealt anew; 1 unless set. More takes the luck of the deal out
   * of the means.
   *
   * @param times at least 1
   * @return a new plan
   */
  public CrossValidation repeats(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("repeats=" + times + "; choose 1 or more");
    }
    return new CrossValidation(folds, times, seed);
  }

  /**
   * Sets the seed of the deals; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public CrossValidation seed(long seed) {
    return new CrossValidation(folds, repeats, seed);
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
    Labels labels =
        customers
            .labels()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "these customers have no labels; name their column with target(…)"));
    return evaluate(classifier, customers, labels, Progress.NONE);
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
    requireEnough(labels);
    int[][] foldOfRow = deal(customers, labels);
    List<Predictions> predicted =
        Parallel.map(
            folds * repeats,
            "cross-validation",
            progress,
            task -> predict(classifier, customers, labels, foldOfRow[task / folds], task % folds));
    return CrossValidated.of(classifier.toString(), customers, labels, foldOfRow, predicted);
  }

  private void requireEnough(Labels labels) {
    for (Map.Entry<String, Integer> entry : labels.counts().entrySet()) {
      if (entry.getValue() < folds) {
        throw new InvalidDataException(
            "class '%s' has %d customers but there are %d folds; choose fewer folds, or leave the"
                    .formatted(entry.getKey(), entry.getValue(), folds)
                + " class out");
      }
    }
  }

  /** The fold of each row, for each repeat; dealt in the order of the ids. */
  private int[][] deal(CustomerFeatures customers, Labels labels) {
    int[] order =
        IntStream.range(0, customers.size())
            .boxed()
            .sorted(Comparator.comparing(customers::id))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] classes = IntStream.of(order).map(labels::index).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    int[][] foldOfRow = new int[repeats][order.length];
    for (int[] fold : foldOfRow) {
      int[] dealt = Stratified.folds(classes, labels.classes().size(), folds, random);
      for (int at = 0; at < order.length; at++) {
        fold[order[at]] = dealt[at];
      }
    }
    return foldOfRow;
  }

  private static Predictions predict(
      Classifier classifier, CustomerFeatures customers, Labels labels, int[] foldOfRow, int fold) {
    int[] seen = rows(foldOfRow, row -> foldOfRow[row] != fold);
    int[] unseen = rows(foldOfRow, row -> foldOfRow[row] == fold);
    return classifier
        .fit(customers.select(seen), labels.select(seen))
        .predict(customers.select(unseen));
  }

  static int[] rows(int[] foldOfRow, IntPredicate wanted) {
    return IntStream.range(0, foldOfRow.length).filter(wanted).toArray();
  }

  /** Folds and repeats. */
  @Override
  public String toString() {
    return "CrossValidation.folds(%d).repeats(%d).seed(%d)".formatted(folds, repeats, seed);
  }
}
