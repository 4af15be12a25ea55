package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.model.SegmentLabel;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Figures counted with Python's decimal and statistics modules from the same files. */
class OlistAbcXyzTest {

  private final Transactions log = Olist.orders();
  private final DemandTable demand = Demand.withDefaults().extract(log);
  private final AbcXyzModel model = AbcXyz.withDefaults().fit(demand);

  @Test
  void revenueIsTheSumOfThePaymentsToTheCent() {
    BigDecimal paid =
        Arrays.stream(Olist.payments().doubleColumn("payment_value").asDoubleArray())
            .mapToObj(BigDecimal::valueOf)
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(model.report().revenue()).isEqualTo(paid.doubleValue());
    assertThat(model.report().revenue()).isEqualTo(4_011_193.60);
    assertThat(Arrays.stream(demand.numeric("orders")).sum()).isEqualTo(24_135);
  }

  @Test
  void drawsTheLinesAtTheCustomersWhoCrossThem() {
    assertThat(model.leastRevenue(AbcClass.A)).isEqualTo(111.82);
    assertThat(model.leastRevenue(AbcClass.B)).isEqualTo(56.76);
    assertThat(model.report().abcTable().intColumn("tied").asList()).containsExactly(3, 1);
  }

  @Test
  void putsEveryCustomerIntoOneOfTwelveSegments() {
    Map<String, Integer> counts = new TreeMap<>();
    model.assign(demand).counts().forEach((label, count) -> counts.put(label.name(), count));
    counts.values().removeIf(count -> count == 0);

    assertThat(counts)
        .isEqualTo(
            Map.of(
                "AX", 137,
                "AY", 77,
                "AZ", 13,
                "A Single Purchase", 11_256,
                "BX", 19,
                "BY", 5,
                "BZ", 1,
                "B Single Purchase", 7_335,
                "CX", 6,
                "C Single Purchase", 4_974));
    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(23_823);
  }

  // One order of three items, paid in two parts. Items times payments would be six times as much.
  @Test
  void countsAnOrderOfSeveralItemsAndPaymentsOnce() {
    int row = demand.rowOf("825d3949166e60c38be0fa30394176a0").orElseThrow();

    assertThat(demand.orders(row)).isEqualTo(1);
    assertThat(demand.revenue(row)).isEqualTo(398.85);
    assertThat(model.assign(demand).label(row)).isEqualTo(new SegmentLabel("A Single Purchase"));
  }
}
