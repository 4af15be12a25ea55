package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class InertiaTest {

  /** Groups as wide as all points, and ever narrower ones; centres at their middles, and not. */
  @Property(tries = 300)
  void isTheSumOfSquaredDistancesFromTheCentres(
      @ForAll @IntRange(min = 1, max = 700) int size,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll @IntRange(min = 1, max = 9) int k,
      @ForAll @IntRange(min = 0, max = 6) int narrow,
      @ForAll @IntRange(min = 0, max = 4) int fromZero,
      @ForAll boolean weighted,
      @ForAll boolean atMiddles,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] middles = new double[k][];
    for (int group = 0; group < k; group++) {
      middles[group] = random.doubles(dimensions, 0, 1).map(v -> v + far(fromZero)).toArray();
    }
    int[] groups = random.ints(size, 0, k).toArray();
    double[][] columns = new double[dimensions][size];
    for (int j = 0; j < dimensions; j++) {
      for (int point = 0; point < size; point++) {
        double away = random.nextDouble(-1, 1) * Math.pow(10, -narrow);
        columns[j][point] = middles[groups[point]][j] + away;
      }
    }
    double[] weights =
        weighted ? random.doubles(size, 0, 3).map(Math::ceil).toArray() : new double[0];
    try (Workers workers = new Workers(2)) {
      Points points =
          Points.asGiven(columns, weights, Ranges.of(columns, weights, workers), workers);
      Sums sums = points.sums(k);
      for (int point = 0; point < size; point++) {
        sums.addPoints(groups[point], point, point + 1);
      }
      double[][] centres = atMiddles ? middles : means(sums, middles);
      double inertia = Inertia.of(points, sums, groups, centres, workers);
      double expected = 0;
      for (int point = 0; point < size; point++) {
        expected += points.weight(point) * points.distance(point, centres[groups[point]]);
      }
      // Less than the second is what rounding leaves of a mean of one point.
      assertThat(inertia).isCloseTo(expected, within(1e-12 * expected + 1e-22));
    }
  }

  private static double far(int fromZero) {
    return fromZero == 0 ? 0 : Math.pow(10, fromZero);
  }

  private static double[][] means(Sums sums, double[][] otherwise) {
    double[][] means = new double[otherwise.length][];
    for (int group = 0; group < means.length; group++) {
      means[group] = otherwise[group].clone();
      if (sums.weight(group) > 0) {
        sums.mean(group, means[group]);
      }
    }
    return means;
  }
}
