package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class AmountsBuilderTest {

  private static Amounts of(List<BigDecimal> values) {
    AmountsBuilder builder = new AmountsBuilder();
    values.forEach(builder::add);
    return builder.build();
  }

  @Property(tries = 300)
  void sumsMoneyExactly(
      @ForAll List<@BigRange(min = "-1000000", max = "1000000") @Scale(4) BigDecimal> values) {
    Amounts amounts = of(values);
    assertThat(amounts).isInstanceOf(Amounts.Exact.class);
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(amounts.totals(values.size(), 1, line -> 0)).containsExactly(sum.doubleValue());
    for (int line = 0; line < values.size(); line++) {
      assertThat(amounts.get(line)).isEqualTo(values.get(line).doubleValue());
    }
  }

  @Property(tries = 300)
  void holdsDecimalsOfAnySize(@ForAll List<BigDecimal> values) {
    Amounts amounts = of(values);
    for (int line = 0; line < values.size(); line++) {
      assertThat(amounts.get(line)).isEqualTo(values.get(line).doubleValue());
      assertThat(amounts.isNegative(line)).isEqualTo(values.get(line).doubleValue() < 0);
    }
  }

  @Test
  void deepensTheScaleOfWhatIsThere() {
    AmountsBuilder builder = new AmountsBuilder();
    for (int line = 0; line < 150_000; line++) {
      builder.add(line, line == 149_999 ? 3 : line % 2);
    }
    Amounts.Exact amounts = (Amounts.Exact) builder.build();
    assertThat(amounts.scale()).isEqualTo(3);
    assertThat(amounts.get(10)).isEqualTo(10.0);
    assertThat(amounts.get(11)).isEqualTo(1.1);
    assertThat(amounts.get(149_999)).isEqualTo(149.999);
  }

  @Test
  void zerosAtTheEndOfADeepScaleCostNoDigits() {
    Amounts amounts = of(List.of(new BigDecimal("12.500000000000000000"), new BigDecimal("7")));
    assertThat(amounts).isInstanceOf(Amounts.Exact.class);
    assertThat(amounts.get(0)).isEqualTo(12.5);
  }

  // The sum of 10^9 rows of 10^10 does not fit into 63 bits in cents; here in fewer, larger rows.
  @Test
  void sumsThatDoNotFitBecomeDoublesAndNeverWrap() {
    AmountsBuilder builder = new AmountsBuilder();
    BigDecimal large = new BigDecimal("90000000000000.01");
    for (int line = 0; line < 2_000; line++) {
      builder.add(large);
    }
    Amounts amounts = builder.build();
    assertThat(amounts).isInstanceOf(Amounts.Rounded.class);
    double exact = large.multiply(BigDecimal.valueOf(2_000)).doubleValue();
    assertThat(amounts.totals(2_000, 1, line -> 0)[0]).isCloseTo(exact, within(exact * 1e-15));
  }

  @Test
  void compensationKeepsSmallAmountsBesideLargeOnes() {
    AmountsBuilder builder = new AmountsBuilder();
    builder.add(new BigDecimal("1e25"));
    for (int line = 0; line < 1_000; line++) {
      builder.add(new BigDecimal("0.1"));
    }
    builder.add(new BigDecimal("-1e25"));
    assertThat(builder.build().totals(1_002, 1, line -> 0)[0]).isCloseTo(100, within(1e-9));
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }
}
