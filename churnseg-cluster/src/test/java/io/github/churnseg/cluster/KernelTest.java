package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Runs twice, with and without the Vector API; whichever kernel is used gives the same bits. */
class KernelTest {

  private final Kernel scalar = new ScalarKernel();
  private final Kernel best = Kernels.best();
  private final Kernel.Found expected = new Kernel.Found();
  private final Kernel.Found found = new Kernel.Found();

  @Test
  void theVectorKernelIsUsedWhereItsModuleIs() {
    boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertThat(best.getClass().getSimpleName()).isEqualTo(there ? "VectorKernel" : "ScalarKernel");
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
    int[] all = IntStream.range(0, k).toArray();

    scalar.nearest(columns, from, count, centres, all, k, expected);
    best.nearest(columns, from, count, centres, all, k, found);
    assertSame(expected.centre, found.centre, count);
    assertSame(expected.nearest, found.nearest, count);
    assertSame(expected.second, found.second, count);

    double[] other = centres[k - 1];
    long nearer = scalar.nearerToSecond(columns, from, count, centres[0], other, expected);
    assertThat(best.nearerToSecond(columns, from, count, centres[0], other, found))
        .isEqualTo(nearer);
    assertThat(found.leastGap).isEqualTo(expected.leastGap);
    for (int i = 0; i < count; i++) {
      double toFirst = square(columns, from + i, centres[0]);
      assertThat((nearer >>> i & 1) == 1).isEqualTo(square(columns, from + i, other) < toFirst);
    }

    scalar.nearest(columns, 0, count, centres, all, k, expected);
    best.nearestOnly(columns, count, centres, found);
    assertSame(expected.centre, found.centre, count);
    best.nearestTwo(columns, count, centres, found);
    assertSame(expected.centre, found.centre, count);
    for (int i = 0; i < count; i++) {
      double margin = Math.sqrt(expected.second[i]) - Math.sqrt(expected.nearest[i]);
      assertThat(found.margin[i]).isLessThanOrEqualTo(margin * (1 + 1e-9) + 1e-12);
    }
  }

  private static void assertSame(int[] expected, int[] found, int count) {
    assertThat(Arrays.copyOf(found, count)).isEqualTo(Arrays.copyOf(expected, count));
  }

  private static void assertSame(double[] expected, double[] found, int count) {
    assertThat(Arrays.copyOf(found, count)).isEqualTo(Arrays.copyOf(expected, count));
  }

  private static double square(double[][] columns, int row, double[] centre) {
    double sum = 0;
    for (int j = 0; j < centre.length; j++) {
      sum += (columns[j][row] - centre[j]) * (columns[j][row] - centre[j]);
    }
    return sum;
  }
}
