package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * Trees that draw the thresholds of some of the columns at each split and take the best of them;
 * their mean is taken (Geurts, Ernst, Wehenkel 2006, doi:10.1007/s10994-006-6226-1). Smoother than
 * a random forest and faster to train. Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = ExtraTrees.trees(300).seed(42).fit(customers);
 * }</pre>
 *
 * <p>Fitting takes trees × columns tried × rows × depth steps, on all processors; scoring a row
 * takes trees × depth.
 */
public final class ExtraTrees implements Classifier {

  private final TreeSettings settings;

  private ExtraTrees(TreeSettings settings) {
    this.settings = settings;
  }

  /**
   * A plan for so many trees; more are steadier, and cost time to train and to score. 300 are
   * enough for most data.
   *
   * @param trees 1 to 100,000
   * @return the plan
   */
  public static ExtraTrees trees(int trees) {
    return new ExtraTrees(TreeSettings.of(trees, false, true));
  }

  /**
   * Sets the share of columns that are tried at each split; the square root of their number unless
   * set. Fewer makes the trees differ more.
   *
   * @param share above 0, at most 1
   * @return a new plan
   */
  public ExtraTrees columns(double share) {
    return new ExtraTrees(settings.withColumns(share));
  }

  /**
   * Sets the seed of all draws; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public ExtraTrees seed(long seed) {
    return new ExtraTrees(settings.withSeed(seed));
  }

  /**
   * Sets how deep a tree may grow; any depth unless set.
   *
   * @param splits the most splits above a leaf, at least 1
   * @return a new plan
   */
  public ExtraTrees depth(int splits) {
    return new ExtraTrees(settings.withDepth(splits));
  }

  /**
   * Sets the least weight of customers that are split further; 2 unless set. More gives smaller,
   * steadier trees.
   *
   * @param weight customers, times their class's weight; at least 1
   * @return a new plan
   */
  public ExtraTrees leastSplit(double weight) {
    return new ExtraTrees(settings.withLeastSplit(weight));
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public ExtraTrees classWeights(ClassWeights weights) {
    return new ExtraTrees(settings.withWeights(weights));
  }

  /**
   * Sets how columns become numbers; as {@link Preprocessing#withDefaults()} but unscaled unless
   * set, since trees do not compare columns.
   *
   * @param plan the way
   * @return a new plan
   */
  public ExtraTrees preprocessing(Preprocessing plan) {
    return new ExtraTrees(settings.withPreprocessing(plan));
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows =
        TrainingRows.of(settings.preprocessing(), settings.classWeights(), customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(settings.seed()),
        (training, told) -> TreeTraining.train("extra trees", settings, training, told),
        rows,
        labels.positive(),
        progress);
  }

  /** The settings that matter most. */
  @Override
  public String toString() {
    return "ExtraTrees.trees(" + settings.trees() + ").seed(" + settings.seed() + ")";
  }
}
