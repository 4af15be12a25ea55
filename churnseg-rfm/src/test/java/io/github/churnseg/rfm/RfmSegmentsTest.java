package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.model.SegmentLabel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfmSegmentsTest {

  private static final RfmConvention UNDATED = RfmConvention.undated();

  static RfmTable table(int[] recency, int[] frequency, double[] monetary) {
    List<String> ids = IntStream.range(0, recency.length).mapToObj(row -> "c" + row).toList();
    return RfmTable.of(ids, recency, frequency, monetary, UNDATED);
  }

  /** One order for {@code once} customers, then 2, 3, 4 … orders for one each. */
  private static RfmTable mostlyOnce(int once, int repeat) {
    int[] recency = IntStream.range(0, once + repeat).toArray();
    int[] orders = IntStream.range(0, once + repeat).map(i -> Math.max(1, i - once + 2)).toArray();
    double[] money = Arrays.stream(recency).asDoubleStream().toArray();
    return table(recency, orders, money);
  }

  /**
   * The reference's quartile cuts are 113, 218 and 345 days; its five golden customers with F = M =
   * 1 score R 4, 3, 1, 2, 2, weigh 2.5, 2.0, 1.0, 1.5, 1.5 and are medium, medium, high, high,
   * high.
   */
  @ParameterizedTest
  @CsvSource({
    "111, 4, 411, 2.5, medium",
    "114, 3, 311, 2.0, medium",
    "536, 1, 111, 1.0, high",
    "320, 2, 211, 1.5, high",
    "287, 2, 211, 1.5, high",
    "113, 4, 411, 2.5, medium",
    "345, 2, 211, 1.5, high"
  })
  void scoresTheReferenceCustomers(int days, int r, String code, double weighted, String risk) {
    RfmTable five =
        table(
            new int[] {0, 113, 218, 345, 713},
            new int[] {1, 1, 1, 1, 1},
            new double[] {1, 1, 1, 1, 1});
    RfmSegmentModel model = RfmSegments.quantiles(4).fit(five);
    assertThat(model.cuts(Dimension.RECENCY)).containsExactly(113.0, 218.0, 345.0);
    assertThat(model.score(days, 1, 1))
        .isEqualTo(new RfmScore(r, 1, 1, code, code, weighted, risk));
  }

  @Test
  void fiveLevelsAreNamedByRecencyAndFrequency() {
    RfmTable rfm = Rfm.withDefaults().extract(Logs.shop(500, 1));
    RfmSegmentModel model = RfmSegments.quintiles().fit(rfm);
    assertThat(model.map().names()).isEqualTo(SegmentMap.recencyFrequency().names());
    assertThat(model.labels().get(0)).isEqualTo(new SegmentLabel("Champions"));
    assertThat(model.convention()).isEqualTo(rfm.convention());
  }

  @Test
  void theFifthOfTenCustomersIsCutBetweenTheSecondAndTheThird() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(0, 10));
    // NumPy: quantile(arange(10), [.2, .4, .6, .8]) = 1.8, 3.6, 5.4, 7.2
    assertThat(model.cuts(Dimension.RECENCY)).containsExactly(1.8, 3.6, 5.4, 7.2);
    assertThat(model.cuts(Dimension.MONETARY)).containsExactly(1.8, 3.6, 5.4, 7.2);
    assertThat(model.score(1.8, 1, 1.8)).extracting(RfmScore::r, RfmScore::m).contains(5, 1);
    assertThat(model.score(1.9, 1, 1.9)).extracting(RfmScore::r, RfmScore::m).contains(4, 2);
  }

  @Test
  void manyOneTimeBuyersScoreLowestAndRepeatBuyersAboveThem() {
    RfmTable rfm = mostlyOnce(54, 46);
    RfmSegmentModel model = RfmSegments.quintiles().fit(rfm);
    assertThat(model.score(0, 1, 0).f()).isEqualTo(1);
    assertThat(model.score(0, 2, 0).f()).isEqualTo(3);
    ScoreLevels levels = model.report().levels().get(1);
    assertThat(levels.emptyLevels()).containsExactly(2);
    assertThat(levels.tiedValue()).isEqualTo(1);
    assertThat(levels.tiedShare()).isEqualTo(0.54);
    assertThat(levels.customers()).containsExactly(54, 0, 6, 20, 20);
    assertThat(model.report().warnings())
        .containsExactly(
            "F: no customer has level 2, because 54.0% of customers share the value 1;"
                + " thresholds(Dimension.FREQUENCY, …) sets cut points by hand");
  }

  @Test
  void whereNearlyAllBoughtOnceTwoLevelsRemain() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(97, 3));
    assertThat(model.score(0, 1, 0).f()).isEqualTo(1);
    assertThat(model.score(0, 2, 0).f()).isEqualTo(5);
    assertThat(model.report().levels().get(1).emptyLevels()).containsExactly(2, 3, 4);
    assertThat(model.report().toString())
        .contains("F: no customer has level 2, 3, 4, because 97.0% of customers share the value 1");
  }

  @Test
  void ownCutPointsMakeTheLevels() {
    RfmSegmentModel model =
        RfmSegments.quantiles(3)
            .thresholds(Dimension.RECENCY, 180, 365)
            .thresholds(Dimension.FREQUENCY, 1, 3)
            .fit(mostlyOnce(50, 50));
    assertThat(model.cuts(Dimension.RECENCY)).containsExactly(180.0, 365.0);
    assertThat(model.score(180, 3, 0)).extracting(RfmScore::r, RfmScore::f).contains(3, 2);
    assertThat(model.score(366, 4, 0)).extracting(RfmScore::r, RfmScore::f).contains(1, 3);
    assertThat(model.map().names()).isEqualTo(SegmentMap.threeLevels().names());
    assertThat(model.report().warnings()).contains("R: no customer has level 1, 2");
  }

  @Test
  void eachDimensionMayHaveItsOwnNumberOfLevels() {
    RfmSegmentModel model = RfmSegments.quintiles().bins(10, 2, 4).fit(mostlyOnce(50, 50));
    assertThat(model.cuts(Dimension.RECENCY)).hasSize(9);
    assertThat(model.score(0, 1, 0).code()).isEqualTo("10-1-1");
    assertThat(model.labels()).hasSize(80);
  }

  @Test
  void laterCustomersAreScoredByTheSameCuts() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(50, 50));
    RfmTable later = table(new int[] {900, 0}, new int[] {1, 99}, new double[] {0.5, 1e9});
    RfmScores scores = model.scores(later);
    assertThat(scores.of("c0").orElseThrow().code()).isEqualTo("111");
    assertThat(scores.of("c1").orElseThrow().code()).isEqualTo("555");
    assertThat(scores.of("nobody")).isEmpty();
    assertThat(model.assign(later).of("c1")).contains(new SegmentLabel("Champions"));
  }

  @Test
  void customersOfAnotherConventionAreRefused() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(50, 50));
    RfmTable lines = Rfm.withDefaults().frequency(Frequency.LINES).extract(Logs.shop(20, 1));
    assertThatThrownBy(() -> model.assign(lines))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("F = orders")
        .hasMessageContaining("F = order lines")
        .hasMessageEndingWith("extract them with the model's F and M");
  }

  @Test
  void oneCustomerHasTheBestRecencyAndTheReportWarns() {
    RfmSegmentModel model =
        RfmSegments.quintiles().fit(table(new int[] {9}, new int[] {2}, new double[] {7}));
    assertThat(model.score(9, 2, 7).code()).isEqualTo("511");
    assertThat(model.report().warnings())
        .hasSize(4)
        .contains("only 1 customer for 5 levels; the cut points are a matter of chance below 50");
  }

  @Test
  void scoresHaveATable() {
    RfmTable rfm = mostlyOnce(2, 2);
    RfmScores scores = RfmSegments.quantiles(2).fit(rfm).scores(rfm);
    assertThat(scores.toTable().columnNames())
        .containsExactly(
            "customer",
            "recency",
            "frequency",
            "monetary",
            "r",
            "f",
            "m",
            "code",
            "segment",
            "weighted",
            "risk");
    assertThat(scores.toTable().stringColumn("code").asList())
        .containsExactly("211", "211", "122", "122");
    assertThat(scores.size()).isEqualTo(4);
    assertThat(scores.customers()).isSameAs(rfm);
    assertThat(scores.toString())
        .startsWith("customer  recency  frequency  monetary  code  segment  weighted  risk");
  }

  @Test
  void aNumberThatIsNoneCannotBeScored() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(50, 50));
    assertThatThrownBy(() -> model.score(1, Double.NaN, 1))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("frequency NaN");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 11})
  void levelsOutsideTwoToTenAreRefused(int levels) {
    assertThatThrownBy(() -> RfmSegments.quantiles(levels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a dimension has 2 to 10 levels, seen " + levels);
  }

  @Test
  void cutPointsThatDoNotAscendAreRefused() {
    RfmSegments plan = RfmSegments.quintiles();
    assertThatThrownBy(() -> plan.thresholds(Dimension.MONETARY, 10, 10))
        .hasMessage(
            "cut points must be finite and ascend, seen [10.0, 10.0]; sort them, drop repeats");
    assertThatThrownBy(() -> plan.thresholds(Dimension.MONETARY, Double.NaN))
        .hasMessageContaining("must be finite");
    assertThatThrownBy(() -> plan.thresholds(Dimension.MONETARY))
        .hasMessageContaining("a dimension has 1 to 9 cut points, seen 0");
  }

  @Test
  void aMapOfOtherLevelsIsRefusedWhenFitting() {
    RfmSegments plan = RfmSegments.quintiles().map(SegmentMap.threeLevels());
    assertThatThrownBy(() -> plan.fit(mostlyOnce(5, 5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the map needs 3 levels of R, 3 of F and 3 of M, but the plan has 5, 5 and 5 levels of R,"
                + " F and M; change bins(r, f, m), the thresholds or the map");
    assertThat(plan.bins(3, 3, 3).fit(mostlyOnce(5, 5)).labels()).hasSize(6);
    assertThatThrownBy(
            () -> RfmSegments.quantiles(4).map(SegmentMap.recencyFrequency()).fit(mostlyOnce(5, 5)))
        .hasMessageContaining("the map needs 5 levels of R and 5 of F, but");
    assertThatThrownBy(
            () -> RfmSegments.quantiles(4).map(SegmentMap.recencyValue()).fit(mostlyOnce(5, 5)))
        .hasMessageContaining("the map needs 5 levels of R, 5 of F and 5 of M, but");
  }

  @Test
  void weightsMustSumToOne() {
    RfmSegments plan = RfmSegments.quintiles();
    assertThatThrownBy(() -> plan.weights(0.5, 0.5, 0.5))
        .hasMessageContaining(
            "weights must be 0 or more and sum to 1, seen 0.5, 0.5, 0.5 with sum 1.5");
    assertThatThrownBy(() -> plan.weights(1.5, -0.5, 0)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> plan.weights(Double.NaN, 1, 0)).hasMessageContaining("sum to 1");
    RfmSegmentModel byMoney = plan.weights(0, 0, 1).fit(mostlyOnce(50, 50));
    assertThat(byMoney.score(0, 9, 0).weighted()).isEqualTo(1);
  }

  @Test
  void equalWeightedScoresShareATier() {
    // 0.3 * 3 + 0.2 * 1 and 0.3 * 1 + 0.2 * 4 are both 1.1, but not as sums of doubles
    Weights weights = Weights.DEFAULT;
    assertThat(weights.mean(1, 3, 1)).isEqualTo(weights.mean(1, 1, 4));
  }

  @Test
  void riskTiersTellAskedAndActualShares() {
    RfmSegmentModel model = RfmSegments.quintiles().fit(mostlyOnce(54, 46));
    RiskReport risk = model.report().risk();
    assertThat(risk.tiers())
        .extracting(RiskReport.Tier::name)
        .containsExactly("high", "medium", "low");
    assertThat(risk.tiers()).extracting(RiskReport.Tier::asked).containsExactly(0.25, 0.5, 0.25);
    assertThat(risk.tiers().stream().mapToInt(RiskReport.Tier::customers).sum()).isEqualTo(100);
    assertThat(risk.tiers().stream().mapToDouble(RiskReport.Tier::actual).sum()).isEqualTo(1);
    assertThat(risk.toTable().columnNames())
        .containsExactly("risk", "up_to", "asked_share", "share", "customers");
    assertThat(risk.toString()).startsWith("risk    weighted score  asked  actual  customers\n");
  }

  @Test
  void riskTiersMayBeNamedAndCutOtherwise() {
    RiskTiers five = new RiskTiers(List.of("out", "in"), List.of(0.1));
    RfmTable rfm = mostlyOnce(0, 100);
    RfmSegmentModel model = RfmSegments.quintiles().riskTiers(five).fit(rfm);
    assertThat(model.score(0, 1, 0).risk()).isIn("out", "in");
    assertThat(RiskTiers.withDefaults().at(0.1, 0.9).quantiles()).containsExactly(0.1, 0.9);
    assertThatThrownBy(() -> RiskTiers.withDefaults().at(0.5))
        .hasMessageContaining("n tiers need n different names and n - 1 quantiles");
    assertThatThrownBy(() -> RiskTiers.withDefaults().at(0.9, 0.1))
        .hasMessageContaining("quantiles must ascend between 0 and 1, seen [0.9, 0.1]");
    assertThatThrownBy(() -> RiskTiers.withDefaults().at(0, 0.1)).hasMessageContaining("ascend");
  }
}
