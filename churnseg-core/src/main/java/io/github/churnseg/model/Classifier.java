package io.github.churnseg.model;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;

/**
 * A plan that learns to tell classes of customers apart. Immutable; {@code fit} never changes it.
 *
 * <p>The same customers, settings and seed give the same model for any number of threads; neither
 * the order of the rows nor that of the columns matters.
 */
public interface Classifier {

  /**
   * Learns the classes of customers that were loaded with a target.
   *
   * @param customers whom to learn from, with {@link CustomerFeatures#labels() labels}
   * @return the model
   * @throws InvalidDataException if the customers have no labels, or nothing can be learnt from
   *     them
   */
  default ClassifierModel fit(CustomerFeatures customers) {
    Labels labels =
        customers
            .labels()
            .orElseThrow(
                () ->
                    new InvalidDataException(
                        "these customers have no labels; name their column with target(…), or give"
                            + " the labels to fit(customers, labels)"));
    return fit(customers, labels);
  }

  /**
   * Learns the segments of customers, to find them again from other features.
   *
   * @param customers whom to learn from; each must have a segment, found by its id
   * @param segments the segment of each customer, and perhaps of more
   * @return the model
   * @throws InvalidDataException if a customer has no segment, or nothing can be learnt
   */
  default ClassifierModel fit(CustomerFeatures customers, Assignments segments) {
    return fit(customers, segments.labelsOf(customers));
  }

  /**
   * Learns classes.
   *
   * @param customers whom to learn from
   * @param labels the class of each customer, in the same order; at least two classes
   * @return the model
   * @throws InvalidDataException if nothing can be learnt from these customers
   */
  default ClassifierModel fit(CustomerFeatures customers, Labels labels) {
    return fit(customers, labels, Progress.NONE);
  }

  /**
   * Learns classes and tells how far it has come.
   *
   * @param customers whom to learn from
   * @param labels the class of each customer, in the same order; at least two classes
   * @param progress told of each step
   * @return the model
   * @throws InvalidDataException if nothing can be learnt from these customers
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress);
}
