package io.github.churnseg.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Property
  void areThoseOfTypeSeven(
      @ForAll @NotEmpty List<@DoubleRange(min = -1e9, max = 1e9) Double> values,
      @ForAll @IntRange(min = 1, max = 9) int tenth) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    double expected =
        new Percentile().withEstimationType(EstimationType.R_7).evaluate(array, 10.0 * tenth);
    IntToDoubleFunction ascending = OrderStatistics.of(array);
    assertThat(Quantiles.at(tenth, 10, array.length, ascending)).isCloseTo(expected, within(1e-3));
    assertThat(Quantiles.at(tenth / 10.0, array.length, ascending))
        .isEqualTo(Quantiles.at(tenth, 10, array.length, ascending));
  }

  @Property
  void orderStatisticsOfWholeNumbersAreThoseOfSorting(
      @ForAll @NotEmpty int[] values, @ForAll @IntRange(min = 1, max = 1_000_000) int modulus) {
    int[] some = Arrays.stream(values).map(value -> value % modulus).toArray();
    IntToDoubleFunction ascending = OrderStatistics.of(some);
    int[] sorted = some.clone();
    Arrays.sort(sorted);
    for (int place = 0; place < sorted.length; place++) {
      assertThat(ascending.applyAsDouble(place)).isEqualTo(sorted[place]);
    }
  }

  @Property
  void orderStatisticsOfDoublesAreThoseOfSorting(@ForAll @NotEmpty double[] values) {
    IntToDoubleFunction ascending = OrderStatistics.of(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int place = 0; place < sorted.length; place++) {
      assertThat(ascending.applyAsDouble(place)).isEqualTo(sorted[place]);
    }
  }

  @Property(tries = 20)
  void orderStatisticsOfManyDoublesAreThoseOfSorting(
      @ForAll long seed, @ForAll @IntRange(min = 100, max = 100_000) int size) {
    double[] values =
        new SplittableRandom(seed).doubles(size).map(u -> Math.rint(1000 / (u + 1e-6))).toArray();
    IntToDoubleFunction ascending = OrderStatistics.of(values);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int part = 0; part <= 100; part++) {
      int place = (int) ((size - 1L) * part / 100);
      assertThat(ascending.applyAsDouble(place)).isEqualTo(sorted[place]);
    }
  }

  /** A greater neighbour must lie above the cut however close the two are. */
  @Property
  void aCutBetweenTwoValuesIsBelowTheGreater(@ForAll @DoubleRange(min = 0, max = 1e15) double low) {
    double high = Math.nextUp(low);
    Assume.that(high > low);
    for (int fifth = 1; fifth < 5; fifth++) {
      double cut = Quantiles.at(fifth, 5, 2, place -> place == 0 ? low : high);
      assertThat(cut >= low && cut < high).isTrue();
    }
  }

  @Test
  void aQuantileThatFallsOnAValueIsThatValue() {
    double[] values = {0.1, 0.2, 0.3, 0.7, 1.1, 1.9};
    assertThat(Quantiles.at(3, 5, 6, place -> values[place])).isEqualTo(0.7);
    assertThat(Quantiles.at(0.6, 6, place -> values[place])).isEqualTo(0.7);
  }
}
