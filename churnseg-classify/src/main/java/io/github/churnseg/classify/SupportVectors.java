package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;

/**
 * A support vector machine: the widest gap between classes in the space of a kernel; more than two
 * classes are each set against the rest. Fitted by LIBSVM through Tribuo (Chang, Lin 2011,
 * doi:10.1145/1961189.1961199), scored here. Immutable: each wither returns a new plan.
 *
 * <pre>{@code
 * ClassifierModel model = SupportVectors.rbf().cost(2).fit(customers);
 * }</pre>
 *
 * <p>Its distances become probabilities by a curve (Platt) that is fitted on rows the machine did
 * not see, in five folds; so probabilities do not pile up where the support vectors are. Fitting
 * takes about rows² × columns steps and six machines; from some ten thousand rows on use another
 * classifier.
 */
public final class SupportVectors implements Classifier {

  private final Kernel kernel;
  private final double cost;
  private final long seed;
  private final ClassWeights classWeights;
  private final Preprocessing preprocessing;

  private SupportVectors(
      Kernel kernel,
      double cost,
      long seed,
      ClassWeights classWeights,
      Preprocessing preprocessing) {
    this.kernel = kernel;
    this.cost = cost;
    this.seed = seed;
    this.classWeights = classWeights;
    this.preprocessing = preprocessing;
  }

  private static SupportVectors of(Kernel kernel) {
    return new SupportVectors(kernel, 1, 0, ClassWeights.none(), Preprocessing.withDefaults());
  }

  /**
   * A plan with the kernel exp(-gamma d²), d being the distance of two rows; cost 1, z-scored
   * columns.
   *
   * @return the plan
   */
  public static SupportVectors rbf() {
    return of(new Kernel(Kernel.Shape.RBF, 0, 0));
  }

  /**
   * A plan with the kernel (gamma x·y)^degree; cost 1, z-scored columns.
   *
   * @param degree 2 or more; 2 looks at pairs of columns, 3 at triples
   * @return the plan
   */
  public static SupportVectors polynomial(int degree) {
    if (degree < 2 || degree > 20) {
      throw new IllegalArgumentException("degree=" + degree + "; choose 2 to 20");
    }
    return of(new Kernel(Kernel.Shape.POLYNOMIAL, 0, degree));
  }

  /**
   * A plan with the kernel x·y; cost 1, z-scored columns.
   *
   * @return the plan
   */
  public static SupportVectors linear() {
    return of(new Kernel(Kernel.Shape.LINEAR, 0, 0));
  }

  /**
   * Sets what an error costs beside the width of the gap; 1 unless set.
   *
   * @param cost above 0; more follows the training rows more closely
   * @return a new plan
   */
  public SupportVectors cost(double cost) {
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("cost=" + cost + "; choose a number above 0");
    }
    return new SupportVectors(kernel, cost, seed, classWeights, preprocessing);
  }

  /**
   * Sets the kernel's scale; 1 / (columns × their variance) unless set.
   *
   * @param gamma above 0; more lets each row reach less far
   * @return a new plan
   */
  public SupportVectors gamma(double gamma) {
    if (!(gamma > 0 && Double.isFinite(gamma))) {
      throw new IllegalArgumentException("gamma=" + gamma + "; choose a number above 0");
    }
    return new SupportVectors(kernel.withGamma(gamma), cost, seed, classWeights, preprocessing);
  }

  /**
   * Sets the seed of the folds for the probabilities; 0 unless set.
   *
   * @param seed any number
   * @return a new plan
   */
  public SupportVectors seed(long seed) {
    return new SupportVectors(kernel, cost, seed, classWeights, preprocessing);
  }

  /**
   * Sets how much customers of each class count; all the same unless set.
   *
   * @param weights the weights
   * @return a new plan
   */
  public SupportVectors classWeights(ClassWeights weights) {
    return new SupportVectors(kernel, cost, seed, weights, preprocessing);
  }

  /**
   * Sets how columns become numbers; {@link Preprocessing#withDefaults()} unless set.
   *
   * @param plan the way
   * @return a new plan
   */
  public SupportVectors preprocessing(Preprocessing plan) {
    return new SupportVectors(kernel, cost, seed, classWeights, plan);
  }

  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    TrainingRows rows = TrainingRows.of(preprocessing, classWeights, customers, labels);
    return Trainer.fit(
        rows.learntBy(this).withSeed(seed),
        (training, told) -> MachineTraining.train(training, kernel, cost, seed, told),
        rows,
        labels.positive(),
        progress);
  }

  /** Kernel and cost. */
  @Override
  public String toString() {
    return "SupportVectors." + kernel + ".cost(" + cost + ")";
  }
}
