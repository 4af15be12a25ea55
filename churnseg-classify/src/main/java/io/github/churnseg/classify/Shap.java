package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.ClassifierModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How each column moves each customer's prediction away from the mean: Shapley values of the game
 * in which columns join one after the other, and those that have not joined have the values of
 * background customers (Lundberg, Lee 2017, arXiv:1705.07874). Immutable: each wither returns a new
 * plan.
 *
 * <pre>{@code
 * ShapValues shap = Shap.against(training).explain(model, customers);
 * shap.summary()                    // mean |SHAP| and direction of each column
 * shap.value(0, "minutes")          // of the first customer
 * }</pre>
 *
 * <p>Players are the customers' columns: the zeros and ones of a category move together. So the
 * values are those of the original columns, and for a linear model the sum of the parts.
 *
 * <ul>
 *   <li>Linear models: exact, on the log-odds, against the mean of all background customers.
 *   <li>Trees: exact, by the interventional TreeSHAP of Lundberg et al. 2020,
 *       doi:10.1038/s42256-019-0138-9; decision trees and forests on the probability, boosting on
 *       the log-odds. Costs trees × background rows × nodes that both reach, a customer.
 *   <li>All others, and models of more than two classes that are no forests, on the probability:
 *       exact over all subsets where at most ten columns are read; else the mean over random orders
 *       and their reverses (Štrumbelj, Kononenko 2014, doi:10.1007/s10115-013-0679-x), whose error
 *       falls with the root of {@link #permutations}. Costs permutations × columns × background
 *       rows predictions, a customer.
 * </ul>
 *
 * <p>Base and values of a customer always add up to its output; that is checked, see {@link
 * ShapValues#additivityGap}. Neither the number of threads nor the order of rows or columns changes
 * the result. What moves a prediction need not move the customer: these are no causes.
 */
public final class Shap {

  private final CustomerFeatures background;
  private final Settings settings;

  private Shap(CustomerFeatures background, Settings settings) {
    this.background = background;
    this.settings = settings;
  }

  /**
   * A plan that compares with these customers, 100 of them drawn with seed 0 but for linear models,
   * in 10 permutations where orders are drawn, for the positive class.
   *
   * @param background usually the training customers; at least one
   * @return the plan
   * @throws InvalidDataException if there is no customer
   */
  public static Shap against(CustomerFeatures background) {
    if (background.size() == 0) {
      throw new InvalidDataException("no background customers to compare with; give at least one");
    }
    return new Shap(background, new Settings(100, 10, 0, Optional.empty(), false));
  }

  /**
   * Sets how many background customers are drawn, if there are more; 100 unless set. Linear models
   * are compared with all of them whatever is set.
   *
   * @param most at least 1
   * @return a new plan
   */
  public Shap backgroundRows(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("backgroundRows=" + most + "; choose 1 or more");
    }
    return new Shap(background, settings.withBackgroundRows(most));
  }

  /**
   * Sets in how many orders columns join, where orders are drawn; 10 unless set.
   *
   * @param orders an even number, as each is walked forwards and backwards
   * @return a new plan
   */
  public Shap permutations(int orders) {
    if (orders < 2 || orders % 2 != 0) {
      throw new IllegalArgumentException(
          "permutations=" + orders + "; choose an even number, 2 or more");
    }
    return new Shap(background, settings.withPermutations(orders));
  }

  /**
   * Sets the seed of all draws; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public Shap seed(long seed) {
    return new Shap(background, settings.withSeed(seed));
  }

  /**
   * Sets the class whose probability is explained; the positive one unless set.
   *
   * @param name one of the model's classes
   * @return a new plan
   */
  public Shap forClass(String name) {
    return new Shap(background, settings.withClass(name));
  }

  /**
   * Explains the probability whatever the model, so that effects are percentage points. Models that
   * are exact on the log-odds only are then explained over subsets or orders, as all others are.
   *
   * @return a new plan
   */
  public Shap onProbabilities() {
    return new Shap(background, settings.withProbabilities());
  }

  /**
   * Explains predictions.
   *
   * @param model the fitted model
   * @param customers whose predictions
   * @return a value for each customer and column
   * @throws InvalidDataException if a column the model needs is missing; the message names it
   * @throws IllegalArgumentException if no class was named, or it is none of the model's
   */
  public ShapValues explain(ClassifierModel model, CustomerFeatures customers) {
    return explain(model, customers, Progress.NONE);
  }

  /**
   * Explains predictions and tells how far it has come.
   *
   * @param model the fitted model
   * @param customers whose predictions
   * @param progress told of the stage {@code explanation}
   * @return a value for each customer and column
   * @throws InvalidDataException if a column the model needs is missing; the message names it
   * @throws IllegalArgumentException if no class was named, or it is none of the model's
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public ShapValues explain(ClassifierModel model, CustomerFeatures customers, Progress progress) {
    String name = className(model, settings.className);
    ShapMethod method = ShapMethod.of(model, model.classes().indexOf(name), background, settings);
    double[] rows = model.preprocessing().encode(customers);
    List<double[]> effects =
        Parallel.map(customers.size(), "explanation", progress, row -> method.effects(rows, row));
    double[] outputs =
        IntStream.range(0, customers.size()).mapToDouble(row -> method.output(rows, row)).toArray();
    return ShapValues.of(customers, method, name, effects, outputs);
  }

  static String className(ClassifierModel model, Optional<String> asked) {
    String name =
        asked
            .or(model::positiveClass)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no class was named as the positive one; say which of "
                            + model.classes()
                            + " with target(column, positive) or forClass(…)"));
    if (!model.classes().contains(name)) {
      throw new IllegalArgumentException("no class '" + name + "'; there are " + model.classes());
    }
    return name;
  }

  /** Background customers, draws and seed. */
  @Override
  public String toString() {
    return "Shap.against(%d customers).backgroundRows(%d).permutations(%d).seed(%d)"
        .formatted(
            background.size(), settings.backgroundRows, settings.permutations, settings.seed);
  }

  /** What can be set. */
  record Settings(
      int backgroundRows,
      int permutations,
      long seed,
      Optional<String> className,
      boolean probabilities) {

    Settings withBackgroundRows(int most) {
      return new Settings(most, permutations, seed, className, probabilities);
    }

    Settings withPermutations(int orders) {
      return new Settings(backgroundRows, orders, seed, className, probabilities);
    }

    Settings withSeed(long newSeed) {
      return new Settings(backgroundRows, permutations, newSeed, className, probabilities);
    }

    Settings withClass(String name) {
      return new Settings(backgroundRows, permutations, seed, Optional.of(name), probabilities);
    }

    Settings withProbabilities() {
      return new Settings(backgroundRows, permutations, seed, className, true);
    }
  }
}
