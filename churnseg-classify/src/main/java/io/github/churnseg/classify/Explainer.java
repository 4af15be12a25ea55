package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Says in words why a model gives a customer its probability, and what would change it. Immutable:
 * each wither returns a new plan.
 *
 * <pre>{@code
 * var why = Explainer.of(model, training).threshold(0.5)
 *     .actionable("minutes").actionable(Actionable.column("promo share").onlyDown());
 * System.out.println(why.explain(customers, "215348"));
 * }</pre>
 *
 * <p>Reasons are SHAP values on the probability, so that effects are percentage points; see {@link
 * Shap} for their cost. Changes are searched along each actionable column by itself, from the
 * customer's value outwards, through values that background customers have (after Wachter,
 * Mittelstadt, Russell 2017, doi:10.2139/ssrn.3063289); where the threshold is crossed between two
 * of them, the crossing is narrowed down to the precision of the data.
 */
public final class Explainer {

  private static final int PERMUTATIONS = 20;

  private final ClassifierModel model;
  private final CustomerFeatures background;
  private final List<Actionable> actionable;
  private final double threshold;
  private final int reasons;
  private final Optional<String> className;

  private Explainer(
      ClassifierModel model,
      CustomerFeatures background,
      List<Actionable> actionable,
      double threshold,
      int reasons,
      Optional<String> className) {
    this.model = model;
    this.background = background;
    this.actionable = actionable;
    this.threshold = threshold;
    this.reasons = reasons;
    this.className = className;
  }

  /**
   * A plan that gives three reasons each way, has the threshold 0.5, and knows of no column that
   * can be changed.
   *
   * @param model the fitted model
   * @param background whom to compare with, usually the training customers; at least one
   * @return the plan
   */
  public static Explainer of(ClassifierModel model, CustomerFeatures background) {
    if (background.size() == 0) {
      throw new InvalidDataException("no background customers to compare with; give at least one");
    }
    return new Explainer(model, background, List.of(), 0.5, 3, Optional.empty());
  }

  /**
   * Adds columns that the business can change, up and down.
   *
   * @param columns some of those the model was fitted on
   * @return a new plan
   */
  public Explainer actionable(String... columns) {
    return actionable(Arrays.stream(columns).map(Actionable::column).toArray(Actionable[]::new));
  }

  /**
   * Adds columns that the business can change, with their directions and limits.
   *
   * @param columns some of those the model was fitted on
   * @return a new plan
   * @throws IllegalArgumentException if the model was not fitted on one of them, or one is named
   *     twice
   */
  public Explainer actionable(Actionable... columns) {
    List<Actionable> all = new ArrayList<>(actionable);
    EncodedColumns known = EncodedColumns.of(model.preprocessing());
    for (Actionable one : columns) {
      known.requireIndex(one.name());
      if (all.stream().anyMatch(other -> other.name().equals(one.name()))) {
        throw new IllegalArgumentException(
            "column '" + one.name() + "' is actionable twice; name it once");
      }
      all.add(one);
    }
    return new Explainer(model, background, List.copyOf(all), threshold, reasons, className);
  }

  /**
   * Sets the probability from which on a customer counts as of the class; 0.5 unless set.
   *
   * @param probability above 0, below 1
   * @return a new plan
   */
  public Explainer threshold(double probability) {
    if (!(probability > 0 && probability < 1)) {
      throw new IllegalArgumentException(
          "threshold=" + probability + "; choose a probability above 0 and below 1");
    }
    return new Explainer(model, background, actionable, probability, reasons, className);
  }

  /**
   * Sets how many reasons are given for, and how many against; 3 unless set.
   *
   * @param most at least 1
   * @return a new plan
   */
  public Explainer reasons(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("reasons=" + most + "; choose 1 or more");
    }
    return new Explainer(model, background, actionable, threshold, most, className);
  }

  /**
   * Sets the class that is explained; the positive one unless set.
   *
   * @param name one of the model's classes
   * @return a new plan
   */
  public Explainer forClass(String name) {
    return new Explainer(model, background, actionable, threshold, reasons, Optional.of(name));
  }

  /**
   * Explains one customer.
   *
   * @param customers where the customer is, with the columns the model was fitted on
   * @param id the customer
   * @return reasons and changes
   * @throws InvalidDataException if there is no such customer
   */
  public Explanation explain(CustomerFeatures customers, String id) {
    int row =
        customers
            .rowOf(id)
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "no customer '" + id + "' among these " + customers.size()));
    return explain(customers.select(row)).get(0);
  }

  /**
   * Explains customers; for many at once this saves encoding the background each time.
   *
   * @param customers with the columns the model was fitted on
   * @return an explanation for each, in the same order
   */
  public List<Explanation> explain(CustomerFeatures customers) {
    String name = Shap.className(model, className);
    ShapValues shap =
        Shap.against(background)
            .onProbabilities()
            .permutations(PERMUTATIONS)
            .forClass(name)
            .explain(model, customers);
    ChangeSearch search =
        new ChangeSearch(model, customers, background, actionable, name, threshold);
    List<Reasons> known = Reasons.of(shap, customers, background);
    List<Explanation> all = new ArrayList<>();
    for (int row = 0; row < customers.size(); row++) {
      all.add(
          new Explanation(
              customers.id(row),
              name,
              shap.output(row),
              shap.base(),
              threshold,
              known.get(row).first(reasons, 1),
              known.get(row).first(reasons, -1),
              actionable.stream().map(Actionable::toString).toList(),
              search.changes(row)));
    }
    return List.copyOf(all);
  }

  /** The model's classes, the threshold and what can be changed. */
  @Override
  public String toString() {
    return "Explainer of "
        + model.classes()
        + ", threshold "
        + threshold
        + ", actionable "
        + actionable;
  }
}
