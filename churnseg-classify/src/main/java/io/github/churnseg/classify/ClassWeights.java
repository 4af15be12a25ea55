package io.github.churnseg.classify;

import io.github.churnseg.features.Labels;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a customer of each class counts in training. Weights take the place of repeating rows of
 * the rarer class, which would put copies of one customer on both sides of a split.
 *
 * <p>Weights move the probabilities away from the shares of the classes; where those matter,
 * calibrate, or leave the weights at {@link #none()} and move the threshold instead. Immutable.
 */
public final class ClassWeights {

  private static final ClassWeights NONE = new ClassWeights(false, Map.of());

  private final boolean balanced;
  private final Map<String, Double> byClass;

  private ClassWeights(boolean balanced, Map<String, Double> byClass) {
    this.balanced = balanced;
    this.byClass = byClass;
  }

  /**
   * Each customer counts the same.
   *
   * @return no weights
   */
  public static ClassWeights none() {
    return NONE;
  }

  /**
   * Each class counts the same: a customer's weight is the number of rows, over the number of
   * classes and the rows of its own.
   *
   * @return weights that follow from the training rows
   */
  public static ClassWeights balanced() {
    return new ClassWeights(true, Map.of());
  }

  /**
   * Gives customers of a class a weight.
   *
   * @param name a class
   * @param weight above 0; classes without one have 1
   * @return new weights
   */
  public ClassWeights and(String name, double weight) {
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException(
          "weight " + weight + " of class '" + name + "'; choose a number above 0");
    }
    Map<String, Double> more = new HashMap<>(byClass);
    more.put(name, weight);
    return new ClassWeights(balanced, Map.copyOf(more));
  }

  /** A weight for each class, in the order of the labels' classes. */
  double[] of(Labels labels) {
    for (String named : byClass.keySet()) {
      if (!labels.classes().contains(named)) {
        throw new IllegalArgumentException(
            "no class '" + named + "' to give a weight; there are " + labels.classes());
      }
    }
    long present = labels.counts().values().stream().filter(count -> count > 0).count();
    return labels.classes().stream()
        .mapToDouble(
            name -> {
              int count = Math.max(1, labels.counts().getOrDefault(name, 0));
              double even = balanced ? (double) labels.size() / present / count : 1;
              return even * byClass.getOrDefault(name, 1.0);
            })
        .toArray();
  }

  /** Such as {@code balanced} or {@code {left=2.0}}. */
  @Override
  public String toString() {
    return balanced ? "balanced" + (byClass.isEmpty() ? "" : " times " + byClass) : "" + byClass;
  }
}
