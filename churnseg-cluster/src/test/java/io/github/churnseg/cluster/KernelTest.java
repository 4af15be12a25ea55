package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs twice, with and without the Vector API; whichever kernel is used gives the same bits. */
class KernelTest {

  private final ScalarKernel scalar = new ScalarKernel();
  private final Kernel best = Kernels.best();
  private final Kernel.Found expected = new Kernel.Found(0);
  private final Kernel.Found found = new Kernel.Found(0);

  @Test
  void theVectorKernelIsUsedWhereItsModuleIs() {
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(Kernels.vector().isPresent()).isEqualTo(there);
    assertThat(best.getClass()).isEqualTo(there ? TrialKernel.class : ScalarKernel.class);
  }

  @Property(tries = 300)
  void allKernelsGiveTheSameBits(
      @ForAll @IntRange(min = 1, max = 18) int dimensions,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll @IntRange(min = 1, max = 64) int count,
      @ForAll boolean grid,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int from = random.nextInt(9);
    double[][] columns = new double[dimensions][from + count];
    double[][] centres = new double[k][dimensions];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> grid ? random.nextInt(4) : random.nextDouble());
    }
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> grid ? random.nextInt(4) : random.nextDouble());
    }
    double[] largest = new double[dimensions];
    Arrays.fill(largest, 3);
    double error = Gaps.error(largest);
    int few = Math.min(dimensions, 6);
    double[][] fewColumns = Arrays.copyOf(columns, few);
    double[] one = Arrays.copyOf(centres[0], few);
    double[] other = Arrays.copyOf(centres[k - 1], few);
    long nearer = scalar.nearerToSecond(fewColumns, from, count, one, other, error, expected);
    assertThat(best.nearerToSecond(fewColumns, from, count, one, other, error, found))
        .isEqualTo(nearer);
    double ofFirst = Double.POSITIVE_INFINITY;
    double ofSecond = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double toFirst = square(fewColumns, from + i, one);
      double toSecond = square(fewColumns, from + i, other);
      assertThat((nearer >>> i & 1) == 1).isEqualTo(toSecond < toFirst);
      if (toSecond < toFirst) {
        ofSecond = Math.min(ofSecond, toFirst - toSecond);
      } else {
        ofFirst = Math.min(ofFirst, toSecond - toFirst);
      }
    }
    boolean compared = Math.min(ofFirst, ofSecond) < 3 * error;
    for (Kernel.Found gaps : List.of(expected, found)) {
      assertThatIsJustBelow(gaps.leastOfFirst, ofFirst, compared, error);
      assertThatIsJustBelow(gaps.leastOfSecond, ofSecond, compared, error);
    }
  }

  /** Few values leave many points equally near to two centres; small ones have no square. */
  @Property(tries = 1000)
  void theNearestIsThatOfAllDistancesAndNearerByItsMargin(
      @ForAll @IntRange(min = 1, max = 20) int dimensions,
      @ForAll @IntRange(min = 1, max = 40) int few,
      @ForAll boolean many,
      @ForAll @IntRange(min = 1, max = Kernel.MOST_POINTS) int count,
      @ForAll Size size,
      @ForAll boolean fewValues,
      @ForAll boolean onlySome,
      @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int k = many ? few * 16 : few;
    double[][] columns = new double[dimensions][count];
    double[][] centres = new double[k][dimensions];
    for (double[] column : columns) {
      Arrays.setAll(column, i -> size.of(fewValues ? random.nextInt(4) : random.nextDouble()));
    }
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> size.of(fewValues ? random.nextInt(4) : random.nextDouble()));
    }
    int[] candidates =
        IntStream.range(0, k).filter(c -> c == 0 || !onlySome || random.nextBoolean()).toArray();
    for (int c = 0; c < k; c++) {
      double[] centre = centres[c];
      if (Arrays.binarySearch(candidates, c) < 0) {
        Arrays.setAll(centre, j -> centre[j] + size.of(100)); // far from all points
      }
    }
    Kernel kernel =
        Kernels.vector().filter(v -> v.suits(dimensions, count, candidates.length)).orElse(scalar);
    kernel.nearest(columns, count, centres, candidates, candidates.length, found);
    for (int i = 0; i < count; i++) {
      int nearest = ScalarKernel.nearestOf(columns, i, centres);
      assertThat(found.centre[i]).isEqualTo(nearest);
      double least = square(columns, i, centres[nearest]);
      double gap = Double.POSITIVE_INFINITY;
      for (int c : candidates) {
        double here = square(columns, i, centres[c]);
        assertThat(here).isGreaterThanOrEqualTo(least);
        gap = c == nearest ? gap : Math.min(gap, Math.sqrt(here) - Math.sqrt(least));
      }
      assertThat(found.margin[i]).isLessThanOrEqualTo(gap);
      if (size == Size.COMMON && !onlySome && gap > 0.1) {
        assertThat(found.margin[i]).isGreaterThan(0.09);
      }
    }
  }

  /** How large values are. */
  enum Size {
    COMMON(0, 1),
    FAR_FROM_ZERO(1e6, 1),
    SMALL(0, 1e-161),
    SMALLEST(0, Double.MIN_VALUE),
    LARGE(0, 1e140);

    private final double from;
    private final double unit;

    Size(double from, double unit) {
      this.from = from;
      this.unit = unit;
    }

    double of(double value) {
      return from + value * unit;
    }
  }

  private static void assertThatIsJustBelow(
      double found, double least, boolean compared, double error) {
    assertThat(found).isLessThanOrEqualTo(least);
    if (!compared) {
      double atLeast = Math.min(least, Double.MAX_VALUE) * (1 - 1e-6) - 2 * error;
      assertThat(found).isGreaterThan(atLeast);
    }
  }

  private static double square(double[][] columns, int row, double[] centre) {
    double sum = 0;
    for (int j = 0; j < centre.length; j++) {
      sum += (columns[j][row] - centre[j]) * (columns[j][row] - centre[j]);
    }
    return sum;
  }
}
