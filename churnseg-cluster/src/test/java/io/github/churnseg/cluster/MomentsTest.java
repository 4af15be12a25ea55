package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MomentsTest {

  @Property(tries = 100)
  void areThoseOfExactArithmetic(
      @ForAll @IntRange(min = 1, max = 900) int size,
      @ForAll @IntRange(min = 0, max = 9) int outlier,
      @ForAll boolean weighted,
      @ForAll boolean inTiles,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = {random.doubles(size, 3, 5).toArray(), new double[size]};
    columns[0][random.nextInt(size)] += Math.pow(10, outlier);
    double[] weights = weighted ? random.doubles(size, 0.5, 3).toArray() : new double[0];
    double expected = size == 1 ? 0 : exact(columns[0], weights);
    try (Workers workers = new Workers(1 + (int) (seed & 1))) {
      Ranges ranges = Ranges.of(columns, weights, workers);
      Points points =
          inTiles
              ? Points.inTiles(columns, weights, workers)
              : Points.asGiven(columns, weights, ranges, workers);
      assertThat(points.moments().variances[0]).isCloseTo(expected, within(1e-11 * expected));
      assertThat(points.moments().variances[1]).isZero();
    }
  }

  private static double exact(double[] values, double[] weights) {
    BigDecimal weight = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      weight = weight.add(weight(weights, i));
      sum = sum.add(weight(weights, i).multiply(new BigDecimal(values[i])));
    }
    BigDecimal mean = sum.divide(weight, new MathContext(80));
    BigDecimal squares = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      BigDecimal away = new BigDecimal(values[i]).subtract(mean);
      squares = squares.add(weight(weights, i).multiply(away).multiply(away));
    }
    return squares.divide(weight, new MathContext(80)).doubleValue();
  }

  private static BigDecimal weight(double[] weights, int i) {
    return new BigDecimal(weights.length == 0 ? 1 : weights[i]);
  }
}
