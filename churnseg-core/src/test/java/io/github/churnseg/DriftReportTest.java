package io.github.churnseg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.DriftReport.Verdict;
import io.github.churnseg.ToyChain.AboveMean;
import io.github.churnseg.ToyChain.City;
import io.github.churnseg.ToyChain.Shares;
import io.github.churnseg.ToyChain.Spend;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftReportTest {

  private static final ClassifiedModel<Transactions> MODEL =
      Segmentation.builder()
          .features(new Spend())
          .segmentBy("value", new AboveMean("spend"))
          .segmentBy("habit", new AboveMean("orders"))
          .classifyWith(new Shares(false), new City())
          .build()
          .fit(ToyChain.log(2000, 365, 1));

  @Test
  void theSameCustomersHaveNotMoved() {
    DriftReport drift = MODEL.segments().drift(ToyChain.log(2000, 365, 1));
    assertThat(drift.rows()).hasSize(5).allMatch(row -> row.index() < 1e-12);
  }

  @Test
  void othersOfTheSameKindMoveNoMoreThanChance() {
    DriftReport drift = MODEL.drift(ToyChain.log(2000, 365, 2));
    assertThat(drift.rows()).allMatch(row -> row.verdict() == Verdict.STABLE);
    assertThat(drift.rows().stream().filter(row -> row.index() > row.byChance()).count())
        .isLessThanOrEqualTo(2);
  }

  @Test
  void whoSpendsTwiceHasMoved() {
    List<Purchase> lines =
        ToyChain.purchases(2000, 365, 2).stream()
            .map(
                line ->
                    new Purchase(
                        line.customer(),
                        line.order(),
                        line.time(),
                        line.amount().multiply(BigDecimal.valueOf(2)),
                        line.texts(),
                        line.numbers()))
            .toList();
    DriftReport drift = MODEL.drift(Transactions.from(lines));
    assertThat(drift.of("feature", "spend").orElseThrow().verdict()).isEqualTo(Verdict.LARGE);
    assertThat(drift.of("feature", "orders").orElseThrow().verdict()).isEqualTo(Verdict.STABLE);
    assertThat(drift.of("newcomer", "city").orElseThrow().verdict()).isEqualTo(Verdict.STABLE);
    assertThat(drift.of("segment", "predicted")).isPresent();
    assertThat(drift.toString()).contains("PSI", "large");
    assertThat(drift.toTable().columnNames())
        .containsExactly("kind", "name", "psi", "by_chance", "verdict");
  }

  @Test
  void fewCustomersAreNotTakenForAShift() {
    DriftReport drift = MODEL.drift(ToyChain.log(12, 365, 4));
    assertThat(drift.rows()).noneMatch(row -> row.verdict() == Verdict.LARGE);
  }

  /** By hand: one customer is added to each of the two, spread 5 to 3 as both together are. */
  @Test
  void theIndexIsThatOfTheFormula() {
    long[] then = {50, 50};
    long[] now = {75, 25};
    double share = 50.625 / 101;
    double newShare = 75.625 / 101;
    double expected =
        (newShare - share) * Math.log(newShare / share)
            + (share - newShare) * Math.log((1 - newShare) / (1 - share));
    assertThat(Stability.index(then, now)).isCloseTo(expected, within(1e-15));
    assertThat(Stability.index(then, new long[] {7, 7})).isZero();
    assertThat(Stability.index(new long[] {10, 0}, new long[] {0, 10})).isFinite();
  }

  /** Quantiles of chi-squared as R 4.3 qchisq(.95, df) has them. */
  @ParameterizedTest
  @CsvSource({"2, 3.841", "5, 9.488", "10, 16.919", "21, 31.41"})
  void chanceIsChiSquared(int bins, double quantile) {
    long[] counts = new long[bins];
    Arrays.fill(counts, 1000 / bins);
    double reciprocals = 2.0 / (bins * (1000 / bins));
    assertThat(Stability.byChance(counts, counts) / reciprocals)
        .isCloseTo(quantile, within(0.03 * quantile));
  }

  @Test
  void aTiedLeastValueLeavesABinBelowIt() {
    double[] ones = new double[100];
    Arrays.fill(ones, 1);
    ReferenceColumn reference = ReferenceColumn.ofNumbers("feature", "orders", ones);
    assertThat(reference.counts()).containsExactly(0, 100, 0, 0);
    assertThat(reference.countNumbers(new double[] {0, 1, 2, Double.NaN}))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void textsThatWereNotThereAndMissingOnesHaveBinsOfTheirOwn() {
    ReferenceColumn reference =
        ReferenceColumn.ofLevels("feature", "city", List.of("Riga", "Porto"), 3, row -> row - 1);
    assertThat(reference.counts()).containsExactly(1, 1, 0, 1);
    assertThat(reference.countLevels(List.of("Porto", "Lyon"), 3, row -> row - 1))
        .containsExactly(0, 1, 1, 1);
  }

  @Test
  void aLogWithoutBuyersIsRefused() {
    Transactions empty = Transactions.from(List.of());
    assertThatThrownBy(() -> MODEL.drift(empty)).hasMessageContaining("no customers");
  }
}
