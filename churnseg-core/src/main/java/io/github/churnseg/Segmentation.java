package io.github.churnseg;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Segmenter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A plan that turns a purchase log into segments: features, then one or more ways to segment them.
 * Immutable; {@code fit} never changes it.
 *
 * <pre>{@code
 * var model = Segmentation.builder()
 *     .features(Rfm.withDefaults())
 *     .segmentBy("value", RfmSegments.quintiles())
 *     .build()
 *     .fit(log);
 * }</pre>
 *
 * @param <F> the features the segments are made from
 */
public final class Segmentation<F extends CustomerFeatures> {

  private final FeatureExtractor<Transactions, F> features;
  private final Map<String, Segmenter<? super F>> segmenters;

  private Segmentation(
      FeatureExtractor<Transactions, F> features, Map<String, Segmenter<? super F>> segmenters) {
    this.features = features;
    this.segmenters = segmenters;
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
   * @param log what was bought
   * @return the segments
   */
  public SegmentedModel<F> fit(Transactions log) {
    return fit(log, Progress.NONE);
  }

  /**
   * Derives the features, learns the segments, and tells how far it has come.
   *
   * @param log what was bought
   * @param progress told of the stage {@code features} and of each segmenter by its name
   * @return the segments
   */
  public SegmentedModel<F> fit(Transactions log, Progress progress) {
    progress.update("features", 0);
    F customers = features.extract(log);
    progress.update("features", 1);
    return SegmentedModel.fit(features, customers, segmenters, progress);
  }

  /** The first step: which features. */
  public static final class Builder {

    private Builder() {}

    /**
     * Says what the segments are made from.
     *
     * @param <F> the features that come out
     * @param extractor derives one row a customer from a log
     * @return the next step, which asks for a segmenter
     */
    public <F extends CustomerFeatures> Features<F> features(
        FeatureExtractor<Transactions, F> extractor) {
      return new Features<>(extractor);
    }
  }

  /**
   * The second step: at least one segmenter.
   *
   * @param <F> the features
   */
  public static final class Features<F extends CustomerFeatures> {

    private final FeatureExtractor<Transactions, F> features;

    private Features(FeatureExtractor<Transactions, F> features) {
      this.features = features;
    }

    /**
     * Adds a way to segment the customers.
     *
     * @param name what to call it in reports, such as {@code "value"}
     * @param segmenter one that these features suffice for
     * @return the next step, which may add more or build
     */
    public Segments<F> segmentBy(String name, Segmenter<? super F> segmenter) {
      return new Segments<>(features, Map.of()).segmentBy(name, segmenter);
    }
  }

  /**
   * The third step: more segmenters, or the plan.
   *
   * @param <F> the features
   */
  public static final class Segments<F extends CustomerFeatures> {

    private final FeatureExtractor<Transactions, F> features;
    private final Map<String, Segmenter<? super F>> segmenters;

    private Segments(
        FeatureExtractor<Transactions, F> features, Map<String, Segmenter<? super F>> segmenters) {
      this.features = features;
      this.segmenters = segmenters;
    }

    /**
     * Adds a way to segment the customers.
     *
     * @param name what to call it in reports; not yet used in this plan
     * @param segmenter one that these features suffice for
     * @return a new step
     */
    public Segments<F> segmentBy(String name, Segmenter<? super F> segmenter) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a segmenter needs a name, seen a blank one");
      }
      if (segmenters.containsKey(name)) {
        throw new IllegalArgumentException(
            "two segmenters are called '" + name + "'; give the second another name");
      }
      Map<String, Segmenter<? super F>> more = new LinkedHashMap<>(segmenters);
      more.put(name, segmenter);
      return new Segments<>(features, more);
    }

    /**
     * Makes the plan.
     *
     * @return the plan
     */
    public Segmentation<F> build() {
      return new Segmentation<>(features, segmenters);
    }
  }
}
