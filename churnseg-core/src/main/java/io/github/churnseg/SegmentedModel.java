package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.CombinedSegments;
import io.github.churnseg.model.LabelRule;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The segments that a {@link Segmentation} has learnt, one model for each of its segmenters, and
 * the rule that makes one label of theirs. Immutable and safe to share between threads; holds no
 * customer.
 *
 * <p>Later customers are scored by what was learnt: the cut points, the scaler and the centres stay
 * as they are. Only the as-of moment is that of the log that is given, so recency is always true of
 * the day it is asked for.
 *
 * @param <I> what the customers are derived from, such as a purchase log
 * @param <F> the features the segments are made from
 */
public final class SegmentedModel<I, F extends CustomerFeatures> implements Model {

  private final FeatureExtractor<I, F> features;
  private final Map<String, SegmentModel<? super F>> models;
  private final LabelRule rule;
  private final SegmentedReport report;
  private final List<ReferenceColumn> reference;

  SegmentedModel(
      FeatureExtractor<I, F> features,
      Map<String, SegmentModel<? super F>> models,
      LabelRule rule,
      SegmentedReport report,
      List<ReferenceColumn> reference) {
    this.features = features;
    this.models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    this.rule = rule;
    this.report = report;
    this.reference = List.copyOf(reference);
  }

  /**
   * Loads a model that {@link #save} wrote.
   *
   * @param <I> what the customers are derived from
   * @param file the file
   * @param input what the model is to read, such as {@code Transactions.class}
   * @return the model
   * @throws io.github.churnseg.model.ModelFileException if the file is damaged, no such model,
   *     reads something else, or needs a module that is not on the class path; the message names
   *     the artifact to add
   * @throws IOException if the file cannot be read
   */
  @SuppressWarnings("unchecked")
  public static <I> SegmentedModel<I, ?> load(Path file, Class<I> input) throws IOException {
    SegmentedModel<?, ?> model = ModelFile.load(file, SegmentedModel.class);
    PartTypes.requireReads(file, model.features, input);
    return (SegmentedModel<I, ?>) model;
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
   * What the segments are made from.
   *
   * @return the extractor of the plan
   */
  public FeatureExtractor<I, F> features() {
    return features;
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
   * Puts the customers of an input into the segments of one segmenter, by what was learnt.
   *
   * @param name the segmenter's name in the plan
   * @param input a purchase log, say, cut at the date the segments are to be true of
   * @return a label for each customer
   */
  public Assignments assign(String name, I input) {
    return model(name).assign(features.extract(input));
  }

  /**
   * Gives the customers of an input their combined labels, by what was learnt.
   *
   * @param input a purchase log, say, cut at the date the labels are to be true of
   * @return a label for each customer
   */
  public Assignments assign(I input) {
    return combined(input).assignments();
  }

  /**
   * Gives the customers of an input their combined labels, and says what the combination is worth.
   *
   * @param input a purchase log, say, cut at the date the labels are to be true of
   * @return the labels, with warnings where they only repeat those of one segmenter
   */
  public CombinedSegments combined(I input) {
    F customers = features.extract(input);
    return rule.combine(assigned(customers).values().toArray(Assignments[]::new));
  }

  private Map<String, Assignments> assigned(F customers) {
    Map<String, Assignments> assigned = new LinkedHashMap<>();
    models.forEach((name, model) -> assigned.put(name, model.assign(customers)));
    return assigned;
  }

  /**
   * How far the customers of an input have moved from those the model was learnt from: the spread
   * of each feature, each score and each segmentation. The larger the shift, the less the segments
   * still mean what their report says.
   *
   * @param input a purchase log, say, cut at the date that is today; loaded and cut as the log of
   *     the fit was, since a window half as long has half the orders
   * @return the population stability index of each
   * @throws InvalidDataException if it has no customers
   */
  public DriftReport drift(I input) {
    F customers = features.extract(input);
    if (customers.size() == 0) {
      throw new InvalidDataException("there are no customers, so nothing can be said of drift");
    }
    Map<String, Assignments> assigned = assigned(customers);
    Assignments combined =
        rule.combine(assigned.values().toArray(Assignments[]::new)).assignments();
    return new DriftReport(observed(customers, models, assigned, combined).driftFrom(reference));
  }

  /** What is kept as a reference, and later held against it. */
  static <F extends CustomerFeatures> Observed observed(
      F customers,
      Map<String, SegmentModel<? super F>> models,
      Map<String, Assignments> assigned,
      Assignments combined) {
    Observed observed = new Observed().features("feature", customers);
    models.forEach(
        (name, model) ->
            model.scoreColumns(customers).ifPresent(scores -> observed.scores(name, scores)));
    assigned.forEach(observed::segments);
    return assigned.size() > 1 ? observed.segments("combined", combined) : observed;
  }

  List<ReferenceColumn> reference() {
    return reference;
  }

  /**
   * How the labels of one customer become one.
   *
   * @return the rule of the plan
   */
  public LabelRule rule() {
    return rule;
  }

  /**
   * What was read, what the segments amount to, how they differ, and what to be careful about.
   *
   * @return the report of the fit
   */
  public SegmentedReport report() {
    return report;
  }

  @Override
  public Provenance provenance() {
    return report.provenance();
  }

  /** The segmenters, and where the model comes from. */
  @Override
  public String toString() {
    return TextWrap.wrap("segments " + names() + ": " + provenance(), 2);
  }
}
