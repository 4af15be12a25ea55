package io.github.churnseg.features;

/**
 * Derives one row a customer from its input, as of the moment the input was observed through.
 *
 * <p>Extractors are immutable and safe to share between threads. They see only the input they are
 * given: a log cut with {@code asOf} holds no later line, so an extractor cannot look ahead.
 *
 * @param <I> what customers are derived from, such as {@link io.github.churnseg.data.Transactions}
 * @param <F> the features that come out
 */
@FunctionalInterface
public interface FeatureExtractor<I, F extends CustomerFeatures> {

  /**
   * Derives the features.
   *
   * @param input what to derive them from
   * @return one row a customer
   */
  F extract(I input);

  /**
   * Derives the features of those customers a classifier may learn from: who have been there long
   * enough for what became of them to be known. All customers, unless the extractor says otherwise.
   *
   * @param input what to derive them from
   * @return one row a customer
   */
  default F extractForTraining(I input) {
    return extract(input);
  }
}
