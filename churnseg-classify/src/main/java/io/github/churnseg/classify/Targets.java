package io.github.churnseg.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whom to contact: conditions on risk, money and features, what to rank by, how many there may be,
 * and who is held out to see whether it helped. Immutable; each method returns a new object.
 *
 * <pre>{@code
 * TargetList campaign = model.risk(log).select(
 *     Targets.byExpectedLoss().minRisk(0.6).minSpend(200).limit(500).control(50, 42));
 * Table list = campaign.toTable();
 * }</pre>
 *
 * <p>A column is a feature of the customers, or {@code risk}, or {@code spend}: what the log says
 * they spent, less returns. Conditions are asked in the order of the calls, and the customers left
 * are counted after each; a missing value meets none. Quantiles are of all customers who have a
 * risk, whatever the conditions before. Who is chosen does not depend on the order of the rows:
 * equals are ranked by risk, then by the characters of their ids.
 */
public final class Targets {

  private static final String SPEND = "spend";
  private static final String RISK = "risk";

  private final TargetRank rank;
  private final String money;
  private final List<TargetRule> rules;
  private final OptionalInt limit;
  private final Optional<Double> share;
  private final int control;
  private final long seed;

  private Targets(
      TargetRank rank,
      String money,
      List<TargetRule> rules,
      OptionalInt limit,
      Optional<Double> share,
      int control,
      long seed) {
    this.rank = rank;
    this.money = money;
    this.rules = rules;
    this.limit = limit;
    this.share = share;
    this.control = control;
    this.seed = seed;
  }

  private static Targets by(TargetRank rank, String money) {
    return new Targets(rank, money, List.of(), OptionalInt.empty(), Optional.empty(), 0, 0);
  }

  /**
   * Ranks by risk: who is most likely to leave first.
   *
   * @return targets without conditions
   */
  public static Targets byRisk() {
    return by(TargetRank.risk(), SPEND);
  }

  /**
   * Ranks by risk × what the customer has spent: what is expected to be lost if the past goes on.
   *
   * @return targets without conditions, for risks that come from a log
   */
  public static Targets byExpectedLoss() {
    return byExpectedLoss(SPEND);
  }

  /**
   * Ranks by risk × a money column of the features. Revenue and profit are two things: say which.
   *
   * @param moneyColumn a numeric feature; {@link #minSpend} then means it too
   * @return targets without conditions
   */
  public static Targets byExpectedLoss(String moneyColumn) {
    return by(TargetRank.expectedLoss(moneyColumn), moneyColumn);
  }

  /**
   * Ranks by what a contact is expected to bring, and keeps those it brings something of: with risk
   * p, acceptance γ, value v, offer d and contact f that is p (γ (v - d) - f) - (1 - p) (d + f).
   * Risks must be calibrated, as by {@link Calibrated}.
   *
   * @param campaign the same value for everybody
   * @return targets whose first condition is that the expected profit is above 0
   */
  public static Targets byExpectedProfit(Campaign campaign) {
    TargetRank rank = TargetRank.expectedProfit(campaign);
    return by(rank, SPEND).with(TargetRule.pays(rank));
  }

  /**
   * Ranks by what a contact is expected to bring, where each customer has a value of their own.
   *
   * @param campaign its value is passed over
   * @param valueColumn a numeric feature, or {@code spend}: what the customer brings who stays;
   *     {@link #minSpend} then means it too
   * @return targets whose first condition is that the expected profit is above 0
   */
  public static Targets byExpectedProfit(Campaign campaign, String valueColumn) {
    TargetRank rank = TargetRank.expectedProfit(campaign, valueColumn);
    return by(rank, valueColumn).with(TargetRule.pays(rank));
  }

  /**
   * Keeps those whose risk is high enough.
   *
   * @param least a probability, 0 to 1
   * @return new targets
   */
  public Targets minRisk(double least) {
    if (!(least >= 0 && least <= 1)) {
      throw new IllegalArgumentException("minRisk=" + least + "; choose a probability, 0 to 1");
    }
    return min(RISK, least);
  }

  /**
   * Keeps those who spent enough, by the log or by the money column that was named.
   *
   * @param least money, in the currency of the data
   * @return new targets
   */
  public Targets minSpend(double least) {
    return min(money, least);
  }

  /**
   * Keeps those with enough of something.
   *
   * @param column a numeric feature, {@code risk} or {@code spend}
   * @param least the least value that is kept
   * @return new targets
   */
  public Targets min(String column, double least) {
    return with(TargetRule.min(column, required(column, least)));
  }

