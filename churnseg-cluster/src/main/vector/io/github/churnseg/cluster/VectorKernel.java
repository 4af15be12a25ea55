package io.github.churnseg.cluster;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same loops in explicit vector instructions, for virtual machines that were started with
 * {@code --add-modules jdk.incubator.vector}. Sums are in the order of the scalar kernel and
 * nothing is fused, so that both choose the same centres to the last bit.
 */
final class VectorKernel implements Kernel {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private final ScalarKernel scalar = new ScalarKernel();
  private final double[] chosen = new double[MOST_POINTS];

  @Override
  public void nearest(
      double[][] columns,
      int from,
      int count,
      double[][] centres,
      int[] candidates,
      int candidateCount,
      Found found) {
    scalar.nearest(columns, from, count, centres, candidates, candidateCount, found);
  }

  @Override
  public void nearestOnly(double[][] columns, int count, double[][] centres, Found found) {
    int whole = SPECIES.loopBound(count);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector first = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
      DoubleVector choice = DoubleVector.zero(SPECIES);
      for (int c = 0; c < centres.length; c++) {
        DoubleVector here = distance(columns, i, centres[c]);
        VectorMask<Double> nearer = here.compare(VectorOperators.LT, first);
        choice = choice.blend((double) c, nearer);
        first = first.min(here);
      }
      choice.intoArray(chosen, i);
    }
    for (int i = 0; i < whole; i++) {
      found.centre[i] = (int) chosen[i];
    }
    for (int i = whole; i < count; i++) {
      found.centre[i] = ScalarKernel.nearestOf(columns, i, centres);
    }
  }

  private static DoubleVector distance(double[][] columns, int at, double[] centre) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int j = 0; j < centre.length; j++) {
      DoubleVector away = DoubleVector.fromArray(SPECIES, columns[j], at).sub(centre[j]);
      sum = sum.add(away.mul(away));
    }
    return sum;
  }

  @Override
  public void nearestTwo(double[][] columns, int count, double[][] centres, Found found) {
    int whole = SPECIES.loopBound(count);
    if (whole < count) {
      scalar.nearestTwo(columns, count, centres, found);
      return;
    }
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector first = DoubleVector.broadcast(SPECIES, Double.POSITIVE_INFINITY);
      DoubleVector second = first;
      DoubleVector choice = DoubleVector.zero(SPECIES);
      for (int c = 0; c < centres.length; c++) {
        DoubleVector here = distance(columns, i, centres[c]);
        second = second.min(first.max(here));
        VectorMask<Double> nearer = here.compare(VectorOperators.LT, first);
        choice = choice.blend((double) c, nearer);
        first = first.min(here);
      }
      choice.intoArray(chosen, i);
      second.intoArray(found.second, i);
      second.sqrt().sub(first.sqrt()).intoArray(found.margin, i);
    }
    for (int i = 0; i < whole; i++) {
      found.centre[i] = (int) chosen[i];
    }
  }

  @Override
  public long nearerToSecond(
      double[][] columns, int from, int count, double[] first, double[] second, Found found) {
    int whole = SPECIES.loopBound(count);
    long bits = 0;
    DoubleVector smallest = DoubleVector.broadcast(SPECIES, Double.MAX_VALUE);
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector toFirst = DoubleVector.zero(SPECIES);
      DoubleVector toSecond = toFirst;
      for (int j = 0; j < first.length; j++) {
        DoubleVector x = DoubleVector.fromArray(SPECIES, columns[j], from + i);
        DoubleVector a = x.sub(first[j]);
        DoubleVector b = x.sub(second[j]);
        toFirst = toFirst.add(a.mul(a));
        toSecond = toSecond.add(b.mul(b));
      }
      DoubleVector gap = toSecond.sub(toFirst);
      bits |= gap.compare(VectorOperators.LT, 0).toLong() << i;
      smallest = smallest.min(gap.abs());
    }
    double least = smallest.reduceLanes(VectorOperators.MIN);
    if (whole < count) {
      long rest = scalar.nearerToSecond(columns, from + whole, count - whole, first, second, found);
      bits |= rest << whole;
      least = Math.min(least, found.leastGap);
    }
    found.leastGap = least;
    return bits;
  }
}
