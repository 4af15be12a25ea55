package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.features.Labels;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ChurnTest {

  private static final LocalDateTime OPENED = LocalDateTime.of(2025, 1, 1, 0, 0);

  /** Days since the last purchase and orders of each buyer; what churnseg-rfm does, by hand. */
  private static final FeatureExtractor<Transactions, CustomerFeatures> TOTALS =
      log -> totals(log, Windows.millis(log.observedThrough()));

  private static CustomerFeatures totals(Transactions log, long today) {
    CustomerTotals totals = log.totalsByCustomer();
    int[] buyers =
        IntStream.range(0, totals.customers()).filter(who -> totals.orders(who) > 0).toArray();
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.of(buyers).mapToObj(log::customerId)),
            DoubleColumn.create(
                "recency",
                IntStream.of(buyers)
                    .mapToDouble(who -> (today - totals.lastPurchase(who)) / 86_400_000.0)),
            DoubleColumn.create("orders", IntStream.of(buyers).mapToDouble(totals::orders))),
        c -> c.id("id").numeric("recency", "orders"));
  }

  /** People buy at a rate of their own for two years, and after each order some leave for good. */
  private static List<Purchase> shop(int customers) {
    SplittableRandom random = new SplittableRandom(7);
    List<Purchase> lines = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      double pause = 5 + 40 * random.nextDouble();
      double day = 600 * random.nextDouble();
      for (int order = 0; day < 730; order++) {
        LocalDateTime time = OPENED.plusMinutes((long) (day * 1440));
        lines.add(Purchase.of("c" + customer, "c" + customer + "-" + order, time, 10));
        day = random.nextInt(8) == 0 ? 1000 : day - pause * Math.log(1 - random.nextDouble());
      }
    }
    return lines;
  }

  private static final Transactions LOG = Transactions.from(shop(400));

  private static ChurnPlan plan() {
    return Churn.afterSilenceOf(Period.ofDays(60))
        .features(TOTALS)
        .classifyWith(LogisticRegression.withDefaults());
  }

  private static Purchase buy(String who, int day) {
    return Purchase.of(who, who + day, OPENED.plusDays(day), 5);
  }

  @Test
  void windowsMeanWhatTheySay() {
    Transactions log =
        Transactions.from(
            List.of(
                buy("gone", 40), // silent for exactly 60 days at the cut
                buy("back", 41),
                buy("back", 111), // the first day after the gap
                buy("inGap", 90),
                buy("inGap", 110), // the gap's end itself is no outcome
                buy("lastDay", 100),
                buy("lastDay", 170),
                buy("tooLate", 99),
                buy("tooLate", 171),
                buy("newcomer", 105),
                Purchase.of("returns", "r1", OPENED.plusDays(95), 5),
                Purchase.of("returns", "r2", OPENED.plusDays(120), -5)));
    ChurnExamples examples =
        Churn.afterSilenceOf(Period.ofDays(60))
            .gap(Period.ofDays(10))
            .features(TOTALS)
            .examples(log, OPENED.plusDays(100));
    assertThat(examples.outcomeFrom()).isEqualTo(OPENED.plusDays(110));
    assertThat(examples.outcomeThrough()).isEqualTo(OPENED.plusDays(170));
    assertThat(ids(examples.customers()))
        .containsExactly("back", "inGap", "lastDay", "tooLate", "returns");
    Labels labels = examples.labels();
    assertThat(IntStream.range(0, 5).mapToObj(labels::of))
        .containsExactly("stayed", "left", "stayed", "left", "left");
    assertThat(labels.positive()).contains("left");
    assertThat(examples.gone()).isEqualTo(1);
    assertThat(examples.withoutFeatures()).isZero();
    assertThat(examples.toString()).contains("1 gone already");
  }

  private static List<String> ids(CustomerFeatures customers) {
    return IntStream.range(0, customers.size()).mapToObj(customers::id).toList();
  }

  @Test
  void observationBoundsWhatFeaturesSee() {
    Transactions log =
        Transactions.from(List.of(buy("a", 10), buy("a", 95), buy("b", 96), buy("b", 180)));
    ChurnExamples examples =
        Churn.afterSilenceOf(Period.ofDays(30))
            .observation(Period.ofDays(30))
            .features(TOTALS)
            .examples(log, OPENED.plusDays(100));
    assertThat(examples.customers().numeric("orders")).containsExactly(1, 1);
    assertThatThrownBy(
            () ->
                Churn.afterSilenceOf(Period.ofDays(30))
                    .features(TOTALS)
                    .examples(log, OPENED.plusDays(160)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the outcome of a cut at 2025-06-10T00:00 is known at 2025-07-10T00:00, but the log is"
                + " observed through 2025-06-30T00:00 only; choose 2025-05-31T00:00 or earlier");
  }

  @Test
  void testsByTimeBesideBaselines() {
    ChurnModel model = plan().fit(LOG);
    ChurnEvaluation evaluation = model.evaluation();
    System.out.println(model);
    assertThat(evaluation.origins()).hasSize(3);
    LocalDateTime end = LOG.observedThrough();
    ChurnOrigin latest = evaluation.origins().get(0);
    assertThat(model.learntAt()).isEqualTo(end.minusDays(60)).isEqualTo(latest.testedAt());
    assertThat(latest.learntAt()).isEqualTo(end.minusDays(120));
    assertThat(latest.outcomeThrough()).isEqualTo(end);
    assertThat(evaluation.origins().get(1).outcomeThrough()).isEqualTo(latest.testedAt());
    assertThat(evaluation.auc()).isBetween(0.6, 0.9);
    assertThat(latest.recency().auc()).isBetween(0.6, 0.9);
    assertThat(latest.prior().auc()).isEqualTo(0.5);
    assertThat(evaluation.mean().brier()).isLessThan(latest.prior().brier());
    assertThat(evaluation.meanOfRecency().auc()).isBetween(0.6, 0.9);
    assertThat(latest.model().lift()).isBetween(1.2, 4.0);
    assertThat(evaluation.toTable().rowCount()).isEqualTo(9);
    assertThat(evaluation.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(evaluation.toString())
        .startsWith("back-test by time; left = no purchase for 60 days after the cut;");
  }

  @Test
  void risksAreOfThoseWhoCanStillLeave() {
    Risks risks = plan().origins(1).fit(LOG).risk(LOG);
    CustomerTotals totals = LOG.totalsByCustomer();
    LocalDateTime end = LOG.observedThrough();
    assertThat(risks.size() + risks.gone()).isEqualTo(LOG.customers());
    for (int row = 0; row < risks.size(); row++) {
      int number = LOG.customerIds().find(risks.id(row)).orElseThrow();
      assertThat(totals.lastPurchase(number)).isGreaterThan(Windows.millis(end.minusDays(60)));
      assertThat(risks.spend(row)).isEqualTo(totals.amount(number));
      assertThat(risks.risk(row)).isBetween(0.0, 1.0);
    }
    assertThat(risks.toTable().columnNames()).containsExactly("customer", "risk", "spend");
    assertThat(risks.rowOf(risks.id(3))).hasValue(3);
    assertThat(risks.toString()).contains("gone already");
  }

  @Test
  void orderOfLinesDoesNotMatter() {
    List<Purchase> shuffled = new ArrayList<>(shop(400));
    Collections.shuffle(shuffled, new Random(3));
    Transactions other = Transactions.from(shuffled);
    Risks expected = plan().origins(1).fit(LOG).risk(LOG);
    Risks risks = plan().origins(1).fit(other).risk(other);
    assertThat(risks.size()).isEqualTo(expected.size());
    for (int row = 0; row < risks.size(); row++) {
      int there = expected.rowOf(risks.id(row)).orElseThrow();
      assertThat(risks.risk(row)).isEqualTo(expected.risk(there));
    }
  }

  /** An extractor that was handed the whole log beforehand, and looks at it instead of the cut. */
  @Test
  void refusesFeaturesThatKnowTheOutcome() {
    long end = Windows.millis(LOG.observedThrough());
    assertThatThrownBy(
            () ->
                Churn.afterSilenceOf(Period.ofDays(60))
                    .features(cut -> totals(LOG, end))
                    .classifyWith(LogisticRegression.withDefaults())
                    .fit(LOG))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "feature 'recency' alone tells who is 'left' with an AUC of 1.000: it knows the"
                + " outcome, or defines it, as recency does of silence, and would not be known in"
                + " time; derive it from the log as cut, or leave it out");
  }

  @Test
  void refusesALogThatIsTooShort() {
    assertThatThrownBy(() -> plan().fit(LOG.asOf(OPENED.plusDays(61))))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("the model learns from ")
        .hasMessageContaining("it needs 10 of each. Give a longer log than one observed through");
    assertThatThrownBy(() -> plan().fit(LOG.asOf(OPENED.plusDays(125))))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("the back-test learns from ");
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> Churn.afterSilenceOf(Period.ZERO))
        .hasMessage(
            "afterSilenceOf is P0D; choose a period longer than 0, such as Period.ofDays(90)");
    assertThatThrownBy(() -> Churn.afterSilenceOf(Period.ofDays(1)).gap(Period.ofDays(-1)))
        .hasMessageContaining("gap is P-1D");
    assertThatThrownBy(() -> plan().origins(0)).hasMessage("origins=0; choose 1 or more");
    assertThat(
            Churn.afterSilenceOf(Period.ofMonths(3))
                .gap(Period.ofDays(14))
                .observation(Period.ofYears(1)))
        .hasToString(
            "left = no purchase for 3 months, from 14 days after the cut on; features from the"
                + " last 1 year before it");
  }

  @Test
  void tellsHowFarItIsAndStopsWhenInterrupted() {
    TreeSet<String> stages = new TreeSet<>();
    plan().origins(2).fit(LOG, (stage, done) -> stages.add(stage));
    assertThat(stages).containsExactly("back-test", "training");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> plan().fit(LOG)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void labelsOfAColumnGoTheSameWay() {
    CustomerFeatures customers = OneClick.customers();
    LabelledModel model =
        Churn.asLabelled()
            .classifyWith(LogisticRegression.withDefaults())
            .measuredBy(CrossValidation.folds(3).seed(1))
            .fit(customers);
    assertThat(model.evaluation().mean(Metric.AUC)).isBetween(0.87, 0.93);
    assertThat(model.outOfFold().size()).isEqualTo(1297);
    assertThat(model.outOfFold().spend(0)).isNaN();
    assertThat(model.risk(customers.select(0, 1)).risk(0)).isBetween(0.0, 1.0);
    assertThat(model.toString()).contains("best single feature: Страниц_за_визит, AUC");
  }

  @Test
  void aColumnThatIsTheOutcomeIsRefused() {
    String[] fate =
        IntStream.range(0, 100).mapToObj(i -> i % 3 == 0 ? "gone" : "here").toArray(String[]::new);
    Table table =
        Table.create(
            StringColumn.create("id", IntStream.range(0, 100).mapToObj(i -> "c" + i)),
            StringColumn.create("fate", fate),
            StringColumn.create("status", fate));
    LabelledPlan plan = Churn.asLabelled().classifyWith(LogisticRegression.withDefaults());
    assertThatThrownBy(
            () ->
                plan.fit(
                    CustomerFeatures.from(
                        table, c -> c.id("id").categorical("status").target("fate", "gone"))))
        .hasMessageContaining("feature 'status' alone tells who is 'gone' with an AUC of 1.000");
    assertThatThrownBy(
            () ->
                plan.fit(
                    CustomerFeatures.from(
                        table, c -> c.id("id").categorical("status").target("fate"))))
        .hasMessage(
            "these customers have no positive class; name column and class with target(column,"
                + " positive)");
  }
}