  /**
   * Keeps those with little enough of something, such as contacts of late.
   *
   * @param column a numeric feature, {@code risk} or {@code spend}
   * @param most the greatest value that is kept
   * @return new targets
   */
  public Targets max(String column, double most) {
    return with(TargetRule.max(column, required(column, most)));
  }

  /**
   * Keeps those at or above a quantile, such as .7 for the upper 30 %.
   *
   * @param column a numeric feature, {@code risk} or {@code spend}
   * @param share 0 to 1; interpolated between the two nearest values (type 7)
   * @return new targets
   */
  public Targets minQuantile(String column, double share) {
    return with(TargetRule.minQuantile(column, requiredShare(column, share)));
  }

  /**
   * Keeps those at or below a quantile, such as .5 for the lower half.
   *
   * @param column a numeric feature, {@code risk} or {@code spend}
   * @param share 0 to 1; interpolated between the two nearest values (type 7)
   * @return new targets
   */
  public Targets maxQuantile(String column, double share) {
    return with(TargetRule.maxQuantile(column, requiredShare(column, share)));
  }

  /**
   * Keeps those of some categories.
   *
   * @param column a categorical feature
   * @param values one of these; at least one
   * @return new targets
   */
  public Targets is(String column, String... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "is(\"" + column + "\") names no value; name at least one");
    }
    return with(TargetRule.is(column, List.of(values)));
  }

  /**
   * Leaves out customers by id: those who were contacted lately, or do not want to be.
   *
   * @param ids customers; those who have no risk do not matter
   * @return new targets
   */
  public Targets except(Collection<String> ids) {
    return with(TargetRule.except(Set.copyOf(ids)));
  }

  /**
   * Sets how many can be contacted at most; everybody who meets the conditions unless set.
   *
   * @param most customers to contact, at least 1; the control group comes on top
   * @return new targets
   */
  public Targets limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("limit=" + most + "; choose 1 or more");
    }
    return new Targets(rank, money, rules, OptionalInt.of(most), Optional.empty(), control, seed);
  }

  /**
   * Sets which part of all customers with a risk can be contacted at most, such as {@link
   * ExpectedProfit#share()} of the campaign; rounded to whole customers.
   *
   * @param most above 0, at most 1
   * @return new targets
   */
  public Targets limitShare(double most) {
    if (!(most > 0 && most <= 1)) {
      throw new IllegalArgumentException("limitShare=" + most + "; choose above 0, at most 1");
    }
    return new Targets(rank, money, rules, OptionalInt.empty(), Optional.of(most), control, seed);
  }

  /**
   * Holds some of those chosen out at random, not to be contacted: only beside them can be seen
   * what the contact did. Who they are follows from seed and id alone.
   *
   * @param customers at least 1
   * @param seed another seed gives other customers
   * @return new targets
   */
  public Targets control(int customers, long seed) {
    if (customers < 1) {
      throw new IllegalArgumentException("control=" + customers + "; choose 1 or more");
    }
    return new Targets(rank, money, rules, limit, share, customers, seed);
  }

  private Targets with(TargetRule rule) {
    List<TargetRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new Targets(rank, money, List.copyOf(more), limit, share, control, seed);
  }

  private static double required(String column, double bound) {
    if (Double.isNaN(bound)) {
      throw new IllegalArgumentException("the bound on '" + column + "' is NaN; choose a number");
    }
    return bound;
  }

  private static double requiredShare(String column, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "quantile " + share + " of '" + column + "'; choose a share, 0 to 1");
    }
    return share;
  }

  TargetRank rank() {
    return rank;
  }

  List<TargetRule> rules() {
    return rules;
  }

  /** How many can be contacted of so many customers. */
  int capacity(int customers) {
    return limit.orElse(
        share.map(part -> (int) Math.round(part * customers)).orElse(Integer.MAX_VALUE));
  }

  int control() {
    return control;
  }

  long seed() {
    return seed;
  }

  /** What to rank by, the conditions, and how many. */
  @Override
  public String toString() {
    Set<String> parts = new LinkedHashSet<>();
    parts.add("by " + rank.name());
    rules.forEach(rule -> parts.add(rule.toString()));
    limit.ifPresent(most -> parts.add("at most " + most));
    share.ifPresent(most -> parts.add(String.format(Locale.ROOT, "at most %.1f %%", 100 * most)));
    if (control > 0) {
      parts.add(control + " held out");
    }
    return "Targets: " + String.join(", ", parts);
  }
}
