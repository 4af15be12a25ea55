package io.github.churnseg.classify;

import io.github.churnseg.model.Predictions;
import java.time.LocalDateTime;

/**
 * One test of a {@link ChurnPlan}: learnt at one cut, tried at a later one.
 *
 * @param learntAt the cut it learnt at; the outcome was known at {@code testedAt}
 * @param testedAt the cut its predictions were made at
 * @param outcomeThrough where the outcome window of the test ends
 * @param learntFrom customers it learnt from
 * @param tested customers it was tried on
 * @param left how many of those left
 * @param gone buyers who were gone already at {@code testedAt} and were not tried
 * @param model the figures of the plan
 * @param recency the figures of a logistic regression on days since the last purchase alone
 * @param prior the figures of giving everybody the share who left at {@code learntAt}
 */
public record ChurnOrigin(
    LocalDateTime learntAt,
    LocalDateTime testedAt,
    LocalDateTime outcomeThrough,
    int learntFrom,
    int tested,
    int left,
    int gone,
    ChurnFigures model,
    ChurnFigures recency,
    ChurnFigures prior) {

  static ChurnOrigin of(
      ChurnExamples train,
      ChurnExamples test,
      Predictions model,
      Predictions recency,
      Predictions prior) {
    return new ChurnOrigin(
        train.cut(),
        test.cut(),
        test.outcomeThrough(),
        train.customers().size(),
        test.customers().size(),
        test.left(),
        test.gone(),
        ChurnFigures.of(model, test.labels()),
        ChurnFigures.of(recency, test.labels()),
        ChurnFigures.of(prior, test.labels()));
  }
}
