package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ProfitTest {

  private static final double[] RISKS = {.9, .8, .7, .6, .6, .4, .3, .3, .2, .1};
  private static final Labels TRUTH = labels(1, 0, 1, 1, 0, 0, 1, 0, 0, 0);

  private static Labels labels(int... left) {
    return Labels.of(Arrays.stream(left).mapToObj(one -> one == 1 ? "left" : "stayed").toList());
  }

  private static Predictions risks(double... left) {
    CustomerFeatures customers =
        CustomerFeatures.from(
            Table.create(
                StringColumn.create("id", IntStream.range(0, left.length).mapToObj(i -> "c" + i)),
                DoubleColumn.create("x", left)),
            c -> c.id("id").numeric("x"));
    double[] both =
        Arrays.stream(left).flatMap(p -> Arrays.stream(new double[] {p, 1 - p})).toArray();
    return new Predictions(customers, List.of("left", "stayed"), Optional.of("left"), both);
  }

  @Test
  void theBestPointIsThatOfASearchByHand() {
    Campaign campaign = Campaign.keeping(200).offer(10).contact(1).acceptance(0.3);
    ProfitCurve curve = ProfitCurve.of(risks(RISKS), TRUTH, campaign);
    // a leaver brings .3 (200 - 10) - 1 = 56, a stayer costs 11; the eight from .3 hold all 4
    // leavers
    assertThat(curve.best()).isEqualTo(new ProfitPoint(.3, 8, .8, 4, 4 * 56 - 4 * 11.0, 18));
    assertThat(curve.points()).hasSize(9);
    assertThat(curve.points().get(4).contacted()).isEqualTo(5);
    Threshold threshold = Threshold.byProfit(risks(RISKS), TRUTH, campaign);
    assertThat(threshold.value()).isEqualTo(.3);
    assertThat(threshold).hasToString("P >= 0.3000, profit is largest there: 18.0000 a customer");
    assertThat(threshold.select(risks(RISKS))).hasSize(8);
    assertThat(curve.toTable().rowCount()).isEqualTo(9);
    assertThat(curve.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(curve.toString()).contains("best").contains("expected maximum profit");
  }

  @Test
  void nobodyIsContactedWhereNoContactPays() {
    Campaign dear = Campaign.keeping(10).offer(9).contact(50);
    ProfitCurve curve = ProfitCurve.of(risks(RISKS), TRUTH, dear);
    assertThat(curve.best().contacted()).isZero();
    assertThat(curve.expectedMaximum()).isEqualTo(new ExpectedProfit(0, 0));
    assertThat(Threshold.byProfit(risks(RISKS), TRUTH, dear).select(risks(RISKS))).isEmpty();
    assertThat(dear.breakEven()).isGreaterThan(1);
  }

  @Test
  void aContactAtTheBreakEvenBringsNothing() {
    Campaign campaign = Campaign.keeping(120).offer(15).contact(2).acceptance(0.4);
    double risk = campaign.breakEven();
    assertThat(campaign.profit(risk, 1 - risk, campaign.acceptance())).isCloseTo(0, within(1e-12));
    assertThat(Threshold.byCost(campaign).value()).isEqualTo(risk);
  }

  /** The paper's integral, with the best of all points taken at each acceptance. */
  @Property(tries = 30)
  void theExpectedMaximumIsThePapersIntegral(
      @ForAll long seed,
      @ForAll @IntRange(min = 5, max = 60) int customers,
      @ForAll @DoubleRange(min = 0, max = 60) double offer,
      @ForAll @DoubleRange(min = 0, max = 20) double contact) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] risks = new double[customers];
    int[] left = new int[customers];
    for (int row = 0; row < customers; row++) {
      left[row] = random.nextInt(3) == 0 ? 1 : 0;
      risks[row] = Math.round(10 * (0.3 * left[row] + 0.7 * random.nextDouble())) / 10.0;
    }
    left[0] = 1;
    left[1] = 0;
    Campaign campaign = Campaign.keeping(200).offer(offer).contact(contact);
    ProfitCurve curve = ProfitCurve.of(risks(risks), labels(left), campaign);
    BetaDistribution acceptance = new BetaDistribution(6, 14);
    double expected =
        new SimpsonIntegrator(1e-7, 1e-7, 9, 30)
            .integrate(
                1 << 24,
                gamma ->
                    acceptance.density(gamma)
                        * curve.points().stream()
                            .mapToDouble(
                                point ->
                                    campaign.profit(
                                        point.leavers(),
                                        point.contacted() - point.leavers(),
                                        gamma))
                            .max()
                            .orElseThrow()
                        / customers,
                0,
                1);
    assertThat(curve.expectedMaximum().perCustomer()).isCloseTo(expected, within(1e-3));
    assertThat(curve.expectedMaximum().perCustomer())
        .isGreaterThanOrEqualTo(curve.best().profitPerCustomer() - 1e-9);
    assertThat(curve.expectedMaximum().share()).isBetween(0.0, 1 + 1e-12);
  }

  @Test
  void f1AndCapacityChooseThresholds() {
    Threshold best = Threshold.byF1(risks(RISKS), TRUTH);
    // 5 taken, 3 of 4 found: F1 = 6 / 9, and so with 8 taken and 4 found; the higher one is taken
    assertThat(best.value()).isEqualTo(.6);
    assertThat(Evaluation.of(risks(RISKS), TRUTH).at(best.value()).f1())
        .isCloseTo(2 / 3.0, within(1e-12));
    assertThat(Threshold.byCapacity(risks(RISKS), 3).value()).isEqualTo(.7);
    assertThat(Threshold.byCapacity(risks(RISKS), 4).select(risks(RISKS))).hasSize(3);
    assertThat(Threshold.byCapacity(risks(RISKS), 5).select(risks(RISKS))).hasSize(5);
    assertThat(Threshold.byCapacity(risks(RISKS), 0).select(risks(RISKS))).isEmpty();
    assertThat(Threshold.byCapacity(risks(RISKS), 99).select(risks(RISKS))).hasSize(10);
    assertThat(Threshold.of(0.5).reaches(0.5)).isTrue();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> Campaign.keeping(0)).hasMessageContaining("nobody is worth keeping");
    assertThatThrownBy(() -> Campaign.keeping(-1)).hasMessage("value=-1.0; choose 0 or more");
    assertThatThrownBy(() -> Campaign.keeping(10).offer(10))
        .hasMessage("offer=10.0 costs what the customer brings, 10.0; choose less");
    assertThatThrownBy(() -> Campaign.keeping(10).acceptance(1)).hasMessageContaining("between 0");
    assertThatThrownBy(() -> Campaign.keeping(10).acceptance(0, 1)).hasMessageContaining("Beta(");
    assertThatThrownBy(() -> Threshold.of(Double.NaN)).hasMessageContaining("choose a probability");
    assertThatThrownBy(() -> Threshold.byCapacity(risks(RISKS), -1))
        .hasMessage("capacity=-1; choose 0 or more customers");
    assertThatThrownBy(() -> Threshold.byF1(risks(.1, .2), TRUTH))
        .hasMessage("2 predictions but 10 labels; give one a customer");
    assertThatThrownBy(() -> Threshold.byF1(risks(), Labels.of(List.of())))
        .isInstanceOf(InvalidDataException.class);
    assertThat(Campaign.keeping(200))
        .hasToString("value 200.0, offer 10.0, contact 1.0, acceptance Beta(6.0, 14.0)");
  }
}
