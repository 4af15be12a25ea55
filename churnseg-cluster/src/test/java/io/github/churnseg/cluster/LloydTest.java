package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The result is that of looking at every centre for every point in every iteration. */
class LloydTest {

  @Property(tries = 150)
  void isWhatPlainLloydGives(
      @ForAll @IntRange(min = 1, max = 700) int size,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll boolean grid,
      @ForAll boolean weighted,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = columns(size, dimensions, grid, random);
    double[] weights = weighted ? random.doubles(size, 0, 3).map(Math::floor).toArray() : none();
    isWhatPlainLloydGives(columns, weights, k, seed);
  }

  private static void isWhatPlainLloydGives(
      double[][] columns, double[] weights, int k, long seed) {
    isWhatPlainLloydGives(columns, weights, k, seed, 1);
  }

  /** From some of the points, so many times as far from zero. */
  private static void isWhatPlainLloydGives(
      double[][] columns, double[] weights, int k, long seed, double far) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = columns[0].length;
    try (Workers workers = new Workers(1 + (int) (seed & 1))) {
      boolean inTiles = (seed & 2) == 0;
      Points points =
          inTiles
              ? Points.inTiles(columns, weights, workers)
              : inAnyOrder(columns, weights, workers);
      if (points.distinct(k) < k) {
        return;
      }
      double[][] start = new double[k][];
      Arrays.setAll(start, c -> points.point(random.nextInt(size)));
      for (double[] centre : start) {
        Arrays.setAll(centre, j -> centre[j] * far);
      }
      Plan plan = KMeans.k(k).maxIterations(100).plan();
      Clustering fast = Lloyd.run(points, copy(start), plan, workers, () -> {});
      PlainLloyd plain = new PlainLloyd(points, start).run(100);
      assertThat(fast.iterations).isEqualTo(plain.iterations);
      assertThat(fast.converged).isEqualTo(plain.converged);
      assertThat(fast.inertia).isCloseTo(plain.inertia, within(1e-9 * plain.inertia));
      for (int point = 0; point < size; point++) {
        assertThat(fast.places[fast.groups[point]]).isEqualTo(plain.groups[point]);
      }
    }
  }

  @Property(tries = 2)
  void isWhatPlainLloydGivesOnManyTiles(@ForAll long seed) {
    isWhatPlainLloydGives(20_000, 3, 8, false, false, seed);
    isWhatPlainLloydGives(20_000, 4, 5, false, true, seed);
    isWhatPlainLloydGives(20_000, 2, 12, true, true, seed);
    isWhatPlainLloydGives(20_000, 3, 30, false, false, seed);
    isWhatPlainLloydGives(60_000, 6, 4, false, false, seed);
    isWhatPlainLloydGives(20_000, 12, 8, false, false, seed);
    isWhatPlainLloydGives(5_000, 8, 40, false, true, seed);
  }

  /** Where rounding is as coarse as a tile is wide, or nearly so. */
  @Property(tries = 300)
  void isWhatPlainLloydGivesFarFromZero(
      @ForAll @IntRange(min = 8, max = 15) int zeros,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll @IntRange(min = 2, max = 9) int k,
      @ForAll long seed) {
    double[][] columns = columns(3_000, dimensions, false, new SplittableRandom(seed));
    for (double[] column : columns) {
      for (int row = 0; row < column.length; row++) {
        column[row] += Math.pow(10, zeros);
      }
    }
    isWhatPlainLloydGives(columns, none(), k, seed);
  }

  /** Where gaps are far larger, and less precise, in the first iterations than in the last. */
  @Property(tries = 100)
  void isWhatPlainLloydGivesFromCentresFarFromAllPoints(
      @ForAll @IntRange(min = 1, max = 12) int zeros,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll @IntRange(min = 2, max = 9) int k,
      @ForAll long seed) {
    double[][] columns = columns(2_000, dimensions, false, new SplittableRandom(seed));
    isWhatPlainLloydGives(columns, none(), k, seed, Math.pow(10, zeros));
  }

  @Property(tries = 1)
  void isWhatPlainLloydGivesWithMoreCentresThanATileRemembers(@ForAll long seed) {
    isWhatPlainLloydGives(6_000, 2, 70, false, false, seed);
  }

  @Property(tries = 100)
  void theOrderOfPointsDoesNotShow(
      @ForAll @IntRange(min = 1, max = 700) int size,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll boolean grid,
      @ForAll boolean weighted,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = columns(size, dimensions, grid, random);
    double[] weights = weighted ? random.doubles(size, 0, 3).map(Math::floor).toArray() : none();
    double[][] start = new double[5][];
    Arrays.setAll(start, c -> random.doubles(dimensions, 0, 30).toArray());
    Plan plan = KMeans.k(5).maxIterations(100).plan();
    try (Workers workers = new Workers(2)) {
      Points given = inAnyOrder(copy(columns), weights.clone(), workers);
      Points sorted = Points.inTiles(copy(columns), weights.clone(), workers);
      int distinct = sorted.distinct(Integer.MAX_VALUE);
      assertThat(given.distinct(Integer.MAX_VALUE)).isEqualTo(distinct);
      assertThat(given.moments().variances).isEqualTo(sorted.moments().variances);
      if (distinct >= 5) {
        Clustering one = Lloyd.run(given, copy(start), plan, workers, () -> {});
        Clustering other = Lloyd.run(sorted, copy(start), plan, workers, () -> {});
        assertThat(one.sameAs(other)).isTrue();
      }
    }
  }

  @Property(tries = 1)
  void theOrderOfPointsDoesNotShowWhereRanksComeFromSomeOfThem(@ForAll long seed) {
    theOrderOfPointsDoesNotShow(70_000, 1, false, true, seed);
    theOrderOfPointsDoesNotShow(70_000, 3, false, false, seed);
    theOrderOfPointsDoesNotShow(70_000, 5, true, false, seed);
  }

  private static Points inAnyOrder(double[][] columns, double[] weights, Workers workers) {
    return Partition.points(columns, weights, Ranges.of(columns, weights, workers), workers);
  }

  private static double[] none() {
    return new double[0];
  }

  private static double[][] columns(
      int size, int dimensions, boolean grid, SplittableRandom random) {
    double[][] columns = new double[dimensions][size];
    for (double[] column : columns) {
      for (int row = 0; row < size; row++) {
        double value = Math.exp(random.nextDouble() * 3) + random.nextInt(3) * 10;
        column[row] = grid ? Math.floor(value / 8) : value;
      }
    }
    return columns;
  }

  private static double[][] copy(double[][] centres) {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }

  /** Every distance, every iteration. Only the sums are the library's own. */
  private static final class PlainLloyd {

    final int[] groups;
    double inertia;
    int iterations;
    boolean converged;
    private final Points points;
    private double[][] centres;

    PlainLloyd(Points points, double[][] start) {
      this.points = points;
      this.centres = start;
      this.groups = new int[points.size()];
    }

    PlainLloyd run(int most) {
      assign();
      while (!converged && iterations < most) {
        double[][] means = means();
        converged = Arrays.deepEquals(means, centres);
        centres = means;
        iterations++;
        assign();
      }
      return this;
    }

    private void assign() {
      inertia = 0;
      for (int point = 0; point < groups.length; point++) {
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
          double distance = points.distance(point, centres[c]);
          if (distance < least) {
            least = distance;
            groups[point] = c;
          }
        }
        inertia += points.weight(point) * least;
      }
    }

    private double[][] means() {
      Sums sums = points.sums(centres.length);
      for (int point = 0; point < groups.length; point++) {
        sums.addPoints(groups[point], point, point + 1);
      }
      double[][] means = new double[centres.length][points.dimensions()];
      double[] least = new double[groups.length];
      Arrays.fill(least, Double.POSITIVE_INFINITY);
      for (int c = 0; c < means.length; c++) {
        if (sums.weight(c) > 0) {
          sums.mean(c, means[c]);
          lower(least, means[c]);
        }
      }
      for (int c = 0; c < means.length; c++) {
        if (!(sums.weight(c) > 0)) {
          int farthest = -1;
          for (int point = 0; point < least.length; point++) {
            boolean farther =
                farthest < 0
                    || least[point] > least[farthest]
                    || (least[point] == least[farthest] && points.compare(point, farthest) < 0);
            farthest = points.weight(point) > 0 && farther ? point : farthest;
          }
          means[c] = points.point(farthest);
          lower(least, means[c]);
        }
      }
      return means;
    }

    private void lower(double[] least, double[] centre) {
      for (int point = 0; point < least.length; point++) {
        least[point] = Math.min(least[point], points.distance(point, centre));
      }
    }
  }
}
