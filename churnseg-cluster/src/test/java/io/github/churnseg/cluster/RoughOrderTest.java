package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoughOrderTest {

  @Property(tries = 200)
  void keepsAllPointsAndCutsThemIntoTiles(
      @ForAll @IntRange(min = 1, max = 3_000) int size,
      @ForAll @IntRange(min = 1, max = 6) int dimensions,
      @ForAll boolean weighted,
      @ForAll Values values,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll long seed) {
    double[][] columns = columns(size, dimensions, values, seed);
    double[] weights = weighted ? columns(size, 1, Values.GRID, seed + 1)[0] : new double[0];
    double[][] before = rows(columns, weights);
    try (Workers workers = new Workers(threads)) {
      RoughOrder order = RoughOrder.of(columns, weights, workers);
      assertThat(order.weights).hasSameSizeAs(weights);
      assertThat(rows(order.columns, order.weights)).isDeepEqualTo(before);
      assertThatTilesCover(size, order.starts);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, UNIFORM, 1",
    "1, CONSTANT, 4",
    "2, FAR, 2",
    "3, UNIFORM, 2",
    "4, GRID, 4",
    "6, UNIFORM, 3"
  })
  void keepsAllPointsOfManyBuckets(int dimensions, Values values, int threads) {
    keepsAllPointsAndCutsThemIntoTiles(200_000, dimensions, false, values, threads, 7);
    keepsAllPointsAndCutsThemIntoTiles(200_001, dimensions, true, values, threads, 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000, 200_000})
  void tilesCoverSpaceAboutOnce(int size) {
    double[][] columns = columns(size, 2, Values.UNIFORM, 1);
    try (Workers workers = new Workers(2)) {
      RoughOrder order = RoughOrder.of(columns, new double[0], workers);
      double area = 0;
      for (int tile = 0; tile + 1 < order.starts.length; tile++) {
        area += side(order, 0, tile) * side(order, 1, tile);
      }
      assertThat(area).isBetween(0.5, 1.1);
      int tiles = order.starts.length - 1;
      assertThat(size).isGreaterThan(32 * tiles);
    }
  }

  @Test
  void leavesTheNewColumnsWhereTheOldOnesWere() {
    double[][] columns = columns(100_000, 3, Values.UNIFORM, 1);
    try (Workers workers = new Workers(2)) {
      RoughOrder order = RoughOrder.of(columns, new double[0], workers);
      assertThat(order.columns).isSameAs(columns);
    }
  }

  private static double side(RoughOrder order, int dimension, int tile) {
    double[] column = order.columns[dimension];
    double[] values = Arrays.copyOfRange(column, order.starts[tile], order.starts[tile + 1]);
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }

  private static void assertThatTilesCover(int size, int[] starts) {
    assertThat(starts[0]).isZero();
    assertThat(starts[starts.length - 1]).isEqualTo(size);
    for (int tile = 0; tile + 1 < starts.length; tile++) {
      assertThat(starts[tile + 1] - starts[tile]).isBetween(1, Tiles.MOST_POINTS);
    }
  }

  /** The points with their weights, sorted. */
  private static double[][] rows(double[][] columns, double[] weights) {
    double[][] rows = new double[columns[0].length][columns.length + 1];
    for (int row = 0; row < rows.length; row++) {
      for (int j = 0; j < columns.length; j++) {
        rows[row][j] = columns[j][row];
      }
      rows[row][columns.length] = weights.length == 0 ? 1 : weights[row];
    }
    Arrays.sort(rows, Arrays::compare);
    return rows;
  }

  private static double[][] columns(int size, int dimensions, Values values, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[dimensions][size];
    for (double[] column : columns) {
      Arrays.setAll(column, row -> values.from(random.nextDouble()));
    }
    return columns;
  }

  enum Values {
    UNIFORM,
    GRID,
    CONSTANT,
    FAR;

    double from(double uniform) {
      return switch (this) {
        case UNIFORM -> uniform;
        case GRID -> Math.floor(4 * uniform);
        case CONSTANT -> 3;
        case FAR -> uniform < 0.001 ? 1e150 * uniform : uniform;
      };
    }
  }
}
