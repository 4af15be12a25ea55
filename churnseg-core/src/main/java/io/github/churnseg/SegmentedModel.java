package io.github.churnseg;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import io.github.churnseg.model.Segmenter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments that a {@link Segmentation} has learnt, one model for each of its segmenters.
 * Immutable and safe to share between threads.
 *
 * @param <F> the features the segments are made from
 */
public final class SegmentedModel<F extends CustomerFeatures> {

  private final FeatureExtractor<Transactions, F> features;
  private final Map<String, SegmentModel<? super F>> models;

  private SegmentedModel(
      FeatureExtractor<Transactions, F> features, Map<String, SegmentModel<? super F>> models) {
    this.features = features;
    this.models = models;
  }

  static <F extends CustomerFeatures> SegmentedModel<F> fit(
      FeatureExtractor<Transactions, F> features,
      F customers,
      Map<String, Segmenter<? super F>> segmenters,
      Progress progress) {
    Map<String, SegmentModel<? super F>> models = new LinkedHashMap<>();
    segmenters.forEach(
        (name, segmenter) ->
            models.put(
                name, segmenter.fit(customers, (stage, done) -> progress.update(name, done))));
    return new SegmentedModel<>(features, models);
  }

  /**
   * The names of the segmenters.
   *
   * @return names in the order of the plan
   */
  public List<String> names() {
    return List.copyOf(models.keySet());
  }

  /**
   * The model of one segmenter.
   *
   * @param name its name in the plan
   * @return the model
   * @throws IllegalArgumentException if the plan has no such name; the message lists those it has
   */
  public SegmentModel<? super F> model(String name) {
    SegmentModel<? super F> model = models.get(name);
    if (model == null) {
      throw new IllegalArgumentException(
          "no segmenter is called '" + name + "'; this model has " + names());
    }
    return model;
  }

  /**
   * Puts the customers of a log into the segments of one segmenter, by what was learnt.
   *
   * @param name the segmenter's name in the plan
   * @param log what was bought, cut at the date the segments are to be true of
   * @return a label for each customer
   */
  public Assignments assign(String name, Transactions log) {
    return model(name).assign(features.extract(log));
  }

  /**
   * What the segments of all segmenters amount to.
   *
   * @return their reports by name; it prints them one after the other
   */
  public SegmentedReport report() {
    Map<String, SegmentReport> reports = new LinkedHashMap<>();
    models.forEach((name, model) -> reports.put(name, model.report()));
    return new SegmentedReport(reports);
  }
}
