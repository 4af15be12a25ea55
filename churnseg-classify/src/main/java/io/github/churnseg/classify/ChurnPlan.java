package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Classifier;

/**
 * A plan to learn from a log who will leave; see {@link Churn}. Immutable.
 *
 * <p>The model learns from the latest cut whose outcome the log knows. Its figures come from a
 * back-test by rolling origins: at each, the plan learns from a cut whose outcome was known by then
 * and is tested on a later cut, as it would have been used. Most customers are in both, at
 * different times, as they will be when the model is used. There is no random split.
 */
public final class ChurnPlan {

  private static final int USUAL_ORIGINS = 3;

  private final Churn definition;
  private final FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor;
  private final Classifier classifier;
  private final int origins;

  private ChurnPlan(
      Churn definition,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      Classifier classifier,
      int origins) {
    this.definition = definition;
    this.extractor = extractor;
    this.classifier = classifier;
    this.origins = origins;
  }

  ChurnPlan(
      Churn definition,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      Classifier classifier) {
    this(definition, extractor, classifier, USUAL_ORIGINS);
  }

  /**
   * Sets how many cuts the back-test looks at, one silence apart; 3 unless set, and no more than
   * the log has room for: but for the latest, each learns from a cut with at least a silence of
   * history before it. Each costs a fit.
   *
   * @param most at least 1
   * @return a new plan
   */
  public ChurnPlan origins(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("origins=" + most + "; choose 1 or more");
    }
    return new ChurnPlan(definition, extractor, classifier, most);
  }

  /**
   * Back-tests the plan, and learns.
   *
   * @param log what was bought, cut at the date that is to count as today
   * @return the model
   * @throws InvalidDataException if the log is too short for a back-test, or one feature alone
   *     tells who left, which says that it knows the outcome
   */
  public ChurnModel fit(Transactions log) {
    return fit(log, Progress.NONE);
  }

  /**
   * Back-tests the plan, learns, and tells how far it has come.
   *
   * @param log what was bought, cut at the date that is to count as today
   * @param progress told of the stages {@code back-test} and {@code training}
   * @return the model
   * @throws InvalidDataException if the log is too short for a back-test, or one feature alone
   *     tells who left, which says that it knows the outcome
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ChurnModel fit(Transactions log, Progress progress) {
    return new BackTest(definition, extractor, classifier, log, origins).model(progress);
  }

  /** Definition, features and classifier. */
  @Override
  public String toString() {
    return definition + "\n" + extractor + "\n" + classifier + "; at most " + origins + " origins";
  }
}
