package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.ClassifierModel;

/**
 * How much worse a fitted model predicts when one of the customers' columns is shuffled, so that it
 * says nothing any more (Breiman 2001, doi:10.1023/A:1010933404324). Immutable: each wither returns
 * a new plan.
 *
 * <pre>{@code
 * var report = PermutationImportance.repeats(20).metric(Metric.AUC).seed(42)
 *     .evaluate(model, holdOut);
 * }</pre>
 *
 * <p>The whole pipeline is measured: a column of categories is shuffled as the one column it is,
 * not its zeros and ones one by one. Give customers the model did not learn from; on training rows
 * the figures tell what the model remembers. Of two columns that say the same each looks
 * unimportant, since the other stands in for it. Costs repeats × columns predictions of all rows,
 * on all processors; neither the number of threads nor the order of rows changes the result.
 */
public final class PermutationImportance {

  private final int repeats;
  private final Metric metric;
  private final long seed;

  private PermutationImportance(int repeats, Metric metric, long seed) {
    this.repeats = repeats;
    this.metric = metric;
    this.seed = seed;
  }

  /**
   * A plan that shuffles each column so many times, measures the area under the ROC curve, and has
   * seed 0.
   *
   * @param times at least 2, so that there is a spread; 10 are usual
   * @return the plan
   */
  public static PermutationImportance repeats(int times) {
    if (times < 2) {
      throw new IllegalArgumentException(
          "repeats=" + times + " leaves no spread; choose 2 or more");
    }
    return new PermutationImportance(times, Metric.AUC, 0);
  }

  /**
   * Sets what is measured; {@link Metric#AUC} unless set, which needs no threshold.
   *
   * @param measured the figure whose loss is the importance
   * @return a new plan
   */
  public PermutationImportance metric(Metric measured) {
    return new PermutationImportance(repeats, measured, seed);
  }

  /**
   * Sets the seed of the shuffles; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public PermutationImportance seed(long seed) {
    return new PermutationImportance(repeats, metric, seed);
  }

  /**
   * Measures a model on customers that were loaded with a target.
   *
   * @param model the fitted model
   * @param holdOut customers it did not learn from, with labels; at least two
   * @return the importance of each column
   * @throws InvalidDataException if they have no labels, or the figure does not exist for them
   */
  public ImportanceReport evaluate(ClassifierModel model, CustomerFeatures holdOut) {
    Labels labels =
        holdOut
            .labels()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "these customers have no labels; name their column with target(…), or give"
                            + " the labels to evaluate(model, holdOut, labels, progress)"));
    return evaluate(model, holdOut, labels, Progress.NONE);
  }

  /**
   * Measures a model and tells how far it has come. The importance of a column is the mean loss of
   * the figure over the shuffles, below zero where the model did better without; its spread is the
   * standard deviation over the shuffles. The direction says whether moving a customer up in the
   * column moves the probability of the positive class up, all else as it was.
   *
   * @param model the fitted model
   * @param holdOut customers it did not learn from; at least two
   * @param labels the class of each
   * @param progress told of the stage {@code importance}
   * @return the importance of each column
   * @throws InvalidDataException if the figure does not exist for these customers, as where all are
   *     of one class
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ImportanceReport evaluate(
      ClassifierModel model, CustomerFeatures holdOut, Labels labels, Progress progress) {
    return PermutationRun.of(model, holdOut, labels, metric, seed).report(repeats, progress);
  }

  /** Repeats, metric and seed. */
  @Override
  public String toString() {
    return "PermutationImportance.repeats(%d).metric(%s).seed(%d)"
        .formatted(repeats, metric.name(), seed);
  }
}
