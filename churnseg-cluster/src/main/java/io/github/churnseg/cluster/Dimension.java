package io.github.churnseg.cluster;

import io.github.churnseg.features.Scaling;
import io.github.churnseg.internal.Quantile;
import java.util.Arrays;
import java.util.Optional;

/**
 * One axis of the space that distances are taken in, and how a column gets there.
 *
 * @param name the column's name, or {@code column=category}
 * @param column the column it comes from
 * @param category the category it is one for, where the column is one of categories
 * @param logarithmic whether the logarithm comes first
 * @param shift what is taken away
 * @param scale what the rest is divided by
 */
record Dimension(
    String name,
    String column,
    Optional<String> category,
    boolean logarithmic,
    double shift,
    double scale) {

  static Dimension ofCategory(String column, String category, Scaling scaling) {
    double scale = scaling == Scaling.MIN_MAX ? Math.sqrt(2) : 1;
    return new Dimension(column + "=" + category, column, Optional.of(category), false, 0, scale);
  }

  /** Learns the scale from finite values, whose ends are known; brings those values to it. */
  static Dimension ofNumbers(String column, double[] values, Ends ends, Scaling scaling) {
    if (scaling == Scaling.NONE) {
      return linear(column, 0, 1);
    }
    boolean logarithmic = scaling == Scaling.LOG_Z_SCORE;
    Dimension plain = new Dimension(column, column, Optional.empty(), logarithmic, 0, 1);
    plain.scale(values);
    Dimension scaled = learn(column, values, plain.scale(ends), scaling);
    scaled.scale(values);
    return new Dimension(column, column, Optional.empty(), logarithmic, scaled.shift, scaled.scale);
  }

  private static Dimension learn(String column, double[] values, Ends ends, Scaling scaling) {
    double range = ends.most() - ends.least();
    if (range == 0) {
      return linear(column, ends.least(), 1);
    }
    if (scaling == Scaling.MIN_MAX) {
      return linear(column, ends.least(), range);
    }
    double mean = mean(values, Math.max(Math.abs(ends.least()), Math.abs(ends.most())));
    double deviation = deviation(values, mean, range);
    if (scaling != Scaling.ROBUST) {
      return linear(column, mean, deviation);
    }
    double[] sorted = values.clone();
    Arrays.parallelSort(sorted);
    double quartiles = Quantile.ofSorted(sorted, 0.75) - Quantile.ofSorted(sorted, 0.25);
    return linear(column, Quantile.ofSorted(sorted, 0.5), quartiles > 0 ? quartiles : deviation);
  }

  private static Dimension linear(String column, double shift, double scale) {
    return new Dimension(column, column, Optional.empty(), false, shift, scale);
  }

  private static double mean(double[] values, double largest) {
    ExactSum sum = new ExactSum(new ExactSum.Grid(largest, values.length));
    for (double value : values) {
      sum.add(value);
    }
    return sum.value() / values.length;
  }

  /** Over the range first, so that squares neither overflow nor vanish. */
  private static double deviation(double[] values, double mean, double range) {
    ExactSum sum = new ExactSum(new ExactSum.Grid(1, values.length));
    for (double value : values) {
      double part = (value - mean) / range;
      sum.add(part * part);
    }
    double deviation = range * Math.sqrt(sum.value() / values.length);
    // Of the smallest numbers there are it may round to 0.
    return deviation > 0 ? deviation : range;
  }

  /** Brings values to this scale, in place. */
  void scale(double[] values) {
    scale(values, values.length);
  }

  /** Brings the first values to this scale, in place. */
  void scale(double[] values, int count) {
    if (logarithmic) {
      for (int row = 0; row < count; row++) {
        values[row] = Math.copySign(Math.log1p(Math.abs(values[row])), values[row]);
      }
    }
    if (movesOrStretches()) {
      for (int row = 0; row < count; row++) {
        values[row] = (values[row] - shift) / scale;
      }
    }
  }

  private boolean movesOrStretches() {
    return shift != 0 || scale != 1;
  }

  /** Whether its scale is any other than the column's own. */
  boolean scales() {
    return logarithmic || movesOrStretches();
  }

  double scale(double value) {
    double[] one = {value};
    scale(one);
    return one[0];
  }

  /** The ends of scaled values: no scale changes their order. */
  Ends scale(Ends ends) {
    return new Ends(scale(ends.least()), scale(ends.most()));
  }

  /** From this scale to the column's own unit. */
  double original(double scaled) {
    double value = scaled * scale + shift;
    return logarithmic ? Math.copySign(Math.expm1(Math.abs(value)), value) : value;
  }
}
