package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TargetsTest {

  private static final int SIZE = 100;

  /** Customer i of 100: risk i / 100, profit falling from 50 by halves, two cities. */
  private static Risks risks(boolean reversed) {
    CustomerFeatures customers =
        CustomerFeatures.from(
            Table.create(
                StringColumn.create("id", rows(reversed).mapToObj(i -> "c" + i)),
                DoubleColumn.create(
                    "profit", rows(reversed).mapToDouble(i -> i == 99 ? Double.NaN : 50 - i / 2.0)),
                DoubleColumn.create("contacts", rows(reversed).mapToDouble(i -> i % 5)),
                StringColumn.create(
                    "city", rows(reversed).mapToObj(i -> i % 2 == 0 ? "Riga" : "Graz"))),
            c -> c.id("id").numeric("profit", "contacts").categorical("city"));
    double[] both =
        rows(reversed)
            .mapToDouble(i -> i / 100.0)
            .flatMap(risk -> DoubleStream.of(risk, 1 - risk))
            .toArray();
    Predictions predictions =
        new Predictions(customers, List.of("left", "stayed"), Optional.of("left"), both);
    double[] spend = rows(reversed).mapToDouble(i -> 10.0 * (i % 10)).toArray();
    return new Risks(predictions, Optional.of(spend), 0, 0);
  }

  private static IntStream rows(boolean reversed) {
    return IntStream.range(0, SIZE).map(i -> reversed ? SIZE - 1 - i : i);
  }

  @Test
  void countsAfterEachCondition() {
    TargetList list =
        risks(false)
            .select(
                Targets.byRisk()
                    .minRisk(0.5)
                    .minQuantile("profit", 0.25)
                    .max("contacts", 1)
                    .is("city", "Riga")
                    .except(List.of("c50", "nobody"))
                    .limit(3));
    // profit of c0..c98 is 50..1, its lower quartile 13.25, so c50..c73 are left
    assertThat(list.steps())
        .extracting(TargetStep::customers)
        .containsExactly(100, 50, 24, 10, 5, 4, 3);
    assertThat(list.steps())
        .extracting(TargetStep::condition)
        .containsExactly(
            "customers with a risk",
            "risk ≥ 0.5",
            "profit ≥ quantile 0.25 = 13.25",
            "contacts ≤ 1.0",
            "city is Riga",
            "not among 2 left out by id",
            "the first by risk");
    assertThat(list.ids()).containsExactly("c70", "c66", "c60");
    assertThat(list.control()).isEmpty();
    assertThat(list.stepsTable().rowCount()).isEqualTo(7);
  }

  @Test
  void expectedLossIsRiskTimesMoney() {
    TargetList list =
        risks(false).select(Targets.byExpectedLoss().minRisk(0.6).minSpend(50).limit(2));
    assertThat(list.ids()).containsExactly("c99", "c89");
    Table table = list.toTable();
    assertThat(table.columnNames()).containsExactly("customer", "risk", "spend", "expected loss");
    assertThat(table.doubleColumn("expected loss").asDoubleArray())
        .containsExactly(0.99 * 90, 0.89 * 90);
    assertThat(list.toString()).contains("the first by expected loss", "c99");
  }

  @Test
  void profitIsNotSpendAndAMissingValueMeetsNothing() {
    TargetList list = risks(false).select(Targets.byExpectedLoss("profit").minSpend(1));
    assertThat(list.size()).isEqualTo(99);
    assertThat(list.steps())
        .extracting(TargetStep::toString)
        .containsExactly(
            "TargetStep[condition=customers with a risk, customers=100]",
            "TargetStep[condition=expected loss is known, customers=99]",
            "TargetStep[condition=profit ≥ 1.0, customers=99]");
    assertThat(list.ids().get(0)).isEqualTo("c50"); // .5 × 25 is the greatest product
  }

  @Test
  void expectedProfitKeepsWhomAContactPays() {
    Campaign campaign = Campaign.keeping(200).offer(10).contact(1).acceptance(0.3);
    TargetList list = risks(false).select(Targets.byExpectedProfit(campaign));
    // p (.3 × 190 - 1) - (1 - p) 11 > 0 from p = 11 / 67 = .164 on
    assertThat(list.steps())
        .extracting(TargetStep::toString)
        .containsExactly(
            "TargetStep[condition=customers with a risk, customers=100]",
            "TargetStep[condition=expected profit > 0, customers=83]");
    assertThat(list.toTable().doubleColumn("expected profit").get(0))
        .isCloseTo(0.99 * 56 - 0.01 * 11, within(1e-9));
    TargetList own = risks(false).select(Targets.byExpectedProfit(campaign, "spend"));
    assertThat(own.ids()).startsWith("c99", "c98", "c89");
    assertThat(own.size()).isLessThan(83);
  }

  @Test
  void controlGroupIsDrawnByIdAndComesOnTop() {
    Targets targets = Targets.byRisk().limit(20).control(5, 42);
    TargetList list = risks(false).select(targets);
    assertThat(list.ids()).hasSize(20);
    assertThat(list.control()).hasSize(5);
    Set<String> chosen = new HashSet<>(list.ids());
    chosen.addAll(list.control());
    assertThat(chosen)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(75, 100).mapToObj(i -> "c" + i).toList());
    TargetList reversed = risks(true).select(targets);
    assertThat(reversed.ids()).isEqualTo(list.ids());
    assertThat(reversed.control()).isEqualTo(list.control());
    assertThat(risks(false).select(Targets.byRisk().limit(20).control(5, 43)).control())
        .isNotEqualTo(list.control());
    assertThat(list.controlTable().stringColumn("customer").asList()).isEqualTo(list.control());
    assertThat(list.steps().get(list.steps().size() - 1))
        .isEqualTo(new TargetStep("not held out", 20));
  }

  /** Each customer is held out about as often as any other. */
  @Test
  void controlGroupsAreFair() {
    int[] drawn = new int[SIZE];
    for (int seed = 0; seed < 400; seed++) {
      TargetList list = risks(false).select(Targets.byRisk().control(25, seed));
      list.control().forEach(id -> drawn[Integer.parseInt(id.substring(1))]++);
    }
    // 400 × .25 = 100 each, with a standard deviation of 8.7
    assertThat(Arrays.stream(drawn)).allMatch(times -> times > 60 && times < 140);
  }

  @Test
  void limitMayBeAShareOfAll() {
    assertThat(risks(false).select(Targets.byRisk().limitShare(0.07)).size()).isEqualTo(7);
  }

  @Test
  void profileTellsSegmentFromRest() {
    TargetList list = risks(false).select(Targets.byRisk().minRisk(0.9).is("city", "Riga"));
    TargetProfile profile = list.profile();
    assertThat(profile.of("risk").segment()).isCloseTo(0.94, within(1e-12));
    assertThat(profile.of("city", "Riga").segment()).isEqualTo(1);
    assertThat(profile.of("city", "Riga").rest()).isCloseTo(45 / 95.0, within(1e-12));
    // sd of 0..99 over 100 is sqrt(833.25) / 100
    assertThat(profile.of("risk").difference())
        .isCloseTo((0.94 - profile.of("risk").rest()) / (Math.sqrt(833.25) / 100), within(1e-9));
    assertThat(profile.lines())
        .isSortedAccordingTo(Comparator.comparingDouble(line -> -Math.abs(line.difference())));
    assertThat(profile.toTable().columnNames())
        .containsExactly("column", "category", "segment", "rest", "difference");
    assertThat(profile.toString()).startsWith("5 customers in the segment, 95 in the rest\n");
    assertThat(profile.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThatThrownBy(() -> profile.of("x")).hasMessageContaining("no line for 'x'");
    assertThatThrownBy(() -> risks(false).select(Targets.byRisk()).profile())
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("100 of 100 customers are chosen");
  }

  @Test
  void nobodyIsAListToo() {
    TargetList none = risks(false).select(Targets.byRisk().minRisk(1));
    assertThat(none.size()).isZero();
    assertThat(none.toTable().rowCount()).isZero();
    assertThat(none.toString()).contains("risk ≥ 1.0");
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> Targets.byRisk().minRisk(60))
        .hasMessage("minRisk=60.0; choose a probability, 0 to 1");
    assertThatThrownBy(() -> Targets.byRisk().limit(0)).hasMessage("limit=0; choose 1 or more");
    assertThatThrownBy(() -> Targets.byRisk().limitShare(2)).hasMessageContaining("limitShare=2.0");
    assertThatThrownBy(() -> Targets.byRisk().control(0, 1)).hasMessageContaining("control=0");
    assertThatThrownBy(() -> Targets.byRisk().minQuantile("profit", 70))
        .hasMessageContaining("quantile 70.0 of 'profit'");
    assertThatThrownBy(() -> Targets.byRisk().min("profit", Double.NaN))
        .hasMessage("the bound on 'profit' is NaN; choose a number");
    assertThatThrownBy(() -> Targets.byRisk().is("city")).hasMessageContaining("names no value");
    assertThatThrownBy(() -> risks(false).select(Targets.byRisk().min("x", 1)))
        .hasMessage("no numeric column 'x'; there are [risk, spend, profit, contacts]");
    assertThatThrownBy(() -> risks(false).select(Targets.byRisk().is("x", "y")))
        .hasMessage("no categorical column 'x'; there are [city]");
    assertThatThrownBy(() -> Risks.of(risks(false).predictions()).select(Targets.byExpectedLoss()))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("these risks do not come from a log");
    assertThatThrownBy(() -> risks(false).select(Targets.byRisk().minRisk(0.98).control(2, 1)))
        .hasMessage(
            "control group of 2, but only 2 customers are chosen; hold fewer out, or choose more");
    assertThatThrownBy(
            () ->
                Risks.of(
                    new Predictions(
                        risks(false).customers().select(0),
                        List.of("a", "b"),
                        Optional.empty(),
                        new double[] {.5, .5})))
        .hasMessageContaining("no class was named as the positive one");
    assertThat(Targets.byExpectedLoss().minRisk(0.6).limit(500).control(50, 1))
        .hasToString("Targets: by expected loss, risk ≥ 0.6, at most 500, 50 held out");
  }
}
