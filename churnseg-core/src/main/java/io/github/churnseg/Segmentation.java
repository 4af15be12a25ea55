package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Segmenter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plan that turns a purchase log into segments: features, one or more ways to segment them, a
 * rule that makes one label of several, and perhaps a classifier that finds the label of newcomers.
 * Immutable; {@code fit} never changes it.
 *
 * <pre>{@code
 * var model = Segmentation.builder()
 *     .features(Rfm.withDefaults())
 *     .segmentBy("value", RfmSegments.quintiles())
 *     .segmentBy("behaviour", KMeans.k(4).seed(42))
 *     .combine(LabelRule.cross())                                     // the default
 *     .classifyWith(NeuralNetwork.layers(64, 32), FirstOrder.features("category", "city"))
 *     .build()
 *     .fit(log);
 * }</pre>
 *
 * <p>Each step offers only what can follow: a segmenter must be content with the features, nothing
 * is built without one, and only a plan with {@code classifyWith} gives a model that can predict.
 * Each part works by hand just as well; the plan adds one {@code fit}, one report and one file.
 *
 * @param <I> what the customers are derived from, such as a purchase log
 * @param <F> the features the segments are made from
 */
public final class Segmentation<I, F extends CustomerFeatures> {

  private final Plan<I, F> plan;

  private Segmentation(Plan<I, F> plan) {
    this.plan = plan;
  }

  /**
   * Starts a plan.
   *
   * @return the first step, which asks for the features
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Derives the features and learns the segments.
   *
   * @param input a purchase log, say
   * @return the segments
   */
  public SegmentedModel<I, F> fit(I input) {
    return fit(input, Progress.NONE);
  }

  /**
   * Derives the features, learns the segments, and tells how far it has come.
   *
   * @param input a purchase log, say, cut at the date the segments are to be true of
   * @param progress told of the stages {@code features}, each segmenter by its name, {@code
   *     combine} and {@code report}
   * @return the segments
   * @throws InvalidDataException if nothing can be learnt from it
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; nothing is
   *     left behind
   */
  public SegmentedModel<I, F> fit(I input, Progress progress) {
    return SegmentationRun.of(plan, input, new Stages(progress)).model();
  }

  /** The plan in words. */
  @Override
  public String toString() {
    return plan.toString();
  }

  /** The first step: which features. */
  public static final class Builder {

    private Builder() {}

    /**
     * Says what the segments are made from.
     *
     * @param <I> what the customers are derived from, such as a purchase log
     * @param <F> the features that come out
     * @param extractor derives one row a customer from a log
     * @return the next step, which asks for a segmenter
     */
    public <I, F extends CustomerFeatures> Features<I, F> features(
        FeatureExtractor<I, F> extractor) {
      return new Features<>(extractor);
    }
  }

  /**
   * The second step: at least one segmenter.
   *
   * @param <I> what the customers are derived from, such as a purchase log
   * @param <F> the features
   */
  public static final class Features<I, F extends CustomerFeatures> {

    private final FeatureExtractor<I, F> features;

    private Features(FeatureExtractor<I, F> features) {
      this.features = features;
    }

    /**
     * Adds a way to segment the customers.
     *
     * @param name what to call it in reports, such as {@code "value"}
     * @param segmenter one that these features suffice for
     * @return the next step, which may add more, or go on
     * @throws IllegalArgumentException if the name is blank or that of another stage
     */
    public Segments<I, F> segmentBy(String name, Segmenter<? super F> segmenter) {
      return new Segments<>(new Plan<>(features, Map.of(), LabelRule.cross()))
          .segmentBy(name, segmenter);
    }
  }

  /**
   * The third step: more segmenters, the rule that combines them, a classifier, or the plan.
   *
   * @param <I> what the customers are derived from, such as a purchase log
   * @param <F> the features
   */
  public static final class Segments<I, F extends CustomerFeatures> {

    private final Plan<I, F> plan;

    private Segments(Plan<I, F> plan) {
      this.plan = plan;
    }

    /**
     * Adds a way to segment the customers.
     *
     * @param name what to call it in reports; not yet used in this plan
     * @param segmenter one that these features suffice for
     * @return a new step
     * @throws IllegalArgumentException if the name is blank, used before or that of another stage
     */
    public Segments<I, F> segmentBy(String name, Segmenter<? super F> segmenter) {
      plan.checkName(name);
      Map<String, Segmenter<? super F>> more = new LinkedHashMap<>(plan.segmenters());
      more.put(name, segmenter);
      return new Segments<>(new Plan<>(plan.features(), more, plan.rule()));
    }

    /**
     * Says how the labels of one customer become one; {@link LabelRule#cross()} unless said,
     * because it loses nothing. Many small segments are hard to learn: give a rule that makes few
     * where a classifier follows.
     *
     * @param rule gets the labels in the order of the segmenters
     * @return the next step
     */
    public Combined<I, F> combine(LabelRule rule) {
      return new Combined<>(new Plan<>(plan.features(), plan.segmenters(), rule));
    }

    /**
     * Adds a classifier of newcomers; see {@link Combined#classifyWith}.
     *
     * @param classifier learns the combined label
     * @param newcomerFeatures what is known of a newcomer
     * @return the last step
     */
    public Classified<I, F> classifyWith(
        Classifier classifier,
        FeatureExtractor<? super I, ? extends CustomerFeatures> newcomerFeatures) {
      return combine(plan.rule()).classifyWith(classifier, newcomerFeatures);
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     * @throws IllegalArgumentException if two of its parts cannot stand together
     */
    public Segmentation<I, F> build() {
      return combine(plan.rule()).build();
    }
  }

  /**
   * The fourth step: a classifier, or the plan.
   *
   * @param <I> what the customers are derived from, such as a purchase log
   * @param <F> the features
   */
  public static final class Combined<I, F extends CustomerFeatures> {

    private final Plan<I, F> plan;

    private Combined(Plan<I, F> plan) {
      this.plan = plan;
    }

    /**
     * Adds a classifier that finds the combined label of newcomers from what is known of them
     * early. It learns from the customers that {@link FeatureExtractor#extractForTraining} gives,
     * whose label the whole history has shown.
     *
     * @param classifier learns the combined label
     * @param newcomerFeatures what is known of a newcomer, such as the first order
     * @return the last step
     */
    public Classified<I, F> classifyWith(
        Classifier classifier,
        FeatureExtractor<? super I, ? extends CustomerFeatures> newcomerFeatures) {
      return new Classified<>(plan, classifier, newcomerFeatures);
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     * @throws IllegalArgumentException if two of its parts cannot stand together
     */
    public Segmentation<I, F> build() {
      return new Segmentation<>(plan.checked());
    }
  }

  /**
   * The last step: the plan with its classifier.
   *
   * @param <I> what the customers are derived from, such as a purchase log
   * @param <F> the features
   */
  public static final class Classified<I, F extends CustomerFeatures> {

    private final Plan<I, F> plan;
    private final Classifier classifier;
    private final FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers;

    private Classified(
        Plan<I, F> plan,
        Classifier classifier,
        FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers) {
      this.plan = plan;
      this.classifier = classifier;
      this.newcomers = newcomers;
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     * @throws IllegalArgumentException if two of its parts cannot stand together
     */
    public ClassifiedSegmentation<I, F> build() {
      return new ClassifiedSegmentation<>(plan.checked(), classifier, newcomers);
    }
  }
}
