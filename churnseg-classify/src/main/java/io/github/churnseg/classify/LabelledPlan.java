package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * A plan to learn who is of a class that a column of the customers says, where there is no log to
 * read it from; see {@link Churn#asLabelled()}. Immutable.
 *
 * <pre>{@code
 * LabelledModel model = Churn.asLabelled()
 *     .classifyWith(Calibrated.platt(SupportVectors.rbf()))
 *     .measuredBy(CrossValidation.folds(5).repeats(5)).fit(customers);
 * Risks risks = model.outOfFold();
 * }</pre>
 *
 * <p>Without dates there is no time to split by: the figures come from stratified folds, and so do
 * the risks of the customers it learnt from.
 */
public final class LabelledPlan {

  private final Classifier classifier;
  private final CrossValidation folds;

  private LabelledPlan(Classifier classifier, CrossValidation folds) {
    this.classifier = classifier;
    this.folds = folds;
  }

  static LabelledPlan of(Classifier classifier) {
    return new LabelledPlan(classifier, CrossValidation.folds(5));
  }

  /**
   * Sets how the figures and the risks of the training customers are come by; five folds, dealt
   * once, unless set.
   *
   * @param plan the folds
   * @return a new plan
   */
  public LabelledPlan measuredBy(CrossValidation plan) {
    return new LabelledPlan(classifier, plan);
  }

  /**
   * Measures the plan out of fold, and learns from all customers.
   *
   * @param customers with labels and a positive class: {@code target(column, positive)}
   * @return the model
   * @throws InvalidDataException if they have no labels or no positive class, or one feature alone
   *     tells the class, which says that it knows the outcome
   */
  public LabelledModel fit(CustomerFeatures customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Measures the plan out of fold, learns from all customers, and tells how far it has come.
   *
   * @param customers with labels and a positive class: {@code target(column, positive)}
   * @param progress told of the stages {@code cross-validation} and {@code training}
   * @return the model
   * @throws InvalidDataException if they have no labels or no positive class, or one feature alone
   *     tells the class, which says that it knows the outcome
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public LabelledModel fit(CustomerFeatures customers, Progress progress) {
    Labels labels =
        customers
            .labels()
            .filter(known -> known.positive().isPresent())
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "these customers have no positive class; name column and class with"
                            + " target(column, positive)"));
    LeakGuard.check(customers, labels);
    CrossValidated measured = folds.evaluate(classifier, customers, labels, progress);
    Interruption.check("training");
    ClassifierModel model =
        classifier.fit(customers, labels, (stage, done) -> progress.update("training", done));
    return new LabelledModel(model, measured, SingleFeatures.of(customers, labels));
  }

  /** Classifier and folds. */
  @Override
  public String toString() {
    return classifier + ", measured by " + folds;
  }
}
