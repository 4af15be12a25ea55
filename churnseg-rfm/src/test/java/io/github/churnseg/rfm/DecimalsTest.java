package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecimalsTest {

  @Property
  void dividesAsDecimalsDo(
      @ForAll @LongRange(min = -(1L << 52), max = 1L << 52) long units,
      @ForAll @IntRange(min = 0, max = 7) int scale,
      @ForAll @IntRange(min = 1, max = 100_000) int parts) {
    double money = BigDecimal.valueOf(units, scale).doubleValue();
    assertThat(Decimals.divide(money, parts))
        .isEqualTo(
            BigDecimal.valueOf(money)
                .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128)
                .doubleValue());
  }

  @Property
  void subtractsAsDecimalsDo(
      @ForAll @LongRange(min = -999_999_999L, max = 999_999_999L) long units,
      @ForAll @LongRange(min = -999_999_999L, max = 999_999_999L) long others,
      @ForAll @IntRange(min = 0, max = 7) int scale) {
    assertThat(
            Decimals.subtract(
                BigDecimal.valueOf(units, scale).doubleValue(),
                BigDecimal.valueOf(others, scale).doubleValue()))
        .isEqualTo(BigDecimal.valueOf(units - others, scale).doubleValue());
  }
}
