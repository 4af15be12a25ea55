package io.github.churnseg.examples;

import io.github.churnseg.SegmentedModel;
import io.github.churnseg.classify.Churn;
import io.github.churnseg.classify.LogisticRegression;
import io.github.churnseg.classify.Risks;
import io.github.churnseg.data.ReturnPolicy;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmTable;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.ranking.NaturalRanking;

/**
 * What is found in the lines of a generated shop, held against what is true of its customers: who
 * has left, and who comes often. Beside it stands what recency alone tells, and the best that can
 * be known from the orders: Bayes' rule, for who knows how the shop's customers differ.
 */
public final class KnownTruth {

  /** Who orders at least every forty days comes often: 0.025 is the mean rate. */
  private static final double OFTEN = 1 / 40.0;

  private static final List<SegmentLabel> GROUPS =
      List.of(
          new SegmentLabel("left"),
          new SegmentLabel("there, often"),
          new SegmentLabel("there, seldom"));

  private final Map<String, GeneratedShop.Person> people;
  private final Transactions log;
  private final RfmTable rfm;

  private KnownTruth(GeneratedShop shop) {
    people =
        shop.people().stream()
            .collect(Collectors.toMap(GeneratedShop.Person::id, Function.identity()));
    log = Transactions.from(shop.purchases(), c -> c.onReturn(ReturnPolicy.NET));
    rfm = Rfm.withDefaults().extract(log);
  }

  /**
   * Prints both.
   *
   * @param args none
   */
  public static void main(String[] args) {
    KnownTruth truth = of(shop());
    System.out.println(truth.risks());
    System.out.println(truth.groups());
  }

  static GeneratedShop shop() {
    return GeneratedShop.of(4_000, 42).seasons(0.4).returns(0.05);
  }

  static KnownTruth of(GeneratedShop shop) {
    return new KnownTruth(shop);
  }

  private GeneratedShop.Person person(String id) {
    GeneratedShop.Person person = people.get(id);
    if (person == null) {
      throw new IllegalStateException("the shop knows no " + id);
    }
    return person;
  }

  /**
   * How well risks order those who have left before those who have not.
   *
   * @param customers who are judged
   * @param model AUC of the model's risks
   * @param recency AUC of the days since the last order alone
   * @param best AUC of the best that can be known
   * @param rankCorrelation Spearman's, of the model's risks and the best
   */
  record RiskFigures(
      int customers, double model, double recency, double best, double rankCorrelation) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "who has left, of %,d customers who bought within 90 days: AUC of the risks %.3f, of"
              + " recency %.3f, at best %.3f;%nrank correlation of the risks with the best %.3f",
          customers,
          model,
          recency,
          best,
          rankCorrelation);
    }
  }

  RiskFigures risks() {
    Risks risks =
        Churn.afterSilenceOf(Period.ofDays(90))
            .features(Rfm.withDefaults())
            .classifyWith(LogisticRegression.withDefaults())
            .fit(log)
            .risk(log);
    double[] recency = rfm.numeric("recency");
    double[] model = of(risks, risks::risk);
    double[] best = of(risks, row -> person(risks.id(row)).probablyLeft());
    return new RiskFigures(
        risks.size(),
        auc(risks, model),
        auc(risks, of(risks, row -> recency[rfm.rowOf(risks.id(row)).orElseThrow()])),
        auc(risks, best),
        new SpearmansCorrelation().correlation(model, best));
  }

  private interface OfRow {
    double value(int row);
  }

  private static double[] of(Risks risks, OfRow value) {
    return IntStream.range(0, risks.size()).mapToDouble(value::value).toArray();
  }

  /** Mann and Whitney's: the share of pairs that are in the right order. */
  private double auc(Risks risks, double... values) {
    double[] ranks = new NaturalRanking().rank(values);
    double sum = 0;
    double left = 0;
    for (int row = 0; row < values.length; row++) {
      if (person(risks.id(row)).left()) {
        sum += ranks[row];
        left++;
      }
    }
    return (sum - left * (left + 1) / 2) / (left * (values.length - left));
  }

  /**
   * How much groups agree with who has left, who is there and comes often, and who seldom.
   *
   * @param chain adjusted Rand index of the chain's three groups
   * @param behaviour of K-means alone
   * @param recency of thirds by recency
   * @param best of the most probable group for who knows how customers differ
   */
  record GroupFigures(double chain, double behaviour, double recency, double best) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "groups left, there and often, there and seldom: adjusted Rand index of the chain's"
              + " groups %.3f,%nof K-means %.3f, of thirds by recency %.3f, at best %.3f",
          chain,
          behaviour,
          recency,
          best);
    }
  }

  GroupFigures groups() {
    SegmentedModel<Transactions, RfmTable> model = WholeChain.segments(log);
    Assignments value = model.assign("value", log);
    Assignments behaviour = model.assign("behaviour", log);
    Assignments truth = groups(person -> person.left() ? 1 : 0, GeneratedShop.Person::ordersPerDay);
    return new GroupFigures(
        agreement(WholeChain.threeGroups(model).combine(value, behaviour).assignments(), truth),
        agreement(behaviour, truth),
        agreement(thirds(rfm.numeric("recency")), truth),
        agreement(
            groups(GeneratedShop.Person::probablyLeft, GeneratedShop.Person::guessedRate), truth));
  }

  private Assignments thirds(double... recency) {
    double[] sorted = recency.clone();
    Arrays.sort(sorted);
    double low = sorted[sorted.length / 3];
    double high = sorted[2 * sorted.length / 3];
    int[] third = new int[recency.length];
    Arrays.setAll(third, row -> recency[row] <= low ? 0 : recency[row] <= high ? 1 : 2);
    return new Assignments(rfm, GROUPS, third);
  }

  private Assignments groups(
      ToDoubleFunction<GeneratedShop.Person> left, ToDoubleFunction<GeneratedShop.Person> rate) {
    int[] group = new int[rfm.size()];
    for (int row = 0; row < group.length; row++) {
      GeneratedShop.Person person = person(rfm.id(row));
      int there = rate.applyAsDouble(person) >= OFTEN ? 1 : 2;
      group[row] = left.applyAsDouble(person) > 0.5 ? 0 : there;
    }
    return new Assignments(rfm, GROUPS, group);
  }

  private static double agreement(Assignments found, Assignments truth) {
    return SegmentComparison.of(found, truth).adjustedRand();
  }
}
