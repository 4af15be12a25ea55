package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.Assignments;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What must hold of cohorts, ABC-XYZ, timeline and movement for any log. */
class OrderHistoryPropertiesTest {

  private static final LocalDate START = LocalDate.of(2025, 1, 1);
  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 15);

  @Provide
  Arbitrary<List<Purchase>> lines() {
    Arbitrary<Purchase> line =
        Combinators.combine(
                Arbitraries.integers().between(0, 9),
                Arbitraries.integers().between(0, 14),
                Arbitraries.integers().between(0, 370),
                Arbitraries.integers().between(-500, 3_000))
            .as(
                (customer, order, day, cents) ->
                    Purchase.of(
                        "c" + customer,
                        "o" + order,
                        START.plusDays(day).atStartOfDay(),
                        cents / 100.0));
    // The first line makes sure that somebody has bought something.
    return line.list().ofMinSize(1).ofMaxSize(60).map(OrderHistoryPropertiesTest::withABuyer);
  }

  private static List<Purchase> withABuyer(List<Purchase> lines) {
    List<Purchase> all = new ArrayList<>(lines);
    all.add(Purchase.of("buyer", "first", START.atTime(10, 0), 50));
    return all;
  }

  @Property(tries = 200)
  void everyBuyerIsInOneCohortAndActiveInItsMonth(@ForAll("lines") List<Purchase> lines) {
    Transactions log = Transactions.from(lines).asOf(AS_OF);

    CohortTable cohorts = Cohorts.monthly().of(log);

    assertThat(cohorts.customers()).isEqualTo(Demand.withDefaults().extract(log).size());
    assertThat(cohorts.cohorts().stream().mapToInt(cohorts::size).sum())
        .isEqualTo(cohorts.customers());
    for (YearMonth cohort : cohorts.cohorts()) {
      for (int since = 0; cohorts.observation(cohort, since) != Observation.NOT_YET; since++) {
        assertThat(cohorts.customers(cohort, since).orElseThrow())
            .isBetween(0, cohorts.size(cohort));
      }
    }
  }

  @Property(tries = 200)
  void theOrderOfLinesNeverMatters(@ForAll("lines") List<Purchase> lines, @ForAll int seed) {
    List<Purchase> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(seed));
    Transactions log = Transactions.from(lines).asOf(AS_OF);
    Transactions other = Transactions.from(shuffled).asOf(AS_OF);

    assertThat(Cohorts.monthly().of(other).toTable().printAll())
        .isEqualTo(Cohorts.monthly().of(log).toTable().printAll());
    for (Variation measure : Variation.values()) {
      assertThat(classes(other, measure)).isEqualTo(classes(log, measure));
    }
    AbcXyzModel model = AbcXyz.withDefaults().fit(Demand.withDefaults().extract(log));
    assertThat(timeline(model).of(other).toTable().printAll())
        .isEqualTo(timeline(model).of(log).toTable().printAll());
  }

  @Property(tries = 100)
  void theCurrencyNeverMatters(@ForAll("lines") List<Purchase> lines) {
    for (BigDecimal rate : List.of(BigDecimal.valueOf(100), BigDecimal.valueOf(3))) {
      UnaryOperator<Purchase> exchanged =
          line ->
              new Purchase(
                  line.customer(),
                  line.order(),
                  line.time(),
                  line.amount().multiply(rate),
                  Map.of(),
                  Map.of());
      assertThat(
              classes(
                  Transactions.from(lines.stream().map(exchanged).toList()).asOf(AS_OF),
                  Variation.ORDER_TOTALS))
          .isEqualTo(classes(Transactions.from(lines).asOf(AS_OF), Variation.ORDER_TOTALS));
    }
  }

  @Property(tries = 200)
  void abcNeverRanksLessRevenueHigherAndStopsAtTheFirstCustomerWhoReachesTheLine(
      @ForAll("lines") List<Purchase> lines, @ForAll @DoubleRange(min = 0.05, max = 0.9) double a) {
    DemandTable demand = Demand.withDefaults().extract(Transactions.from(lines).asOf(AS_OF));
    double[] revenue = demand.numeric("revenue");
    AbcXyzModel model = AbcXyz.withDefaults().abcLimits(a, 0.95).fit(demand);

    double total = Arrays.stream(revenue).filter(r -> r > 0).sum();
    double inA = Arrays.stream(revenue).filter(r -> model.abc(r) == AbcClass.A).sum();
    double least = model.leastRevenue(AbcClass.A);
    double aboveLeast = Arrays.stream(revenue).filter(r -> r > least).sum();
    assertThat(inA / total).isGreaterThanOrEqualTo(a - 1e-9);
    assertThat(aboveLeast / total).isLessThan(a + 1e-9);
    assertThat(model.leastRevenue(AbcClass.B)).isLessThanOrEqualTo(least);
    assertThat(Arrays.stream(revenue).filter(r -> r <= 0).mapToObj(model::abc).distinct().toList())
        .isSubsetOf(AbcClass.C);
  }

  @Property(tries = 100)
  void theTimelineAddsUpToTheCohorts(@ForAll("lines") List<Purchase> lines) {
    Transactions log = Transactions.from(lines).asOf(AS_OF);
    DemandTable demand = Demand.withDefaults().extract(log);
    AbcXyzModel model = AbcXyz.withDefaults().fit(demand);

    TimelineTable timeline = timeline(model).of(log);

    CohortTable cohorts = Cohorts.monthly().of(log);
    assertThat(timeline.months()).isEqualTo(cohorts.cohorts());
    int sofar = 0;
    for (YearMonth month : timeline.months()) {
      sofar += cohorts.size(month);
      assertThat(timeline.segments().stream().mapToInt(s -> timeline.customers(month, s)).sum())
          .isEqualTo(sofar);
    }
    assertThat(timeline.toTable().intColumn("orders").sum())
        .isEqualTo(Arrays.stream(demand.numeric("orders")).sum());
  }

  @Property(tries = 100)
  void everyCustomerOfEitherDateIsSomewhereInTheMovement(@ForAll("lines") List<Purchase> lines) {
    Transactions log = Transactions.from(lines);
    AbcXyzModel model = AbcXyz.withDefaults().fit(Demand.withDefaults().extract(log));

    Movement movement =
        Movement.between(
            log,
            LocalDate.of(2025, 6, 1),
            AS_OF,
            cut -> model.assign(Demand.withDefaults().extract(cut)));

    int now = Demand.withDefaults().extract(log.asOf(AS_OF)).size();
    assertThat(movement.stayed() + movement.moved() + movement.arrived()).isEqualTo(now);
    assertThat(movement.gone()).isZero();
    assertThat(movement.changes()).hasSize(movement.moved() + movement.arrived());
  }

  private static Timeline timeline(AbcXyzModel model) {
    return Timeline.monthly(cut -> model.assign(Demand.withDefaults().extract(cut)));
  }

  private static Map<String, String> classes(Transactions log, Variation measure) {
    DemandTable demand = Demand.withDefaults().variation(measure).extract(log);
    AbcXyz plan = AbcXyz.withDefaults();
    Assignments assigned =
        (measure == Variation.ORDER_DEVIATION ? plan.xyzLimits(2, 8) : plan)
            .fit(demand)
            .assign(demand);
    return IntStream.range(0, assigned.size())
        .boxed()
        .collect(Collectors.toMap(assigned::id, row -> assigned.label(row).name()));
  }
}
