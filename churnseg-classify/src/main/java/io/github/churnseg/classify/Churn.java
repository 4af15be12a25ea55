package io.github.churnseg.classify;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.model.Classifier;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Optional;

/**
 * Says when a customer counts as gone, and makes of that what a classifier learns from: features as
 * of a cut, and what came after it. Immutable; each method returns a new object.
 *
 * <pre>{@code
 * ChurnModel model = Churn.afterSilenceOf(Period.ofDays(90)).features(Rfm.withDefaults())
 *     .classifyWith(LogisticRegression.withDefaults()).fit(log);
 * System.out.println(model.evaluation());   // back-test on earlier cuts, beside baselines
 * Risks risks = model.risk(log);
 * }</pre>
 *
 * <p>At a cut, those customers are looked at who have bought less than the silence ago; the others
 * are gone already and count apart, since to find them would be to read the definition back. Of
 * those, who buys nothing in the outcome window has {@linkplain #LEFT left}, the others have
 * {@linkplain #STAYED stayed}. The outcome window begins a {@link #gap} after the cut and is as
 * long as the silence. Features are derived from {@code log.asOf(cut)}, which holds no later line,
 * so they cannot see the outcome.
 *
 * <p>A return is no purchase. The order of the log's rows never matters.
 */
public final class Churn {

  /** The class of those who buy nothing in the outcome window. */
  public static final String LEFT = "left";

  /** The class of those who buy in the outcome window. */
  public static final String STAYED = "stayed";

  private final Period silence;
  private final Period gap;
  private final Optional<Period> observation;

  private Churn(Period silence, Period gap, Optional<Period> observation) {
    this.silence = silence;
    this.gap = gap;
    this.observation = observation;
  }

  /**
   * Customers are gone when they have bought nothing for so long. A good length is one that most
   * who buy again stay below: a few times the usual time between two orders.
   *
   * @param silence longer than 0; also the length of the outcome window
   * @return the definition, without a gap, and with all earlier lines to derive features from
   */
  public static Churn afterSilenceOf(Period silence) {
    Windows.requirePositive("afterSilenceOf", silence);
    return new Churn(silence, Period.ZERO, Optional.empty());
  }

  /**
   * Takes what is to be learnt from a column of the customers, instead of from a log.
   *
   * @return the plan's next step, which asks for a classifier
   */
  public static Labelled asLabelled() {
    return new Labelled();
  }

  /**
   * Sets the time between the cut and the outcome window: as long as it takes to reach a customer
   * who is at risk. None unless set.
   *
   * @param period not negative
   * @return a new definition
   */
  public Churn gap(Period period) {
    Windows.requireNotNegative("gap", period);
    return new Churn(silence, period, observation);
  }

  /**
   * Sets how long before the cut features are derived from; from the log's first line on unless
   * set. A fixed length makes sums over all orders comparable between an early cut and a late one.
   *
   * @param period longer than 0
   * @return a new definition
   */
  public Churn observation(Period period) {
    Windows.requirePositive("observation", period);
    return new Churn(silence, gap, Optional.of(period));
  }

  /**
   * Says what is known of the customers.
   *
   * @param extractor derives one row a customer from a log that was cut
   * @return the next step, which asks for a classifier
   */
  public Features features(FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor) {
    return new Features(this, extractor);
  }

  Period silence() {
    return silence;
  }

  Period gap() {
    return gap;
  }

  Optional<Period> observation() {
    return observation;
  }

  /** The lines that features are derived from at a cut. */
  Transactions observed(Transactions log, LocalDateTime cut) {
    Transactions known = log.asOf(cut);
    return observation.map(period -> known.since(cut.minus(period))).orElse(known);
  }

  /** Whoever last bought at this moment or before is gone. */
  LocalDateTime silentSince(LocalDateTime cut) {
    return cut.minus(silence);
  }

  /** What is bought later than this counts as outcome. */
  LocalDateTime outcomeFrom(LocalDateTime cut) {
    return cut.plus(gap);
  }

  LocalDateTime outcomeThrough(LocalDateTime cut) {
    return cut.plus(gap).plus(silence);
  }

  /** The latest cut whose outcome is known at a moment. */
  LocalDateTime cutBefore(LocalDateTime known) {
    return known.minus(silence).minus(gap);
  }

  /** Where the cut before this one is, so that their outcome windows do not overlap. */
  LocalDateTime earlier(LocalDateTime cut) {
    return cut.minus(silence);
  }

  /** Silence, gap and observation in words. */
  @Override
  public String toString() {
    return "left = no purchase for "
        + Windows.shown(silence)
        + (gap.isZero() ? " after the cut" : ", from " + Windows.shown(gap) + " after the cut on")
        + "; features from "
        + observation
            .map(period -> "the last " + Windows.shown(period) + " before it")
            .orElse("all lines before it");
  }

  /** The second step: which classifier. Immutable. */
  public static final class Features {

    private final Churn definition;
    private final FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor;

    private Features(
        Churn definition, FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor) {
      this.definition = definition;
      this.extractor = extractor;
    }

    /**
     * Says how to learn.
     *
     * @param classifier any plan; {@link Calibrated} around it gives probabilities that bear out
     * @return the plan
     */
    public ChurnPlan classifyWith(Classifier classifier) {
      return new ChurnPlan(definition, extractor, classifier);
    }

    /**
     * The customers at a cut and what became of them, to learn from by hand.
     *
     * @param log what was bought, at least through the outcome window
     * @param cut the moment the features are to be true of, in the log's local time
     * @return features with labels
     * @throws io.github.churnseg.InvalidDataException if the log ends before the outcome window
     */
    public ChurnExamples examples(Transactions log, LocalDateTime cut) {
      return ChurnExamples.of(definition, extractor, log, cut);
    }
  }

  /** The second step where the customers bring their classes along. Immutable. */
  public static final class Labelled {

    private Labelled() {}

    /**
     * Says how to learn.
     *
     * @param classifier any plan; {@link Calibrated} around it gives probabilities that bear out
     * @return the plan
     */
    public LabelledPlan classifyWith(Classifier classifier) {
      return LabelledPlan.of(classifier);
    }
  }
}
