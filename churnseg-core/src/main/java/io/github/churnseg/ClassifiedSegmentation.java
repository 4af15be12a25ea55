package io.github.churnseg;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Classifier;

/**
 * A {@link Segmentation} with a classifier that finds the segment of newcomers. Immutable; {@code
 * fit} never changes it.
 *
 * @param <F> the features the segments are made from
 */
public final class ClassifiedSegmentation<F extends CustomerFeatures> {

  private final Plan<F> plan;
  private final Classifier classifier;
  private final FeatureExtractor<Transactions, ? extends CustomerFeatures> newcomers;

  ClassifiedSegmentation(
      Plan<F> plan,
      Classifier classifier,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> newcomers) {
    this.plan = plan;
    this.classifier = classifier;
    this.newcomers = newcomers;
  }

  /**
   * Learns the segments and the classifier.
   *
   * @param log what was bought
   * @return the model
   */
  public ClassifiedModel fit(Transactions log) {
    return fit(log, Progress.NONE);
  }

  /**
   * Learns the segments and the classifier, and tells how far it has come.
   *
   * <p>The classifier is fitted twice: first without a fifth of the customers, who then tell how
   * good it is (see {@link HoldOut}), then on all of them; that second one is kept.
   *
   * @param log what was bought, cut at the date the segments are to be true of
   * @param progress told of the stages {@code features}, each segmenter by its name, {@code
   *     combine}, {@code report}, {@code newcomers}, {@code hold-out} and {@code classifier}
   * @return the model
   * @throws InvalidDataException if nothing can be learnt from this log
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; nothing is
   *     left behind
   */
  public ClassifiedModel fit(Transactions log, Progress progress) {
    Stages stages = new Stages(progress);
    SegmentationRun<F> run = SegmentationRun.of(plan, log, stages);
    return ClassifierRun.fit(run, classifier, newcomers, stages);
  }

  /** The plan in words. */
  @Override
  public String toString() {
    return plan
        + "; newcomers by "
        + Plan.described(classifier)
        + " from "
        + Plan.described(newcomers);
  }
}
