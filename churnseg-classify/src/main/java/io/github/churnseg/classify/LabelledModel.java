package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link LabelledPlan} has learnt. Immutable and safe to share between threads. To keep it
 * in a file, save its {@link #classifier()}.
 */
public final class LabelledModel {

  private final ClassifierModel classifier;
  private final CrossValidated evaluation;

  /** By falling AUC. */
  private final List<FeatureAuc> features;

  LabelledModel(ClassifierModel classifier, CrossValidated evaluation, List<FeatureAuc> features) {
    this.classifier = classifier;
    this.evaluation = evaluation;
    this.features = features;
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

  /**
   * What each column tells alone, by the customers the model learnt from.
   *
   * @return the best first
   */
  public List<FeatureAuc> features() {
    return features;
  }

  /** The model, its figures, and what its best single feature tells alone. */
  @Override
  public String toString() {
    String single =
        features.stream()
            .findFirst()
            .map(
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
