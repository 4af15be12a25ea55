package io.github.churnseg.model;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;

/**
 * A plan that learns segments from customers. Immutable; {@code fit} never changes it.
 *
 * @param <F> the features it needs
 */
public interface Segmenter<F extends CustomerFeatures> {

  /**
   * Learns segments.
   *
   * @param customers whom to learn from, at least one
   * @return the segments; fitting the same customers again gives an equal model
   * @throws io.github.churnseg.InvalidDataException if nothing can be learnt from these customers
   */
  default SegmentModel<F> fit(F customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Learns segments and tells how far it has come.
   *
   * @param customers whom to learn from, at least one
   * @param progress told of each step
   * @return the segments
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  SegmentModel<F> fit(F customers, Progress progress);
}
