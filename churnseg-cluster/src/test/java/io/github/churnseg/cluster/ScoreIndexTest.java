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

class ScoreIndexTest {

  private static final int UNDECIDED = ScoreIndex.UNDECIDED;

  @Property(tries = 500)
  void findsTheFirstOfTheNearest(
      @ForAll @IntRange(min = 1, max = 19) int dimensions,
      @ForAll @IntRange(min = 1, max = 40) int k,
      @ForAll @IntRange(min = -120, max = 120) int magnitude,
      @ForAll boolean whole,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double unit = Math.scalb(1.0, magnitude);
    // Whole numbers make many ties; some points are far away from all centres.
    double[][] columns = new double[dimensions][ScoreIndex.MOST_POINTS];
    for (double[] column : columns) {
      double shift = random.nextInt(3) * 1e5;
      Arrays.setAll(
          column, i -> unit * (value(random, whole) + shift) * (random.nextInt(99) == 0 ? 1e6 : 1));
    }
    double[][] centres = new double[k][dimensions];
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> columns[j][random.nextInt(20)] + unit * random.nextInt(2));
    }
    assertFinds(columns, centres);
  }

  private static double value(SplittableRandom random, boolean whole) {
    return whole ? random.nextInt(9) : random.nextDouble();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-150, 1e-120, 1e-15, 1, 1e15, 1e120, 1e149})
  void nearTiesAreDecidedByTheLastBit(double unit) {
    double[][] centres = {{unit, 0, 0}, {3 * unit, 0, 0}, {0, 0, 0}};
    double middle = 2 * unit;
    double[] values = {middle, Math.nextUp(middle), Math.nextDown(middle), unit / 2};
    for (int dimensions = 1; dimensions <= 3; dimensions++) {
      double[][] columns = new double[dimensions][];
      Arrays.setAll(columns, j -> j == 0 ? values : new double[values.length]);
      int d = dimensions;
      assertFinds(
          columns, Arrays.stream(centres).map(c -> Arrays.copyOf(c, d)).toArray(double[][]::new));
    }
  }

  @Test
  void pointsOnEitherSideOfABorderAreDecidedHoweverNear() {
    double[][] centres = {{0, 0, 0, 0, 0}, {1, 1, 1, 1, 1}, {1, 1, 1, 1, 1.0000001}};
    SplittableRandom random = new SplittableRandom(3);
    double[][] columns = new double[5][ScoreIndex.MOST_POINTS];
    for (double[] column : columns) {
      Arrays.setAll(
          column, i -> 0.5 + random.nextInt(3) * Math.scalb(1.0, -random.nextInt(15, 56)));
    }
    assertFinds(columns, centres);
  }

  @Test
  void equalCentresAndTiesAreLeftToTheDistances() {
    double[][] centres = {{1, 2, 3}, {5, 5, 5}, {1, 2, 3}};
    double[][] columns = {{1, 5, 3}, {2, 5, 3.5}, {3, 5, 4}};
    ScoreIndex index = new ScoreIndex(centres, new int[] {7, 8, 9});
    int[] found = new int[3];
    assertThat(index.fits()).isTrue();
    assertThat(index.find(columns, 3, found, 0)).isFalse();
    assertThat(found).containsExactly(UNDECIDED, 8, UNDECIDED);
    index.compare(columns, 3, found, 0);
    assertThat(found).containsExactly(7, 8, 7);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e151, -1e200})
  void whatHasNoPlaceIsLeftUndecided(double value) {
    for (int dimensions = 1; dimensions <= 9; dimensions++) {
      double[][] centres = new double[30][dimensions];
      Arrays.setAll(
          centres,
          c -> IntStream.range(0, centres[c].length).mapToDouble(j -> c * j + c).toArray());
      for (int j = 0; j < dimensions; j++) {
        double[][] columns = new double[dimensions][3];
        columns[j][1] = value;
        int[] found = new int[3];
        ScoreIndex index = new ScoreIndex(centres, IntStream.range(0, 30).toArray());
        assertThat(index.fits()).isTrue();
        assertThat(index.find(columns, 3, found, 0)).isFalse();
        assertThat(found).containsExactly(0, UNDECIDED, 0);
      }
    }
  }

  @Test
  void ordinaryPointsAreAllDecided() {
    double[][] centres = {{1, 2, 3, 4, 5}, {2, 7, 1, 8, 3}, {3, 1, 4, 1, 5}};
    double[][] columns = new double[5][ScoreIndex.MOST_POINTS];
    SplittableRandom random = new SplittableRandom(1);
    Arrays.stream(columns).forEach(column -> Arrays.setAll(column, i -> random.nextDouble(9)));
    int[] found = new int[ScoreIndex.MOST_POINTS];
    ScoreIndex index = new ScoreIndex(centres, new int[] {0, 1, 2});
    assertThat(index.find(columns, found.length, found, 0)).isTrue();
    assertThat(found).isEqualTo(expected(columns, centres));
  }

  @Test
  void centresThatScoresDoNotTellApartAreLeftToTheKernel() {
    assertThat(fits(new double[][] {{1, 2, 3}, {4, 5, 7}})).isTrue();
    assertThat(fits(new double[][] {{1, 2, 3}})).isFalse();
    assertThat(fits(new double[][] {{1, 2, 3}, {1, 2, 3}})).isFalse();
    assertThat(fits(new double[][] {{1e15, 0}, {1e15 + 1, 0}})).isFalse();
    assertThat(fits(new double[][] {{1e-200}, {0}})).isFalse();
    assertThat(fits(new double[][] {{1e149}, {0}})).isFalse();
    assertThat(fits(new double[600][1])).isFalse();
  }

  private static boolean fits(double[][] centres) {
    return new ScoreIndex(centres, new int[centres.length]).fits();
  }

  private static void assertFinds(double[][] columns, double[][] centres) {
    ScoreIndex index = new ScoreIndex(centres, IntStream.range(0, centres.length).toArray());
    int[] expected = expected(columns, centres);
    if (index.fits()) {
      int[] found = new int[expected.length];
      index.find(columns, found.length, found, 0);
      for (int i = 0; i < found.length; i++) {
        assertThat(found[i]).isIn(UNDECIDED, expected[i]);
      }
      index.compare(columns, found.length, found, 0);
      assertThat(found).isEqualTo(expected);
    }
  }

  private static int[] expected(double[][] columns, double[][] centres) {
    int[] nearest = new int[columns[0].length];
    Arrays.setAll(nearest, point -> PackedIndexTest.nearestOf(columns, point, centres));
    return nearest;
  }
}
