package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Classifier;

/**
 * A {@link Segmentation} with a classifier that finds the segment of newcomers. Immutable; {@code
 * fit} never changes it.
 *
 * @param <I> what the customers are derived from, such as a purchase log
 * @param <F> the features the segments are made from
 */
public final class ClassifiedSegmentation<I, F extends CustomerFeatures> {

  private final Plan<I, F> plan;
  private final Classifier classifier;
  private final FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers;

  ClassifiedSegmentation(
      Plan<I, F> plan,
      Classifier classifier,
      FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers) {
    this.plan = plan;
    this.classifier = classifier;
    this.newcomers = newcomers;
  }

  /**
   * Learns the segments and the classifier.
   *
   * @param input a purchase log, say
   * @return the model
   */
  public ClassifiedModel<I> fit(I input) {
    return fit(input, Progress.NONE);
  }

  /**
   * Learns the segments and the classifier, and tells how far it has come.
   *
   * <p>The classifier is fitted twice: first without a fifth of the customers, who then tell how
   * good it is (see {@link HoldOut}), then on all of them; that second one is kept.
   *
   * @param input a purchase log, say, cut at the date the segments are to be true of
   * @param progress told of the stages {@code features}, each segmenter by its name, {@code
   *     combine}, {@code report}, {@code newcomers}, {@code hold-out} and {@code classifier}
   * @return the model
   * @throws InvalidDataException if nothing can be learnt from it
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; nothing is
   *     left behind
   */
  public ClassifiedModel<I> fit(I input, Progress progress) {
    Stages stages = new Stages(progress);
    SegmentationRun<I, F> run = SegmentationRun.of(plan, input, stages);
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
