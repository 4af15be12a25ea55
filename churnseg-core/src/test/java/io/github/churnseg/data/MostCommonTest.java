package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MostCommonTest {

  @Property
  void countsWhatAMapCounts(
      @ForAll @Size(min = 1, max = 60) @LongRange(min = -9, max = 9) long[] values) {
    long expected =
        Arrays.stream(values)
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElseThrow();
    assertThat(MostCommon.times(values, values.length)).isEqualTo((int) expected);
  }

  @Test
  void looksAtTheFirstOnly() {
    assertThat(MostCommon.times(new long[] {1, 2, 2, 5, 5, 5}, 3)).isEqualTo(2);
    assertThat(MostCommon.times(new long[] {1}, 0)).isZero();
  }

  @Test
  void tellsValuesOfOneHashApart() {
    long[] spread = new long[200_000];
    Arrays.setAll(spread, i -> i);
    assertThat(MostCommon.times(spread, spread.length)).isEqualTo(1);
    spread[7] = 199_999;
    assertThat(MostCommon.times(spread, spread.length)).isEqualTo(2);
  }
}
