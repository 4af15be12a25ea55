package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedIndexTest {

  private final ScalarKernel kernel = new ScalarKernel();
  private final Kernel.Found found = new Kernel.Found(0);

  @Property(tries = 300)
  void findsTheFirstOfTheNearest(
      @ForAll @IntRange(min = 1, max = 7) int dimensions,
      @ForAll @IntRange(min = 1, max = 20) int k,
      @ForAll @IntRange(min = -120, max = 120) int magnitude,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double unit = Math.scalb(1.0, magnitude);
    // Whole numbers make many ties; some points are far away from all centres.
    double[][] columns = new double[dimensions][Kernel.MOST_POINTS];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> unit * random.nextInt(9) * (random.nextInt(50) == 0 ? 1e6 : 1));
    }
    double[][] centres = new double[k][dimensions];
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> unit * random.nextInt(9));
    }
    nearest(columns, Kernel.MOST_POINTS, centres);
    assertThat(found.centre).isEqualTo(expected(columns, centres));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-200, 1e-15, 1, 1e15, 1e149})
  void nearTiesAreDecidedByTheLastBit(double unit) {
    double[][] centres = {{unit}, {3 * unit}, {0}};
    double[][] columns = {{2 * unit, Math.nextUp(2 * unit), Math.nextDown(2 * unit), 0}};
    nearest(columns, 4, centres);
    assertThat(Arrays.copyOf(found.centre, 4)).isEqualTo(expected(columns, centres));
  }

  @Test
  void moreCentresThanFitAreComparedOneByOne() {
    double[][] centres = new double[600][1];
    Arrays.setAll(centres, c -> new double[] {c});
    double[][] columns = {{17.2, 599.9, -5, 0.5}};
    nearest(columns, 4, centres);
    assertThat(Arrays.copyOf(found.centre, 4)).containsExactly(17, 599, 0, 0);
  }

  private void nearest(double[][] columns, int count, double[][] centres) {
    int[] all = IntStream.range(0, centres.length).toArray();
    kernel.nearest(columns, count, centres, all, all.length, found);
  }

  private static int[] expected(double[][] columns, double[][] centres) {
    int[] nearest = new int[columns[0].length];
    Arrays.setAll(nearest, point -> nearestOf(columns, point, centres));
    return nearest;
  }

  /** What comparing all distances gives. */
  static int nearestOf(double[][] columns, int point, double[][] centres) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double sum = 0;
      for (int j = 0; j < columns.length; j++) {
        double difference = columns[j][point] - centres[c][j];
        sum += difference * difference;
      }
      nearest = sum < least ? c : nearest;
      least = Math.min(least, sum);
    }
    return nearest;
  }
}
