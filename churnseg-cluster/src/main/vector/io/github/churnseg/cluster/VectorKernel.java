package io.github.churnseg.cluster;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same loops in explicit vector instructions, for virtual machines that were started with
 * {@code --add-modules jdk.incubator.vector}. What is closer than rounding is compared as the
 * scalar kernel does, so that both choose the same centres.
 */
final class VectorKernel implements Kernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(
          int.class, VectorShape.forBitSize(Math.max(64, SPECIES.vectorBitSize() / 2)));
  private static final int LANES = SPECIES.length();

  /** With fewer the compiler's own loops are as fast; and whatever has so many fuses operations. */
  private static final int FEWEST_LANES = 4;

  /** So that their distances stay in a cache. */
  private static final int MOST_CANDIDATES = 512;

  private final VectorDistances distances = new VectorDistances();
  private final ScalarKernel scalar = new ScalarKernel();

  /** Not in few dimensions: there the compiler's own loops are as fast. */
  @Override
  public boolean suits(int dimensions, int count, int candidateCount) {
    return LANES >= FEWEST_LANES
        && dimensions > Partition.FEW_DIMENSIONS
        && count >= VectorDistances.POINTS
        && candidateCount <= MOST_CANDIDATES;
  }

  @Override
  public void nearest(
      double[][] columns,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    distances.take(columns, count, centres, candidates, candidateCount);
    if (!choose(columns.length, count, candidates, candidateCount, found)) {
      for (int i = 0; i < count; i++) {
        if (!(found.margin[i] > 0)) {
          found.centre[i] = ScalarKernel.nearestOf(columns, i, centres);
          found.margin[i] = 0;
        }
      }
    }
  }

  /**
   * Compares distances as whole numbers, since the bits of positive numbers are in the same order;
   * the number of the centre takes the place of the last bits. Returns whether all margins are more
   * than 0: so much more than rounding that comparing plain distances gives the same centre.
   */
  private boolean choose(
      int dimensions, int count, int[] candidates, int candidateCount, Found found) {
    long numbers = 2 * Math.max(1, Long.highestOneBit(candidates[candidateCount - 1])) - 1;
    double share = Kernel.certainShare(dimensions);
    LongVector most = LongVector.broadcast(LONGS, Double.doubleToRawLongBits(Double.MAX_VALUE));
    VectorMask<Double> decided = SPECIES.maskAll(true);
    for (int from = 0; from < count; from += LANES) {
      int i = Math.min(from, count - LANES);
      LongVector least = LongVector.broadcast(LONGS, Long.MAX_VALUE);
      LongVector next = most;
      for (int n = 0; n < candidateCount; n++) {
        LongVector here =
            DoubleVector.fromArray(SPECIES, distances.from(n), i)
                .reinterpretAsLongs()
                .and(~numbers)
                .or(candidates[n]);
        next = next.min(least.max(here));
        least = least.min(here);
      }
      ((IntVector) least.and(numbers).convertShape(VectorOperators.L2I, INTS, 0))
          .intoArray(found.centre, i);
      DoubleVector margin =
          next.and(~numbers)
              .reinterpretAsDoubles()
              .sqrt()
              .mul(share)
              .sub(least.or(numbers).reinterpretAsDoubles().sqrt());
      margin.intoArray(found.margin, i);
      decided = decided.and(margin.compare(VectorOperators.GT, 0));
    }
    return decided.allTrue();
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
