package io.github.churnseg.classify;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The correlation that a normal distribution of two numbers would need to give a table of counts
 * its chi-square (Baak, Koopman, Snoek, Klous 2020, doi:10.1016/j.csda.2020.106979). 0 means no
 * more than noise would give, 1 that one side follows from the other; it finds dependence of any
 * shape and of categories, and has no sign.
 */
final class PhiK {

  private static final int BINS = 10;
  private static final int MOST_CATEGORIES = 200;

  private PhiK() {}

  /** Of a column as bins or levels; -1 where a value is missing. */
  static int[] cells(ColumnValues values) {
    if (values.categories().isPresent()) {
      return IntStream.range(0, values.size())
          .map(row -> Double.isNaN(values.number(row)) ? -1 : (int) values.number(row))
          .toArray();
    }
    double[] numbers = values.numbers();
    double least = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).min().orElse(0);
    double most = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).max().orElse(0);
    // Edges as the authors' software computes them, so that values on an edge fall as they do
    // there.
    double start = least - 1e-14;
    double step = (most - start) / BINS;
    return Arrays.stream(numbers)
        .mapToInt(
            x -> {
              int bin = 0;
              while (bin < BINS - 1 && x > (bin + 1) * step + start) {
                bin++;
              }
              return Double.isNaN(x) ? -1 : bin;
            })
        .toArray();
  }

  /** Rows where either is missing do not count; {@code NaN} where one of the two never changes. */
  static double of(int[] a, int[] b) {
    int[][] counts = counts(a, b);
    int rows = counts.length;
    int columns = rows == 0 ? 0 : counts[0].length;
    if (rows < 2 || columns < 2 || rows > MOST_CATEGORIES || columns > MOST_CATEGORIES) {
      return Double.NaN;
    }
    double all = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    double chiSquare = chiSquare(counts, all);
    double noise = (rows - 1.0) * (columns - 1.0);
    double most = all * (Math.min(rows, columns) - 1);
    if (chiSquare <= noise) {
      return 0;
    }
    if (chiSquare >= most * (1 - 1e-12)) {
      return 1;
    }
    BivariateNormal normal = new BivariateNormal(Math.max(rows, columns), Math.min(rows, columns));
    double wanted = (chiSquare - noise) / (most - noise) * normal.contrast(1);
    return new BrentSolver(1e-9)
        .solve(200, correlation -> normal.contrast(correlation) - wanted, 0, 1);
  }

  /** Without rows and columns that nobody is in. */
  static int[][] counts(int[] a, int[] b) {
    int[] both = IntStream.range(0, a.length).filter(row -> a[row] >= 0 && b[row] >= 0).toArray();
    int[] inA = IntStream.of(both).map(row -> a[row]).sorted().distinct().toArray();
    int[] inB = IntStream.of(both).map(row -> b[row]).sorted().distinct().toArray();
    int[][] counts = new int[inA.length][inB.length];
    for (int row : both) {
      counts[Arrays.binarySearch(inA, a[row])][Arrays.binarySearch(inB, b[row])]++;
    }
    return counts;
  }

  /** Pearson's, against independence; of a table without empty rows or columns. */
  static double chiSquare(int[][] counts, double all) {
    double[] columnSums = new double[counts[0].length];
    double[] rowSums = new double[counts.length];
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < columnSums.length; column++) {
        columnSums[column] += counts[row][column];
        rowSums[row] += counts[row][column];
      }
    }
    double sum = 0;
    for (int row = 0; row < counts.length; row++) {
      for (int column = 0; column < columnSums.length; column++) {
        double expected = rowSums[row] * columnSums[column] / all;
        double off = counts[row][column] - expected;
        sum += off * off / expected;
      }
    }
    return sum;
  }
}
