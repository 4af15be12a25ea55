package io.github.churnseg;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.CombinedSegments;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.ModelFile;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The segments that a {@link ClassifiedSegmentation} has learnt, and a classifier that finds the
 * combined label of newcomers. Immutable and safe to share between threads; holds no customer.
 *
 * <pre>{@code
 * var served = ClassifiedModel.load(Path.of("segments.churnseg"), Transactions.class);
 * Table labelled = served.predict(newCustomers.asOf(today)).toTable();
 * }</pre>
 *
 * @param <I> what the customers are derived from, such as a purchase log
 */
public final class ClassifiedModel<I> implements Model {

  private final SegmentedModel<I, ?> segments;
  private final FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers;
  private final ClassifierModel classifier;
  private final SegmentedReport report;
  private final List<ReferenceColumn> reference;

  ClassifiedModel(
      SegmentedModel<I, ?> segments,
      FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers,
      ClassifierModel classifier,
      SegmentedReport report,
      List<ReferenceColumn> reference) {
    this.segments = segments;
    this.newcomers = newcomers;
    this.classifier = classifier;
    this.report = report;
    this.reference = List.copyOf(reference);
  }

  /**
   * Loads a model that {@link #save} wrote. Neither this nor predicting needs the library that
   * trained it.
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
  public static <I> ClassifiedModel<I> load(Path file, Class<I> input) throws IOException {
    ClassifiedModel<?> model = ModelFile.load(file, ClassifiedModel.class);
    PartTypes.requireReads(file, model.segments.features(), input);
    return (ClassifiedModel<I>) model;
  }

  /**
   * Finds the segments of newcomers from what their first orders tell.
   *
   * @param input what the newcomers bought, say, cut at the date that is today
   * @return a probability for each newcomer and segment
   * @throws InvalidDataException if the input lacks something that the model needs
   */
  public Predictions predict(I input) {
    return classifier.predict(newcomers.extract(input));
  }

  /**
   * Puts the customers of an input into the segments of one segmenter, by what was learnt; for
   * customers with a history.
   *
   * @param name the segmenter's name in the plan
   * @param input a purchase log, say, cut at the date the segments are to be true of
   * @return a label for each customer
   * @throws IllegalArgumentException if the plan has no such name; the message lists those it has
   */
  public Assignments assign(String name, I input) {
    return segments.assign(name, input);
  }

  /**
   * Gives the customers of an input their combined labels, by what was learnt; for customers with a
   * history.
   *
   * @param input a purchase log, say, cut at the date the labels are to be true of
   * @return a label for each customer
   */
  public Assignments assign(I input) {
    return segments.assign(input);
  }

  /**
   * Gives the customers of an input their combined labels, and says what the combination is worth.
   *
   * @param input a purchase log, say, cut at the date the labels are to be true of
   * @return the labels, with warnings
   */
  public CombinedSegments combined(I input) {
    return segments.combined(input);
  }

  /**
   * How far the customers of an input have moved from those the model was learnt from: as {@link
   * SegmentedModel#drift}, and what is known of newcomers and the segments they are predicted.
   *
   * @param input a purchase log, say, cut at the date that is today; loaded and cut as the log of
   *     the fit was
   * @return the population stability index of each
   * @throws InvalidDataException if it has no customers
   */
  public DriftReport drift(I input) {
    List<DriftReport.Row> rows = new ArrayList<>(segments.drift(input).rows());
    CustomerFeatures known = newcomers.extract(input);
    rows.addAll(observed(known, classifier.predict(known)).driftFrom(reference));
    return new DriftReport(rows);
  }

  /** What is kept as a reference, and later held against it. */
  static Observed observed(CustomerFeatures known, Predictions guesses) {
    return new Observed().features("newcomer", known).segments("predicted", guesses);
  }

  List<ReferenceColumn> reference() {
    return reference;
  }

  /**
   * The names of the segmenters.
   *
   * @return names in the order of the plan
   */
  public List<String> names() {
    return segments.names();
  }

  /**
   * The segments without the classifier.
   *
   * @return a model of its own
   */
  public SegmentedModel<I, ?> segments() {
    return segments;
  }

  /**
   * The classifier without the segments.
   *
   * @return a model of its own
   */
  public ClassifierModel classifier() {
    return classifier;
  }

  /**
   * What is known of a newcomer.
   *
   * @return the extractor of the plan
   */
  public FeatureExtractor<? super I, ? extends CustomerFeatures> newcomers() {
    return newcomers;
  }

  /**
   * What was read, what the segments amount to, how well newcomers are told apart, and what to be
   * careful about.
   *
   * @return the report of the fit
   */
  public SegmentedReport report() {
    return report;
  }

  @Override
  public Provenance provenance() {
    return segments.provenance();
  }

  /** The segmenters, the classes, and where the model comes from. */
  @Override
  public String toString() {
    return TextWrap.wrap(
        "segments " + names() + ", newcomers' " + classifier.classes() + ": " + provenance(), 2);
  }
}
