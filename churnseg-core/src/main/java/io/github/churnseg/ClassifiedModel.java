package io.github.churnseg;

import io.github.churnseg.data.Transactions;
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
 * ClassifiedModel served =
 *     ClassifiedModel.load(Path.of("segments.churnseg"), Transactions.class);
 * Table labelled = served.predict(newCustomers.asOf(today)).toTable();
 * }</pre>
 */
public final class ClassifiedModel implements Model {

  private final SegmentedModel<?> segments;
  private final FeatureExtractor<Transactions, ? extends CustomerFeatures> newcomers;
  private final ClassifierModel classifier;
  private final SegmentedReport report;
  private final List<ReferenceColumn> reference;

  ClassifiedModel(
      SegmentedModel<?> segments,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> newcomers,
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
   * @param file the file
   * @param input what the model is to read; chains read purchase logs
   * @return the model
   * @throws io.github.churnseg.model.ModelFileException if the file is damaged, no such model, or
   *     needs a module that is not on the class path; the message names the artifact to add
   * @throws IOException if the file cannot be read
   */
  public static ClassifiedModel load(Path file, Class<Transactions> input) throws IOException {
    return ModelFile.load(file, ClassifiedModel.class);
  }

  /**
   * Finds the segments of newcomers from what their first orders tell.
   *
   * @param log what the newcomers bought, cut at the date that is today
   * @return a probability for each newcomer and segment
   * @throws InvalidDataException if the log lacks an attribute that the model needs
   */
  public Predictions predict(Transactions log) {
    return classifier.predict(newcomers.extract(log));
  }

  /**
   * Puts the customers of a log into the segments of one segmenter, by what was learnt; for
   * customers with a history.
   *
   * @param name the segmenter's name in the plan
   * @param log what was bought, cut at the date the segments are to be true of
   * @return a label for each customer
   * @throws IllegalArgumentException if the plan has no such name; the message lists those it has
   */
  public Assignments assign(String name, Transactions log) {
    return segments.assign(name, log);
  }

  /**
   * Gives the customers of a log their combined labels, by what was learnt; for customers with a
   * history.
   *
   * @param log what was bought, cut at the date the labels are to be true of
   * @return a label for each customer
   */
  public Assignments assign(Transactions log) {
    return segments.assign(log);
  }

  /**
   * Gives the customers of a log their combined labels, and says what the combination is worth.
   *
   * @param log what was bought, cut at the date the labels are to be true of
   * @return the labels, with warnings
   */
  public CombinedSegments combined(Transactions log) {
    return segments.combined(log);
  }

  /**
   * How far the customers of a log have moved from those the model was learnt from: as {@link
   * SegmentedModel#drift}, and what is known of newcomers and the segments they are predicted.
   *
   * @param log what was bought, cut at the date that is today; loaded and cut as the log of the fit
   *     was
   * @return the population stability index of each
   * @throws InvalidDataException if the log has no buyers
   */
  public DriftReport drift(Transactions log) {
    List<DriftReport.Row> rows = new ArrayList<>(segments.drift(log).rows());
    CustomerFeatures known = newcomers.extract(log);
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
  public SegmentedModel<?> segments() {
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
  public FeatureExtractor<Transactions, ? extends CustomerFeatures> newcomers() {
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
