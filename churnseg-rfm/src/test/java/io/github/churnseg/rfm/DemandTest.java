package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandTest {

  @Test
  void measuresOrdersNotLines() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 6),
                        line("a", "1", "2026-01-01", 4),
                        line("a", "2", "2026-01-05", 20),
                        line("a", "3", "2026-01-09", 30),
                        line("b", "4", "2026-01-09", 7),
                        line("b", "4", "2026-01-09", 70))));

    assertThat(demand.orders(0)).isEqualTo(3);
    assertThat(demand.revenue(0)).isEqualTo(60);
    // Orders of 10, 20 and 30: mean 20, standard deviation 10.
    assertThat(demand.variation(0)).isEqualTo(0.5);
    assertThat(demand.orders(1)).isEqualTo(1);
    assertThat(demand.variation(1)).isNaN();
  }

  @Test
  void aRoundVariationStaysRoundInAnyCurrency() {
    assertThat(variation(0.01, 0.02, 0.03)).isEqualTo(0.5);
    assertThat(variation(0.1, 0.2, 0.3)).isEqualTo(0.5);
    assertThat(variation(10, 20, 30)).isEqualTo(0.5);
    assertThat(variation(33.33, 66.66, 99.99)).isEqualTo(0.5);
  }

  @Test
  void splittingAnOrderIntoLinesChangesNothing() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 0.3),
                        line("a", "2", "2026-01-02", 0.1),
                        line("a", "2", "2026-01-02", 0.2),
                        line("b", "3", "2026-01-02", 0.6),
                        line("b", "4", "2026-01-02", 0))));

    assertThat(demand.variation(0)).isZero();
    assertThat(demand.revenue(0)).isEqualTo(demand.revenue(1));
  }

  @Test
  void equalOrdersDoNotVaryEvenWhenFree() {
    assertThat(variation(0.1, 0.1, 0.1)).isZero();
    assertThat(variation(0, 0)).isZero();
  }

  @Test
  void ordersAboutAMeanOfZeroVaryWithoutLimit() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 10),
                        line("a", "2", "2026-01-05", 5),
                        line("a", "2", "2026-01-05", -15))));

    assertThat(demand.variation(0)).isInfinite();
  }

  @Test
  void aReturnUnderItsOwnNumberLowersTheRevenueOnly() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 10),
                        line("a", "2", "2026-01-05", 10),
                        line("a", "C2", "2026-01-06", -8),
                        line("b", "3", "2026-01-06", -8))));

    assertThat(demand.size()).isEqualTo(1);
    assertThat(demand.revenue(0)).isEqualTo(12);
    assertThat(demand.orders(0)).isEqualTo(2);
    assertThat(demand.variation(0)).isZero();
    assertThat(demand.withoutPurchase()).isEqualTo(1);
    assertThat(demand.dataReport()).isPresent();
    assertThat(demand.toString()).contains("1 customers as of", "; left out 1 with returns only");
  }

  @Test
  void theSameOrderIdUnderTwoCustomersIsTwoOrders() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 10),
                        line("b", "1", "2026-01-01", 30),
                        line("a", "2", "2026-01-02", 30),
                        line("b", "1", "2026-01-01", 30))));

    assertThat(demand.orders(0)).isEqualTo(2);
    assertThat(demand.orders(1)).isEqualTo(1);
    // 10 and 30: mean 20, standard deviation 14.142136.
    assertThat(demand.variation(0)).isEqualTo(0.707106781);
  }

  @Test
  void monthlyDemandCountsMonthsWithoutAnOrderAsZero() {
    Transactions log =
        Transactions.from(
            List.of(
                line("a", "1", "2026-01-01", 10),
                line("a", "2", "2026-01-31", 20),
                line("a", "3", "2026-03-02", 30),
                line("a", "4", "2026-05-02", 1_000),
                line("b", "5", "2026-04-02", 10),
                line("b", "6", "2026-04-03", 10),
                line("c", "7", "2026-02-03", 10)));
    Demand monthly = Demand.withDefaults().variation(Variation.MONTHLY_DEMAND);

    // May has only begun. January to April: 30, 0, 30, 0 with mean 15, standard deviation 17.32.
    DemandTable demand = monthly.extract(log.asOf(LocalDate.of(2026, 5, 4)));
    assertThat(demand.variation(0)).isEqualTo(1.154700538);
    // One whole month only.
    assertThat(demand.variation(1)).isNaN();
    // A single order.
    assertThat(demand.variation(2)).isNaN();
    assertThat(demand.revenue(0)).isEqualTo(1_060);
  }

  @Test
  void deviationIsMoney() {
    DemandTable demand =
        Demand.withDefaults()
            .variation(Variation.ORDER_DEVIATION)
            .extract(
                Transactions.from(
                    List.of(
                        line("a", "1", "2026-01-01", 10.10),
                        line("a", "2", "2026-01-05", 20.10),
                        line("a", "3", "2026-01-09", 30.10))));

    assertThat(demand.variation(0)).isEqualTo(10);
  }

  @Test
  void isATableOfCustomers() {
    DemandTable demand =
        Demand.withDefaults()
            .extract(
                Transactions.from(
                        List.of(line("a", "1", "2026-01-01", 10), line("b", "2", "2026-01-03", 5)))
                    .asOf(LocalDate.of(2026, 2, 1)));

    assertThat(demand.id(1)).isEqualTo("b");
    assertThat(demand.rowOf("b")).hasValue(1);
    assertThat(demand.rowOf("x")).isEmpty();
    assertThat(demand.asOf()).hasValue(LocalDateTime.parse("2026-02-01T00:00"));
    assertThat(demand.numericColumns()).containsExactly("revenue", "orders", "variation");
    assertThat(demand.numeric("orders")).containsExactly(1, 1);
    assertThat(demand.toTable().columnNames())
        .containsExactly("customer", "revenue", "orders", "variation");
    assertThat(demand.toTable().doubleColumn("variation").countMissing()).isEqualTo(2);
    assertThat(demand)
        .hasToString(
            """
            customer  revenue  orders  variation
            a           10.00       1
            b            5.00       1
            2 customers as of 2026-02-01T00:00
            variation: coefficient of variation of order totals
            """);
    assertThatThrownBy(() -> demand.numeric("recency"))
        .hasMessage("no numeric column 'recency'; there are [revenue, orders, variation]");
  }

  @Test
  void refusesFiguresOutOfRangeByRow() {
    assertThatThrownBy(() -> given(Double.NaN, 1, 0))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("row 1: revenue is NaN; give a finite amount");
    assertThatThrownBy(() -> given(1, 0, 0)).hasMessage("row 1: orders is 0.0; give 1 or more");
    assertThatThrownBy(() -> given(1, 1, -1))
        .hasMessage("row 1: variation is -1.0; give 0 or more, or NaN");
    assertThatThrownBy(
            () ->
                DemandTable.of(
                    List.of("a", "b"),
                    new double[1],
                    new int[2],
                    new double[2],
                    Variation.ORDER_TOTALS))
        .hasMessage(
            "2 customers but 1 revenues, 2 orders and 2 variations; give one of each a customer");
  }

  private static DemandTable given(double revenue, int orders, double variation) {
    return DemandTable.of(
        List.of("a"),
        new double[] {revenue},
        new int[] {orders},
        new double[] {variation},
        Variation.ORDER_TOTALS);
  }

  private static double variation(double... totals) {
    Purchase[] lines = new Purchase[totals.length];
    for (int i = 0; i < totals.length; i++) {
      lines[i] = line("a", "o" + i, "2026-01-0" + (i + 1), totals[i]);
    }
    return Demand.withDefaults().extract(Transactions.from(List.of(lines))).variation(0);
  }

  private static Purchase line(String customer, String order, String date, double amount) {
    return Purchase.of(customer, order, LocalDate.parse(date).atTime(12, 0), amount);
  }

  @Test
  void saysWhatItDerives() {
    assertThat(Demand.withDefaults().variation(Variation.ORDER_DEVIATION))
        .hasToString("revenue and the standard deviation of order totals in money");
  }
}
