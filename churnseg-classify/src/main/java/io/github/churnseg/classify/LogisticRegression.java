package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import org.tribuo.classification.liblinear.LinearClassificationType.LinearType;

/**
 * A weighted sum of the columns, turned into a probability; more than two classes are each set
 * against the rest. Fitted by LIBLINEAR through Tribuo (Fan et al. 2008), scored here. Immutable:
 * each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = LogisticRegression.withDefaults().l1(0.5).fit(customers);
 * }</pre>
 *
 * <p>The penalty holds for the constant too, which matters little where columns are scaled, as they
 * are by default. Fitting takes a few dozen passes over the rows.
 */
public final class LogisticRegression implements Classifier {

  private final LinearType penalty;
  private final double cost;
  private final long seed;
  private final ClassWeights classWeights;
  private final Preprocessing preprocessing;

  private LogisticRegression(
      LinearType penalty,
      double cost,
      long seed,
      ClassWeights classWeights,
      Preprocessing preprocessing) {
    this.penalty = penalty;
    this.cost = cost;
    this.seed = seed;
    this.classWeights = classWeights;
    this.preprocessing = preprocessing;
  }

  /**
   * A plan with squared penalty, cost 1, no class weights and z-scored columns.
   *
   * @return the plan
   */
  public static LogisticRegression withDefaults() {
    return new LogisticRegression(
        LinearType.L2R_LR, 1, 0, ClassWeights.none(), Preprocessing.withDefaults());
  }

  /**
   * Penalises the size of weights, so that many become zero.
   *
   * @param cost what an error costs beside the penalty, above 0; less keeps fewer columns
   * @return a new plan
   */
  public LogisticRegression l1(double cost) {
    return new LogisticRegression(
        LinearType.L1R_LR, required(cost), seed, classWeights, preprocessing);
  }

  /**
   * Penalises the squares of weights, so that columns that go together share them.
   *
   * @param cost what an error costs beside the penalty, above 0; less gives smaller weights
   * @return a new plan
   */
  public LogisticRegression l2(double cost) {
    return new LogisticRegression(
        LinearType.L2R_LR, required(cost), seed, classWeights, preprocessing);
  }

  private static double required(double cost) {
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("cost=" + cost + "; choose a number above 0");
    }
    return cost;
  }

  /**
   * Sets the seed of the order in which {@link #l1} visits columns; 0 unless set. It matters in the
   * last digits only.
   *
   * @param seed any number
   * @return a new plan
   */
  public LogisticRegression seed(long seed) {
    return new LogisticRegression(penalty, cost, seed, classWeights, preprocessing);
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public LogisticRegression classWeights(ClassWeights weights) {
    return new LogisticRegression(penalty, cost, seed, weights, preprocessing);
  }

  /**
   * Sets how columns become numbers; {@link Preprocessing#withDefaults()} unless set.
   *
   * @param plan the way
   * @return a new plan
   */
  public LogisticRegression preprocessing(Preprocessing plan) {
    return new LogisticRegression(penalty, cost, seed, classWeights, plan);
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows = TrainingRows.of(preprocessing, classWeights, customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(seed),
        (training, told) -> LinearTraining.train(training, penalty, cost, seed),
        rows,
        labels.positive(),
        progress);
  }

  /** Penalty and cost. */
  @Override
  public String toString() {
    return "LogisticRegression.%s(%s)".formatted(penalty == LinearType.L1R_LR ? "l1" : "l2", cost);
  }
}
