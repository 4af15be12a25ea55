package io.github.churnseg.rfm;

import io.github.churnseg.Progress;
import io.github.churnseg.model.Segmenter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Scores recency, frequency and monetary value and names the combinations.
 *
 * <pre>{@code
 * RfmSegmentModel segments = RfmSegments.quintiles().fit(rfm);
 * System.out.println(segments.report());
 * }</pre>
 *
 * <p>Scores go from 1 to the number of levels, and the greatest is the best in all three: few days,
 * many orders, much money. By default the cut points are quantiles by linear interpolation (type 7:
 * the default of R, NumPy and pandas). A value that equals a cut belongs to the lower side of it:
 * {@code recency <= q20} scores 5, {@code frequency <= q20} scores 1. Equal values get equal scores
 * and the order of rows never matters. The cut points belong to the model, which scores later
 * customers by them.
 *
 * <p>Where many customers share a value, such as one order, several cut points fall on it: one-time
 * buyers score 1, repeat buyers more, and the levels between stay empty. That is kept as it is,
 * because a score then still says how many customers lie below; the report names the empty levels
 * and the share that is tied, and {@link #thresholds} sets cut points by hand instead.
 *
 * <p>Immutable and safe to share between threads. Fitting takes a time linear in the customers.
 */
public final class RfmSegments implements Segmenter<RfmTable> {

  private final ScoreRules rules;
  private final Optional<SegmentMap> map;
  private final Weights weights;
  private final RiskTiers tiers;

  private RfmSegments(
      ScoreRules rules, Optional<SegmentMap> map, Weights weights, RiskTiers tiers) {
    this.rules = rules;
    this.map = map;
    this.weights = weights;
    this.tiers = tiers;
  }

  /**
   * Five levels in each dimension, cut at the quintiles, as most shops and books do.
   *
   * @return the plan
   */
  public static RfmSegments quintiles() {
    return quantiles(5);
  }

  /**
   * The same number of levels in each dimension, cut at the quantiles.
   *
   * @param levels 2 to 10
   * @return the plan
   */
  public static RfmSegments quantiles(int levels) {
    return new RfmSegments(
        ScoreRules.quantiles(levels, levels, levels),
        Optional.empty(),
        Weights.DEFAULT,
        RiskTiers.withDefaults());
  }

  /**
   * The same plan with other numbers of levels, cut at the quantiles.
   *
   * @param r levels of R, 2 to 10
   * @param f levels of F, 2 to 10
   * @param m levels of M, 2 to 10
   * @return a new plan
   */
  public RfmSegments bins(int r, int f, int m) {
    return new RfmSegments(ScoreRules.quantiles(r, f, m), map, weights, tiers);
  }

  /**
   * The same plan with own cut points in one dimension, which make one level more than there are
   * cuts. A value that equals a cut belongs to the lower side of it.
   *
   * @param dimension which one
   * @param cuts 1 to 9 values, ascending: days, purchases or money
   * @return a new plan
   */
  public RfmSegments thresholds(Dimension dimension, double... cuts) {
    ScoreRules changed =
        rules.with(dimension, new ScoreRule.Threshold(Arrays.stream(cuts).boxed().toList()));
    return new RfmSegments(changed, map, weights, tiers);
  }

  /**
   * The same plan with another map. Without one, plans with five levels of R and F use {@link
   * SegmentMap#recencyFrequency()}, those with three levels everywhere {@link
   * SegmentMap#threeLevels()}, and all others {@link SegmentMap#codes}.
   *
   * @param names which scores make which segment; needs the levels of this plan when it is fitted
   * @return a new plan
   */
  public RfmSegments map(SegmentMap names) {
    return new RfmSegments(rules, Optional.of(names), weights, tiers);
  }

  /**
   * The same plan with other weights for the weighted score; .5, .3 and .2 by default, because
   * recency tells most of who is leaving.
   *
   * @param r weight of R, 0 or more
   * @param f weight of F, 0 or more
   * @param m weight of M, 0 or more; the three sum to 1
   * @return a new plan
   */
  public RfmSegments weights(double r, double f, double m) {
    return new RfmSegments(rules, map, new Weights(r, f, m), tiers);
  }

  /**
   * The same plan with other risk tiers of the weighted score.
   *
   * @param riskTiers names and quantiles; {@link RiskTiers#withDefaults()} by default
   * @return a new plan
   */
  public RfmSegments riskTiers(RiskTiers riskTiers) {
    return new RfmSegments(rules, map, weights, riskTiers);
  }

  @Override
  public RfmSegmentModel fit(RfmTable customers) {
    return fit(customers, Progress.NONE);
  }

  /**
   * Learns the cut points and counts the segments.
   *
   * @param customers whom to learn from, at least one
   * @param progress told of the stages {@code scores} and {@code report}
   * @return the segments
   * @throws io.github.churnseg.InvalidDataException if there is no customer
   * @throws IllegalArgumentException if the map needs other levels than the plan has
   */
  @Override
  public RfmSegmentModel fit(RfmTable customers, Progress progress) {
    return new RfmFit(this, customers, progress).model();
  }

  /** The settings. */
  @Override
  public String toString() {
    return "RFM segments, R %s, F %s, M %s, weights %s, %s, %s"
        .formatted(
            rules.recency(),
            rules.frequency(),
            rules.monetary(),
            weights,
            map.isPresent() ? "own map" : "default map",
            tiers.names());
  }

  ScoreRules rules() {
    return rules;
  }

  Weights weights() {
    return weights;
  }

  RiskTiers riskTiers() {
    return tiers;
  }

  /** The map that was set or goes with the levels. */
  SegmentMap map() {
    int r = rules.recency().levels();
    int f = rules.frequency().levels();
    int m = rules.monetary().levels();
    SegmentMap chosen = map.orElseGet(() -> defaultMap(r, f, m));
    if (!chosen.grid().fits(r, f, m)) {
      throw new IllegalArgumentException(
          "the map needs "
              + chosen.grid().levels()
              + ", but the plan has "
              + r
              + ", "
              + f
              + " and "
              + m
              + " levels of R, F and M; change bins(r, f, m), the thresholds or the map");
    }
    return chosen;
  }

  private static SegmentMap defaultMap(int r, int f, int m) {
    if (r == 5 && f == 5) {
      return SegmentMap.recencyFrequency();
    }
    return r == 3 && f == 3 && m == 3 ? SegmentMap.threeLevels() : SegmentMap.codes(r, f, m);
  }
}
