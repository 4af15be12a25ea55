package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * The classes of the training customers that are most alike (Cover, Hart 1967,
 * doi:10.1109/TIT.1967.1053964). Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = NearestNeighbours.k(15).fit(customers);
 * }</pre>
 *
 * <p>Nothing is trained: the model keeps the training rows, and scoring a row takes rows × columns
 * steps. Of customers equally far away at the rim, those first by id count.
 */
public final class NearestNeighbours implements Classifier {

  private final int neighbours;
  private final boolean byDistance;
  private final ClassWeights classWeights;
  private final Preprocessing preprocessing;

  private NearestNeighbours(
      int neighbours, boolean byDistance, ClassWeights classWeights, Preprocessing preprocessing) {
    this.neighbours = neighbours;
    this.byDistance = byDistance;
    this.classWeights = classWeights;
    this.preprocessing = preprocessing;
  }

  /**
   * A plan that asks so many neighbours, each with one vote, over z-scored columns.
   *
   * @param neighbours at least 1; where there are fewer training rows, all of them are asked
   * @return the plan
   */
  public static NearestNeighbours k(int neighbours) {
    if (neighbours < 1) {
      throw new IllegalArgumentException("k=" + neighbours + "; choose 1 or more neighbours");
    }
    return new NearestNeighbours(
        neighbours, false, ClassWeights.none(), Preprocessing.withDefaults());
  }

  /**
   * Gives near neighbours more votes: one over the distance. A neighbour at no distance has all.
   *
   * @return a new plan
   */
  public NearestNeighbours weightedByDistance() {
    return new NearestNeighbours(neighbours, true, classWeights, preprocessing);
  }

  /**
   * Sets how much the vote of each class counts; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public NearestNeighbours classWeights(ClassWeights weights) {
    return new NearestNeighbours(neighbours, byDistance, weights, preprocessing);
  }

  /**
   * Sets how columns become numbers; {@link Preprocessing#withDefaults()} unless set.
   *
   * @param plan the way
   * @return a new plan
   */
  public NearestNeighbours preprocessing(Preprocessing plan) {
    return new NearestNeighbours(neighbours, byDistance, classWeights, plan);
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows = TrainingRows.of(preprocessing, classWeights, customers, labels);
    return Trainer.fit(
        rows.learntBy(this),
        (training, told) -> new NearestRows(training, neighbours, byDistance),
        rows,
        labels.positive(),
        progress);
  }

  /** How many neighbours, and whether nearer ones count more. */
  @Override
  public String toString() {
    return "NearestNeighbours.k(" + neighbours + ")" + (byDistance ? ".weightedByDistance()" : "");
  }
}
