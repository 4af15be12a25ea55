package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * Trees that each see rows drawn with replacement and try some of the columns at each split; their
 * mean is taken (Breiman 2001, doi:10.1023/A:1010933404324). Grown here. Immutable: each wither
 * returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = RandomForest.trees(300).seed(42).fit(customers);
 * }</pre>
 *
 * <p>Fitting takes trees × columns tried × rows × log rows steps, on all processors; scoring a row
 * takes trees × depth.
 */
public final class RandomForest implements Classifier {

  private final TreeSettings settings;

  private RandomForest(TreeSettings settings) {
    this.settings = settings;
  }

  /**
   * A plan for so many trees; more are steadier, and cost time to train and to score. 300 are
   * enough for most data.
   *
   * @param trees 1 to 100,000
   * @return the plan
   */
  public static RandomForest trees(int trees) {
    return new RandomForest(TreeSettings.of(trees, true, false));
  }

  /**
   * Sets the share of columns that are tried at each split; the square root of their number unless
   * set. Fewer makes the trees differ more.
   *
   * @param share above 0, at most 1
   * @return a new plan
   */
  public RandomForest columns(double share) {
    return new RandomForest(settings.withColumns(share));
  }

  /**
   * Sets the seed of all draws; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public RandomForest seed(long seed) {
    return new RandomForest(settings.withSeed(seed));
  }

  /**
   * Sets how deep a tree may grow; any depth unless set.
   *
   * @param splits the most splits above a leaf, at least 1
   * @return a new plan
   */
  public RandomForest depth(int splits) {
    return new RandomForest(settings.withDepth(splits));
  }

  /**
   * Sets the least weight of customers that are split further; 2 unless set. More gives smaller,
   * steadier trees.
   *
   * @param weight customers, times their class's weight; at least 1
   * @return a new plan
   */
  public RandomForest leastSplit(double weight) {
    return new RandomForest(settings.withLeastSplit(weight));
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public RandomForest classWeights(ClassWeights weights) {
    return new RandomForest(settings.withWeights(weights));
  }

  /**
   * Sets how columns become numbers; as {@link Preprocessing#withDefaults()} but unscaled unless
   * set, since trees do not compare columns.
   *
   * @param plan the way
   * @return a new plan
   */
  public RandomForest preprocessing(Preprocessing plan) {
    return new RandomForest(settings.withPreprocessing(plan));
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows =
        TrainingRows.of(settings.preprocessing(), settings.classWeights(), customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(settings.seed()),
        (training, told) -> TreeTraining.train("random forest", settings, training, told),
        rows,
        labels.positive(),
        progress);
  }

  /** The settings that matter most. */
  @Override
  public String toString() {
    return "RandomForest.trees(" + settings.trees() + ").seed(" + settings.seed() + ")";
  }
}
