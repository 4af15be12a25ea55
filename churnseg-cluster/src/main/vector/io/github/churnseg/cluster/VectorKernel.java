package io.github.churnseg.cluster;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same loops in explicit vector instructions, for virtual machines that were started with
 * {@code --add-modules jdk.incubator.vector}. What is closer than rounding is compared as the scalar
 * kernel does, so that both choose the same centres.
 */
final class VectorKernel implements Kernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final ScalarKernel scalar = new ScalarKernel();

  /** The compiler's own vector instructions are as fast. */
  @Override
  public void nearest(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    scalar.nearest(columns, count, centres, candidates, candidateCount, found);
  }

  @Override
  public long nearerToSecond(
      double[][] columns,
      int from,
      int count,
      double[] first,
      double[] second,
      double error,
      Found found) {
    int whole = SPECIES.loopBound(count);
    double[] slope = found.number;
    double shift = Gaps.slope(first, second, slope);
    long bits = 0;
    double ofFirst = Double.MAX_VALUE;
    double ofSecond = Double.MAX_VALUE;
    if (whole < count) {
      bits =
          scalar.nearerToSecond(columns, from + whole, count - whole, first, second, error, found)
              << whole;
      ofFirst = found.leastOfFirst;
      ofSecond = found.leastOfSecond;
    }
    DoubleVector most = DoubleVector.broadcast(SPECIES, Double.MAX_VALUE);
    DoubleVector leastOfFirst = most;
    DoubleVector leastOfSecond = most;
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector gap = DoubleVector.broadcast(SPECIES, shift);
      for (int j = 0; j < first.length; j++) {
        gap = gap.add(DoubleVector.fromArray(SPECIES, columns[j], from + i).mul(slope[j]));
      }
      VectorMask<Double> nearerToSecond = gap.compare(VectorOperators.LT, 0);
      bits |= nearerToSecond.toLong() << i;
      leastOfFirst = leastOfFirst.min(gap.blend(most, nearerToSecond));
      leastOfSecond = leastOfSecond.min(most.blend(gap.neg(), nearerToSecond));
    }
    ofFirst = Math.min(ofFirst, leastOfFirst.reduceLanes(VectorOperators.MIN) - error);
    ofSecond = Math.min(ofSecond, leastOfSecond.reduceLanes(VectorOperators.MIN) - error);
    found.leastOfFirst = ofFirst;
    found.leastOfSecond = ofSecond;
    return ofFirst > 0 && ofSecond > 0
        ? bits
        : ScalarKernel.compared(columns, from, count, first, second, found);
  }
}
