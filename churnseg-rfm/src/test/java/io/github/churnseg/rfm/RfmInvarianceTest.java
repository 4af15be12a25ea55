package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must not change the scores of anybody. */
class RfmInvarianceTest {

  /** Few customers, days and prices, so that ties are the rule. */
  @Provide
  Arbitrary<List<Purchase>> purchases() {
    Arbitrary<Purchase> line =
        Combinators.combine(
                Arbitraries.integers().between(0, 25),
                Arbitraries.integers().between(0, 4),
                Arbitraries.integers().between(-300, 2000))
            .as(
                (customer, order, cents) ->
                    new Purchase(
                        "c" + customer,
                        customer + "/" + order,
                        Logs.AS_OF.atTime(10, 0).minusDays(1 + (customer * 7 + order * 31) % 40),
                        BigDecimal.valueOf(cents, 2),
                        Map.of(),
                        Map.of()));
    Purchase sure = Logs.line("sure", "s", "2026-06-20T12:00", 5.00);
    return line.list()
        .ofMinSize(1)
        .ofMaxSize(120)
        .map(
            lines -> {
              List<Purchase> all = new ArrayList<>(lines);
              all.add(sure);
              return all;
            });
  }

  @Provide
  Arbitrary<Rfm> extractors() {
    return Combinators.combine(Arbitraries.of(Frequency.class), Arbitraries.of(Monetary.class))
        .as((frequency, monetary) -> Rfm.withDefaults().frequency(frequency).monetary(monetary));
  }

  @Property(tries = 200)
  void shufflingRows(
      @ForAll("purchases") List<Purchase> lines,
      @ForAll("extractors") Rfm rfm,
      @ForAll Random random) {
    List<Purchase> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    assertThat(scores(rfm, shuffled)).isEqualTo(scores(rfm, lines));
  }

  @Property(tries = 100)
  void renamingCustomers(@ForAll("purchases") List<Purchase> lines, @ForAll("extractors") Rfm rfm) {
    UnaryOperator<String> rename = id -> new StringBuilder("z" + id).reverse().toString();
    List<Purchase> renamed =
        lines.stream()
            .map(line -> with(line, rename.apply(line.customer()), line.amount()))
            .toList();
    Map<String, RfmScore> expected = new TreeMap<>();
    scores(rfm, lines).forEach((id, score) -> expected.put(rename.apply(id), score));
    assertThat(scores(rfm, renamed)).isEqualTo(expected);
  }

  @Property(tries = 300)
  void changingTheCurrencyUnit(
      @ForAll("purchases") List<Purchase> lines,
      @ForAll("extractors") Rfm rfm,
      @ForAll("units") BigDecimal unit) {
    List<Purchase> converted =
        lines.stream()
            .map(line -> with(line, line.customer(), line.amount().multiply(unit)))
            .toList();
    assertThat(scores(rfm, converted)).isEqualTo(scores(rfm, lines));
  }

  @Provide
  Arbitrary<BigDecimal> units() {
    return Arbitraries.of("100", "10", "3", "0.1", "0.07", "1234.567").map(BigDecimal::new);
  }

  @Property(tries = 200)
  void splittingAnOrderIntoLines(
      @ForAll("purchases") List<Purchase> lines, @ForAll @IntRange(min = 2, max = 5) int parts) {
    List<Purchase> split = new ArrayList<>();
    for (Purchase line : lines) {
      BigDecimal part = line.amount().scaleByPowerOfTen(-1);
      for (int i = 1; i < parts; i++) {
        split.add(with(line, line.customer(), part));
      }
      BigDecimal rest = line.amount().subtract(part.multiply(BigDecimal.valueOf(parts - 1L)));
      split.add(with(line, line.customer(), rest));
    }
    for (Frequency frequency : List.of(Frequency.ORDERS, Frequency.DAYS, Frequency.REPEAT_DAYS)) {
      Rfm rfm = Rfm.withDefaults().frequency(frequency);
      assertThat(scores(rfm, split)).isEqualTo(scores(rfm, lines));
    }
  }

  @Property(tries = 200)
  void betterNeverScoresLower(
      @ForAll("purchases") List<Purchase> lines, @ForAll @IntRange(min = 2, max = 10) int levels) {
    RfmTable rfm = Rfm.withDefaults().extract(log(lines));
    RfmSegmentModel model = RfmSegments.quantiles(levels).fit(rfm);
    RfmScores scores = model.scores(rfm);
    for (int a = 0; a < rfm.size(); a++) {
      for (int b = 0; b < rfm.size(); b++) {
        RfmScore one = scores.score(a);
        RfmScore other = scores.score(b);
        assertThat(rfm.recency(a) > rfm.recency(b) || one.r() >= other.r()).isTrue();
        assertThat(rfm.frequency(a) < rfm.frequency(b) || one.f() >= other.f()).isTrue();
        assertThat(rfm.monetary(a) < rfm.monetary(b) || one.m() >= other.m()).isTrue();
      }
    }
  }

  @Property(tries = 100)
  void whoBoughtOnceNeverScoresAboveOneInFrequency(@ForAll("purchases") List<Purchase> lines) {
    RfmTable rfm = Rfm.withDefaults().extract(log(lines));
    RfmScores scores = RfmSegments.quintiles().fit(rfm).scores(rfm);
    for (int row = 0; row < rfm.size(); row++) {
      assertThat(rfm.frequency(row) > 1 || scores.score(row).f() == 1).isTrue();
    }
  }

  private static Purchase with(Purchase line, String customer, BigDecimal amount) {
    return new Purchase(customer, line.order(), line.time(), amount, Map.of(), Map.of());
  }

  private static Transactions log(List<Purchase> lines) {
    return Transactions.from(lines).asOf(Logs.AS_OF);
  }

  private static Map<String, RfmScore> scores(Rfm extractor, List<Purchase> lines) {
    RfmTable rfm = extractor.extract(log(lines));
    RfmScores scores = RfmSegments.quintiles().fit(rfm).scores(rfm);
    Map<String, RfmScore> byId = new TreeMap<>();
    for (int row = 0; row < rfm.size(); row++) {
      byId.put(rfm.id(row), scores.score(row));
    }
    return byId;
  }
}
