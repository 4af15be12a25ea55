package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * Small trees, each fitted to what those before it got wrong (Friedman 2001,
 * doi:10.1214/aos/1013203451), with second-order steps and binned columns (Chen, Guestrin 2016,
 * doi:10.1145/2939672.2939785). Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = GradientBoosting.rounds(200).learningRate(0.05).seed(42).fit(customers);
 * }</pre>
 *
 * <p>Grown here: Tribuo has no boosting of trees but through a native library. Fitting takes rounds
 * × rows × columns × depth steps, times the classes where there are more than two.
 */
public final class GradientBoosting implements Classifier {

  private final BoostingSettings settings;

  private GradientBoosting(BoostingSettings settings) {
    this.settings = settings;
  }

  /**
   * A plan for so many trees in a row; where there are more than two classes, for each class.
   *
   * @param rounds 1 to 100,000
   * @return a plan with learning rate 0.1, depth 3, leaves of at least 5 customers, penalty 1, 0.8
   *     of the rows and 0.8 of the columns for each tree
   */
  public static GradientBoosting rounds(int rounds) {
    BoostingSettings.require(rounds >= 1 && rounds <= 100_000, "rounds", rounds, "1 to 100,000");
    return new GradientBoosting(
        new BoostingSettings(
            rounds,
            0.1,
            3,
            5,
            1,
            0.8,
            0.8,
            0,
            ClassWeights.none(),
            Preprocessing.withDefaults().scaling(Scaling.NONE)));
  }

  /**
   * Sets the share of each tree's correction that is taken; 0.1 unless set. Less needs more rounds,
   * and is often better.
   *
   * @param rate above 0, at most 1
   * @return a new plan
   */
  public GradientBoosting learningRate(double rate) {
    BoostingSettings.require(rate > 0 && rate <= 1, "learningRate", rate, "above 0, at most 1");
    return new GradientBoosting(settings.withRate(rate));
  }

  /**
   * Sets how deep a tree may grow; 3 unless set: three columns may act together.
   *
   * @param splits the most splits above a leaf, 1 to 30
   * @return a new plan
   */
  public GradientBoosting depth(int splits) {
    BoostingSettings.require(splits >= 1 && splits <= 30, "depth", splits, "1 to 30");
    return new GradientBoosting(settings.withDepth(splits));
  }

  /**
   * Sets the fewest customers of a leaf; 5 unless set.
   *
   * @param customers at least 1
   * @return a new plan
   */
  public GradientBoosting leastLeaf(int customers) {
    BoostingSettings.require(customers >= 1, "leastLeaf", customers, "1 or more customers");
    return new GradientBoosting(settings.withLeastLeaf(customers));
  }

  /**
   * Sets how strongly corrections are held back; 1 unless set.
   *
   * @param strength 0 or more
   * @return a new plan
   */
  public GradientBoosting l2(double strength) {
    BoostingSettings.require(strength >= 0 && strength < 1e9, "l2", strength, "0 or more");
    return new GradientBoosting(settings.withL2(strength));
  }

  /**
   * Sets the shares of rows and columns that are drawn for each tree; 0.8 each unless set.
   *
   * @param rows above 0, at most 1
   * @param columns above 0, at most 1
   * @return a new plan
   */
  public GradientBoosting sampling(double rows, double columns) {
    BoostingSettings.require(rows > 0 && rows <= 1, "rows", rows, "above 0, at most 1");
    BoostingSettings.require(columns > 0 && columns <= 1, "columns", columns, "above 0, at most 1");
    return new GradientBoosting(settings.withSampling(rows, columns));
  }

  /**
   * Sets the seed of all draws; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public GradientBoosting seed(long seed) {
    return new GradientBoosting(settings.withSeed(seed));
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public GradientBoosting classWeights(ClassWeights weights) {
    return new GradientBoosting(settings.withWeights(weights));
  }

  /**
   * Sets how columns become numbers; as {@link Preprocessing#withDefaults()} but unscaled unless
   * set, since trees do not compare columns.
   *
   * @param plan the way
   * @return a new plan
   */
  public GradientBoosting preprocessing(Preprocessing plan) {
    return new GradientBoosting(settings.withPreprocessing(plan));
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows =
        TrainingRows.of(settings.preprocessing(), settings.classWeights(), customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(settings.seed()),
        (training, told) -> Boosting.train(settings, training, told),
        rows,
        labels.positive(),
        progress);
  }

  /** Rounds, rate and seed. */
  @Override
  public String toString() {
    return "GradientBoosting.rounds(%d).learningRate(%s).seed(%d)"
        .formatted(settings.rounds(), settings.rate(), settings.seed());
  }
}
