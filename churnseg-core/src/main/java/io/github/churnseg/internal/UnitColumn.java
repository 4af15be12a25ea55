package io.github.churnseg.internal;

/** A column less its mean, over its length, so that products of two are Pearson's correlation. */
public final class UnitColumn {

  private UnitColumn() {}

  /** A missing number counts as the mean; a constant column becomes an empty array. */
  public static double[] of(double[] column) {
    double scale = scale(column);
    double mean = 0;
    double largest = 0;
    double first = Double.NaN;
    int known = 0;
    boolean constant = true;
    for (double given : column) {
      double value = given * scale;
      if (!Double.isNaN(value)) {
        first = known == 0 ? value : first;
        known++;
        mean += (value - mean) / known;
        constant &= value == first;
      }
    }
    double[] unit = new double[column.length];
    for (int row = 0; row < unit.length; row++) {
      unit[row] = Double.isNaN(column[row]) ? 0 : column[row] * scale - mean;
      largest = Math.max(largest, Math.abs(unit[row]));
    }
    if (constant || !(largest > 0)) {
      return new double[0];
    }
    double squares = 0;
    for (int row = 0; row < unit.length; row++) {
      unit[row] /= largest;
      squares += unit[row] * unit[row];
    }
    for (int row = 0; row < unit.length; row++) {
      unit[row] /= Math.sqrt(squares);
    }
    return unit;
  }

  /** One, or less where the difference of two numbers of the column would be infinite. */
  private static double scale(double... column) {
    for (double value : column) {
      if (Math.abs(value) > Double.MAX_VALUE / 4) {
        return 0.25;
      }
    }
    return 1;
  }

  /** Pearson's correlation of two unit columns. */
  public static double product(double[] a, double[] b) {
    double product = 0;
    for (int row = 0; row < a.length; row++) {
      product += a[row] * b[row];
    }
    return product;
  }
}
