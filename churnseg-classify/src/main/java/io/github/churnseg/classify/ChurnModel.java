package io.github.churnseg.classify;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.Provenance;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What a {@link ChurnPlan} has learnt. Immutable and safe to share between threads. Saved with it
 * are the definition, the extractor, the classifier and the back-test; an extractor that is a
 * lambda cannot be saved.
 */
public final class ChurnModel implements Model {

  private final Churn definition;
  private final FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor;
  private final LocalDateTime learntAt;
  private final String examples;
  private final ClassifierModel classifier;
  private final ChurnEvaluation evaluation;

  ChurnModel(
      Churn definition,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      LocalDateTime learntAt,
      String examples,
      ClassifierModel classifier,
      ChurnEvaluation evaluation) {
    this.definition = definition;
    this.extractor = extractor;
    this.learntAt = learntAt;
    this.examples = examples;
    this.classifier = classifier;
    this.evaluation = evaluation;
  }

  /** That of the classifier, with the definition of churn before its settings. */
  @Override
  public Provenance provenance() {
    Provenance learnt = classifier.provenance();
    return learnt.withSettings(definition + "; " + learnt.settings());
  }

  Churn definition() {
    return definition;
  }

  FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor() {
    return extractor;
  }

  /** What was learnt from, in words. */
  String examples() {
    return examples;
  }

  /**
   * How well the same plan did at earlier cuts.
   *
   * @return the back-test
   */
  public ChurnEvaluation evaluation() {
    return evaluation;
  }

  /**
   * The model behind the risks, learnt from the latest cut whose outcome was known.
   *
   * @return a model of the classes {@link Churn#LEFT} and {@link Churn#STAYED}
   */
  public ClassifierModel classifier() {
    return classifier;
  }

  /**
   * The cut the model learnt from.
   *
   * @return a moment in the log's local time
   */
  public LocalDateTime learntAt() {
    return learntAt;
  }

  /**
   * The probability of each customer to buy nothing in the outcome window after the log's as-of
   * moment. Who has been silent for too long is gone and has no risk; see {@link Risks#gone()}.
   *
   * @param log what was bought, cut at the date that is to count as today
   * @return a risk for each customer who can still leave
   */
  public Risks risk(Transactions log) {
    AtRisk atRisk = AtRisk.of(definition, extractor, log, log.observedThrough());
    return new Risks(
        classifier.predict(atRisk.customers()),
        Optional.of(atRisk.spend()),
        atRisk.gone(),
        atRisk.withoutFeatures());
  }

  /** The definition, what was learnt from, and the back-test. */
  @Override
  public String toString() {
    return TextWrap.wrap("learnt from " + examples, 2)
        + TextWrap.wrap(classifier.toString(), 2)
        + evaluation;
  }
}
