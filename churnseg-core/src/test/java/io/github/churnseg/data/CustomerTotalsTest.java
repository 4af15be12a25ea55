package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CustomerTotalsTest {

  private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");

  private static List<Purchase> random(long seed, int lines, int scale) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      purchases.add(
          new Purchase(
              "c" + random.nextInt(5),
              "o" + random.nextInt(12), // several customers share orders
              START.plusMinutes(random.nextInt(100_000)),
              BigDecimal.valueOf(random.nextInt(-500, 2_000), scale),
              java.util.Map.of(),
              java.util.Map.of()));
    }
    return purchases;
  }

  @Property(tries = 100)
  void agreesWithCountingByHand(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int lines) {
    List<Purchase> purchases = random(seed, lines, 2);
    Transactions log = Transactions.from(purchases);
    CustomerTotals totals = log.totalsByCustomer();
    assertThat(totals.customers()).isEqualTo(log.customers());
    for (int customer = 0; customer < totals.customers(); customer++) {
      String id = log.customerId(customer);
      List<Purchase> own = purchases.stream().filter(p -> p.customer().equals(id)).toList();
      List<Purchase> bought = own.stream().filter(p -> p.amount().signum() >= 0).toList();
      Set<String> orders = new HashSet<>(bought.stream().map(Purchase::order).toList());
      assertThat(totals.orders(customer)).isEqualTo(orders.size());
      assertThat(totals.lines(customer)).isEqualTo(bought.size());
      BigDecimal sum = own.stream().map(Purchase::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(totals.amount(customer)).isEqualTo(sum.doubleValue());
      if (!bought.isEmpty()) {
        assertThat(totals.firstPurchase(customer))
            .isEqualTo(bought.stream().mapToLong(CustomerTotalsTest::millis).min().getAsLong());
        assertThat(totals.lastPurchase(customer))
            .isEqualTo(bought.stream().mapToLong(CustomerTotalsTest::millis).max().getAsLong());
      }
    }
  }

  private static long millis(Purchase purchase) {
    return purchase.time().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  @Test
  void amountsWithTooManyDigitsAreSummedWithCompensation() {
    List<Purchase> purchases = new ArrayList<>();
    purchases.add(Purchase.of("a", "1", START, 1e25));
    for (int i = 0; i < 10; i++) {
      purchases.add(Purchase.of("a", "1", START, 0.1));
    }
    purchases.add(Purchase.of("a", "2", START, -1e25));
    Transactions log = Transactions.from(purchases);
    assertThat(log.isExact()).isFalse();
    assertThat(log.totalsByCustomer().amount(0))
        .isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-15));
    assertThat(log.totalsByCustomer().orders(0)).isEqualTo(1);
    assertThat(log.totalsByCustomer().lines(0)).isEqualTo(11);
  }

  @Test
  void withoutOrderColumnEachLineIsAnOrder() {
    Transactions log =
        CsvText.read(
            "customer,time,amount\na,2026-01-01,1\na,2026-01-01,2\na,2026-01-01,-2\n",
            c -> c.customer("customer").time("time").amount("amount"));
    assertThat(log.orders()).isEqualTo(3);
    assertThat(log.order(2)).isEqualTo(2);
    assertThat(log.orderId(0)).isEmpty();
    assertThat(log.totalsByCustomer().orders(0)).isEqualTo(2);
  }

  @Test
  void aCutLogCountsOnlyWhatIsLeft() {
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("a", "1", START, 5),
                Purchase.of("b", "2", START.plusDays(1), 7),
                Purchase.of("a", "3", START.plusDays(2), 11)));
    CustomerTotals totals = log.asOf(START.plusHours(1)).totalsByCustomer();
    assertThat(totals.orders(0)).isEqualTo(1);
    assertThat(totals.amount(0)).isEqualTo(5);
    assertThat(totals.orders(1)).isZero();
    assertThat(totals.amount(1)).isZero();
  }

  @Test
  void sumsLinesByAnyGroup() {
    Transactions log = Transactions.from(random(7, 50, 2));
    double[] ofOrders = log.totals(log.orders(), log::order);
    double[] all = log.totals(1, line -> 0);
    double[] none = log.totals(1, line -> -1);
    assertThat(java.util.Arrays.stream(ofOrders).sum())
        .isCloseTo(all[0], org.assertj.core.data.Offset.offset(1e-9));
    assertThat(none).containsExactly(0);
  }
}
