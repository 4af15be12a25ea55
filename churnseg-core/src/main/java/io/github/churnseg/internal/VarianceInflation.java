package io.github.churnseg.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much less is known of a column's effect because other columns say the same: 1 / (1 - R²),
 * where R² is the share of the column's variance that follows linearly from the others. They are
 * the diagonal of the inverse of the correlation matrix.
 */
public final class VarianceInflation {

  /** Below this share of a column's variance there is nothing but rounding. */
  private static final double NOTHING = 1e-10;

  private final double[][] correlations;

  private VarianceInflation(double[][] units) {
    correlations = new double[units.length][units.length];
    for (int a = 0; a < units.length; a++) {
      for (int b = 0; b <= a; b++) {
        double r = a == b ? 1 : UnitColumn.product(units[a], units[b]);
        correlations[a][b] = r;
        correlations[b][a] = r;
      }
    }
  }

  /** The factor of each column, 1 or more; infinite where it is a sum of others. */
  public static double[] of(double[]... units) {
    VarianceInflation all = new VarianceInflation(units);
    int[] order = new int[units.length];
    Arrays.setAll(order, column -> column);
    double[] factors = new double[units.length];
    if (all.independent(order).length == order.length) {
      double[][] inverse = all.inverse(order);
      Arrays.setAll(factors, column -> Math.max(1, inverse[column][column]));
      return factors;
    }
    for (int column = 0; column < factors.length; column++) {
      factors[column] = all.factor(column);
    }
    return factors;
  }

  /**
   * The columns to leave out, one after the other, until no factor is above the limit: first those
   * that are sums of earlier ones, then the one with the largest factor; of equals the last.
   *
   * @return the factor of each at the time it was left out
   */
  public static Map<Integer, Double> leaveOut(double limit, double[]... units) {
    VarianceInflation all = new VarianceInflation(units);
    int[] order = new int[units.length];
    Arrays.setAll(order, column -> column);
    int[] independent = all.independent(order);
    Map<Integer, Double> out = new LinkedHashMap<>();
    for (int column : order) {
      if (Arrays.binarySearch(independent, column) < 0) {
        out.put(column, Double.POSITIVE_INFINITY);
      }
    }
    List<Integer> left = new ArrayList<>(Arrays.stream(independent).boxed().toList());
    double[][] inverse = all.inverse(independent);
    while (!left.isEmpty()) {
      int worst = 0;
      for (int at = 1; at < left.size(); at++) {
        // Rounding must not choose between two that are alike.
        worst = inverse[at][at] >= inverse[worst][worst] * (1 - 1e-9) ? at : worst;
      }
      if (!(inverse[worst][worst] > limit)) {
        break;
      }
      out.put(left.remove(worst), inverse[worst][worst]);
      inverse = without(inverse, worst);
    }
    return out;
  }

  /** The inverse of the matrix without a row and a column, from the inverse with them. */
  private static double[][] without(double[][] inverse, int gone) {
    int size = inverse.length - 1;
    double[][] less = new double[size][size];
    for (int a = 0; a < size; a++) {
      double[] row = inverse[a < gone ? a : a + 1];
      for (int b = 0; b < size; b++) {
        int other = b < gone ? b : b + 1;
        less[a][b] = row[other] - row[gone] * inverse[gone][other] / inverse[gone][gone];
      }
    }
    return less;
  }

  private double factor(int column) {
    int[] others = new int[correlations.length];
    int at = 0;
    for (int other = 0; other < others.length; other++) {
      if (other != column) {
        others[at++] = other;
      }
    }
    others[at] = column;
    double rest = 1 - squared(independent(Arrays.copyOf(others, at)), column);
    return rest <= NOTHING ? Double.POSITIVE_INFINITY : Math.max(1, 1 / rest);
  }

  /** R² of a column on independent others. */
  private double squared(int[] others, int column) {
    double[][] root = root(others);
    double[] solved = new double[others.length];
    double squared = 0;
    for (int row = 0; row < others.length; row++) {
      double rest = correlations[others[row]][column];
      for (int k = 0; k < row; k++) {
        rest -= root[row][k] * solved[k];
      }
      solved[row] = rest / root[row][row];
      squared += solved[row] * solved[row];
    }
    return squared;
  }

  /** Those of the columns that are no sums of others before them. */
  private int[] independent(int... order) {
    double[][] rows = new double[order.length][];
    int[] kept = new int[order.length];
    int count = 0;
    for (int column : order) {
      double[] row = new double[count + 1];
      double rest = 1;
      for (int j = 0; j < count; j++) {
        double sum = correlations[column][kept[j]];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * rows[j][k];
        }
        row[j] = sum / rows[j][j];
        rest -= row[j] * row[j];
      }
      if (rest > NOTHING) {
        row[count] = Math.sqrt(rest);
        rows[count] = row;
        kept[count++] = column;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Cholesky's root of the correlations of independent columns. */
  private double[][] root(int... columns) {
    double[][] root = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = correlations[columns[i]][columns[j]];
        for (int k = 0; k < j; k++) {
          sum -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
      }
    }
    return root;
  }

  private double[][] inverse(int... columns) {
    double[][] root = root(columns);
    int size = columns.length;
    double[][] half = new double[size][size]; // The inverse of the root.
    for (int column = 0; column < size; column++) {
      for (int row = column; row < size; row++) {
        double sum = row == column ? 1 : 0;
        for (int k = column; k < row; k++) {
          sum -= root[row][k] * half[k][column];
        }
        half[row][column] = sum / root[row][row];
      }
    }
    double[][] inverse = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        for (int k = Math.max(a, b); k < size; k++) {
          inverse[a][b] += half[k][a] * half[k][b];
        }
      }
    }
    return inverse;
  }
}
