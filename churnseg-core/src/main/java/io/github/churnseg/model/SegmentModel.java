package io.github.churnseg.model;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.Optional;

/**
 * Segments that have been learnt. Immutable and safe to share between threads.
 *
 * @param <F> the features it reads
 */
public interface SegmentModel<F extends CustomerFeatures> extends Model {

  /**
   * All labels this model can give, in a documented order, best or largest first.
   *
   * @return labels, none twice
   */
  List<SegmentLabel> labels();

  /**
   * Puts customers into the segments, by what was learnt and not by their own distribution.
   *
   * @param customers any number of customers
   * @return a label for each, in the same order
   * @throws io.github.churnseg.InvalidDataException if a column is missing or has another type
   */
  Assignments assign(F customers);

  /**
   * The scores the segments are read off, where the model gives any, such as R, F and M; they tell
   * where customers have moved before their segments do.
   *
   * @param customers any number of customers
   * @return a column a score, with the same rows; nothing by default
   * @throws io.github.churnseg.InvalidDataException if a column is missing or has another type
   */
  default Optional<CustomerFeatures> scoreColumns(F customers) {
    return Optional.empty();
  }

  /**
   * What the segments were learnt from and how they differ.
   *
   * @return a report that prints as a table
   */
  SegmentReport report();
}
