package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * One tree of yes-or-no questions, split where classes become purest by Gini's index (Breiman,
 * Friedman, Olshen, Stone 1984). Easy to read, and less accurate than many trees together.
 * Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = DecisionTree.withDefaults().depth(3).fit(customers);
 * }</pre>
 *
 * <p>Fitting takes columns × rows × log rows steps.
 */
public final class DecisionTree implements Classifier {

  private final TreeSettings settings;

  private DecisionTree(TreeSettings settings) {
    this.settings = settings;
  }

  /**
   * A plan for a tree of at most 5 splits above a leaf, which splits 20 customers or more.
   *
   * @return the plan
   */
  public static DecisionTree withDefaults() {
    return new DecisionTree(
        TreeSettings.of(1, false, false).withDepth(5).withLeastSplit(20).withColumns(1));
  }

  /**
   * Sets how deep a tree may grow; 5 unless set.
   *
   * @param splits the most splits above a leaf, at least 1
   * @return a new plan
   */
  public DecisionTree depth(int splits) {
    return new DecisionTree(settings.withDepth(splits));
  }

  /**
   * Sets the least weight of customers that are split further; 20 unless set. More gives smaller,
   * steadier trees.
   *
   * @param weight customers, times their class's weight; at least 1
   * @return a new plan
   */
  public DecisionTree leastSplit(double weight) {
    return new DecisionTree(settings.withLeastSplit(weight));
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public DecisionTree classWeights(ClassWeights weights) {
    return new DecisionTree(settings.withWeights(weights));
  }

  /**
   * Sets how columns become numbers; as {@link Preprocessing#withDefaults()} but unscaled unless
   * set, since trees do not compare columns.
   *
   * @param plan the way
   * @return a new plan
   */
  public DecisionTree preprocessing(Preprocessing plan) {
    return new DecisionTree(settings.withPreprocessing(plan));
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows =
        TrainingRows.of(settings.preprocessing(), settings.classWeights(), customers, labels);
    return Trainer.fit(
        rows.learntBy(this),
        (training, told) -> TreeTraining.train("decision tree", settings, training, told),
        rows,
        labels.positive(),
        progress);
  }

  /** The settings that matter most. */
  @Override
  public String toString() {
    return "DecisionTree.withDefaults()";
  }
}
