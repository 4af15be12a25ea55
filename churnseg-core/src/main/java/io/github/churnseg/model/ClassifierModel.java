package io.github.churnseg.model;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FittedPreprocessing;
import java.util.List;
import java.util.Optional;

/**
 * A classifier that has learnt. Immutable and safe to share between threads; needs no native
 * library, and takes no lock.
 */
public interface ClassifierModel extends Model {

  /**
   * The classes it tells apart.
   *
   * @return names in the order of their characters
   */
  List<String> classes();

  /**
   * The class that is looked for, where one was named.
   *
   * @return one of {@link #classes()}
   */
  Optional<String> positiveClass();

  /**
   * How columns become the numbers the model is computed from.
   *
   * @return what was learnt from the training rows
   */
  FittedPreprocessing preprocessing();

  /**
   * Gives each customer a probability for each class.
   *
   * @param customers any number of customers, with the columns the model was fitted on
   * @return the probabilities, in the same order
   * @throws InvalidDataException if a column is missing, extra or of another type, or a value is
   *     infinite; the message names it
   */
  Predictions predict(CustomerFeatures customers);

  /**
   * A scorer of rows that are encoded already, for a service that cannot afford an object a row.
   *
   * <pre>{@code
   * Scorer scorer = model.scorer();                           // one per thread
   * double[] inputs = model.preprocessing().encode(customers);
   * scorer.score(inputs, 0, customers.size(), probabilities); // no allocation
   * }</pre>
   *
   * @return a new scorer; it costs a few kilobytes
   */
  Scorer scorer();
}
