package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.Locale;
import java.util.Optional;

/** What a {@link LabelledPlan} has learnt. Immutable and safe to share between threads. */
public final class LabelledModel {

  private final ClassifierModel classifier;
  private final CrossValidated evaluation;
  private final Optional<SingleFeature> best;

  LabelledModel(
      ClassifierModel classifier, CrossValidated evaluation, Optional<SingleFeature> best) {
    this.classifier = classifier;
    this.evaluation = evaluation;
    this.best = best;
  }

  /**
   * How well the plan did on customers it had not learnt from.
   *
   * @return figures by fold
   */
  public CrossValidated evaluation() {
    return evaluation;
  }

  /**
   * The risks of the customers the model learnt from, each by models that did not learn from it.
   *
   * @return what to act on for these customers; those of {@link #risk} would flatter
   */
  public Risks outOfFold() {
    return Risks.of(evaluation.outOfFold());
  }

  /**
   * The risks of other customers.
   *
   * @param customers whom the model did not learn from
   * @return a risk for each
   */
  public Risks risk(CustomerFeatures customers) {
    return Risks.of(classifier.predict(customers));
  }

  /**
   * The model behind the risks, learnt from all customers.
   *
   * @return the model
   */
  public ClassifierModel classifier() {
    return classifier;
  }

  /** The model, its figures, and what its best single feature tells alone. */
  @Override
  public String toString() {
    String single =
        best.map(
                one ->
                    String.format(
                        Locale.ROOT,
                        "best single feature: %s, AUC %.3f on the training rows\n",
                        one.column(),
                        one.auc()))
            .orElse("");
    return classifier + "\n" + evaluation + single;
  }
}
