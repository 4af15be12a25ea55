package io.github.churnseg.cluster;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Squared distances of points from centres in explicit vector instructions: of four vectors of
 * points from four centres at a time, so that sixteen sums stay in registers and each value is read
 * once for four of them. Steps are fused: the last bits may differ from those of plain loops.
 */
final class VectorDistances {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** The fewest points there may be. */
  static final int POINTS = 4 * LANES;

  private double[][] distances = new double[0][];

  /** Takes those of points, at the start of their columns, from some of the centres. */
  void take(
      double[][] columns, int count, double[][] centres, int[] candidates, int candidateCount) {
    if (distances.length < candidateCount) {
      distances = BlockArrays.of(candidateCount);
    }
    int last = candidateCount - 1;
    for (int a = 0; a <= last; a += 4) {
      // Where no four are left, the last one again.
      int b = Math.min(a + 1, last);
      int c = Math.min(a + 2, last);
      int d = Math.min(a + 3, last);
      double[][] four = {
        centres[candidates[a]],
        centres[candidates[b]],
        centres[candidates[c]],
        centres[candidates[d]]
      };
      double[][] from = {distances[a], distances[b], distances[c], distances[d]};
      fromFour(columns, count, four, from);
    }
  }

  /** Those from the candidate at this place among them. */
  double[] from(int candidate) {
    return distances[candidate];
  }

  /** The last points are taken twice where the number is no multiple. */
  private static void fromFour(
      double[][] columns, int count, double[][] centres, double[][] distance) {
    double[] a = centres[0];
    double[] b = centres[1];
    double[] c = centres[2];
    double[] d = centres[3];
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int start = 0; start < count; start += POINTS) {
      int first = Math.min(start, count - POINTS);
      int second = first + LANES;
      int third = second + LANES;
      int fourth = third + LANES;
      DoubleVector a1 = zero;
      DoubleVector a2 = zero;
      DoubleVector a3 = zero;
      DoubleVector a4 = zero;
      DoubleVector b1 = zero;
      DoubleVector b2 = zero;
      DoubleVector b3 = zero;
      DoubleVector b4 = zero;
      DoubleVector c1 = zero;
      DoubleVector c2 = zero;
      DoubleVector c3 = zero;
      DoubleVector c4 = zero;
      DoubleVector d1 = zero;
      DoubleVector d2 = zero;
      DoubleVector d3 = zero;
      DoubleVector d4 = zero;
      for (int j = 0; j < a.length; j++) {
        double[] column = columns[j];
        DoubleVector x1 = DoubleVector.fromArray(SPECIES, column, first);
        DoubleVector x2 = DoubleVector.fromArray(SPECIES, column, second);
        DoubleVector x3 = DoubleVector.fromArray(SPECIES, column, third);
        DoubleVector x4 = DoubleVector.fromArray(SPECIES, column, fourth);
        DoubleVector centre = DoubleVector.broadcast(SPECIES, a[j]);
        a1 = addSquare(a1, x1, centre);
        a2 = addSquare(a2, x2, centre);
        a3 = addSquare(a3, x3, centre);
        a4 = addSquare(a4, x4, centre);
        centre = DoubleVector.broadcast(SPECIES, b[j]);
        b1 = addSquare(b1, x1, centre);
        b2 = addSquare(b2, x2, centre);
        b3 = addSquare(b3, x3, centre);
        b4 = addSquare(b4, x4, centre);
        centre = DoubleVector.broadcast(SPECIES, c[j]);
        c1 = addSquare(c1, x1, centre);
        c2 = addSquare(c2, x2, centre);
        c3 = addSquare(c3, x3, centre);
        c4 = addSquare(c4, x4, centre);
        centre = DoubleVector.broadcast(SPECIES, d[j]);
        d1 = addSquare(d1, x1, centre);
        d2 = addSquare(d2, x2, centre);
        d3 = addSquare(d3, x3, centre);
        d4 = addSquare(d4, x4, centre);
      }
      a1.intoArray(distance[0], first);
      a2.intoArray(distance[0], second);
      a3.intoArray(distance[0], third);
      a4.intoArray(distance[0], fourth);
      b1.intoArray(distance[1], first);
      b2.intoArray(distance[1], second);
      b3.intoArray(distance[1], third);
      b4.intoArray(distance[1], fourth);
      c1.intoArray(distance[2], first);
      c2.intoArray(distance[2], second);
      c3.intoArray(distance[2], third);
      c4.intoArray(distance[2], fourth);
      d1.intoArray(distance[3], first);
      d2.intoArray(distance[3], second);
      d3.intoArray(distance[3], third);
      d4.intoArray(distance[3], fourth);
    }
  }

  private static DoubleVector addSquare(
      DoubleVector sum, DoubleVector values, DoubleVector centre) {
    DoubleVector apart = values.sub(centre);
    return apart.fma(apart, sum);
  }
}
