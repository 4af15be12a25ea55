package io.github.churnseg.features;

import io.github.churnseg.InvalidDataException;
import java.util.Arrays;
import java.util.List;

/**
 * A column of numbers, or of ordered categories as their places: (log of) the value less a shift,
 * over a scale.
 *
 * @param column what it reads
 * @param ordered the levels, lowest first, of an ordered column; empty for numbers
 * @param refuse whether a missing value is refused
 * @param fill what stands in for a missing value, before scaling
 * @param flagged whether a second column says where values were missing
 * @param log whether the logarithm is taken, with the sign kept
 * @param shift taken off
 * @param scale divided by
 */
record NumericEncoder(
    String column,
    List<String> ordered,
    boolean refuse,
    double fill,
    boolean flagged,
    boolean log,
    double shift,
    double scale)
    implements ColumnEncoder {

  /** Rows that are read at a time, so that they stay in the cache. */
  private static final int PART = 1024;

  static NumericEncoder fit(
      CustomerFeatures training, String column, Preprocessing.Settings settings) {
    List<String> ordered =
        training.categoricalColumns().contains(column)
            ? training.categorical(column).levels()
            : List.of();
    double[] all = read(training, column, ordered);
    double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).sorted().toArray();
    Imputation imputation = settings.imputationFor(column);
    Scaling scaling = settings.scalingFor(column);
    boolean log = scaling == Scaling.LOG_Z_SCORE;
    double[] scaled = log ? Arrays.stream(values).map(NumericEncoder::log).toArray() : values;
    return new NumericEncoder(
        column,
        ordered,
        imputation == Imputation.REFUSE,
        fill(values, imputation),
        settings.flagged() && values.length < all.length,
        log,
        shift(scaled, scaling),
        scale(scaled, scaling));
  }

  private static double fill(double[] sorted, Imputation imputation) {
    if (sorted.length == 0) {
      return 0;
    }
    return switch (imputation) {
      case MEDIAN, REFUSE -> quantile(sorted, 0.5);
      case MEAN -> mean(sorted);
      case MOST_FREQUENT -> mostFrequent(sorted);
      case ZERO -> 0;
    };
  }

  private static double shift(double[] sorted, Scaling scaling) {
    if (sorted.length == 0) {
      return 0;
    }
    return switch (scaling) {
      case NONE -> 0;
      case Z_SCORE, LOG_Z_SCORE -> mean(sorted);
      case MIN_MAX -> sorted[0];
      case ROBUST -> quantile(sorted, 0.5);
    };
  }

  /** Never zero: a constant column is dropped later, so that any scale will do for it. */
  private static double scale(double[] sorted, Scaling scaling) {
    if (sorted.length == 0 || scaling == Scaling.NONE) {
      return 1;
    }
    double scale =
        switch (scaling) {
          case MIN_MAX -> sorted[sorted.length - 1] - sorted[0];
          case ROBUST -> quantile(sorted, 0.75) - quantile(sorted, 0.25);
          default -> 0;
        };
    if (!(scale > 0)) {
      scale = deviation(sorted);
    }
    return scale > 0 && Double.isFinite(scale) ? scale : 1;
  }

  private static double mean(double[] values) {
    double mean = 0;
    for (int row = 0; row < values.length; row++) {
      mean += (values[row] - mean) / (row + 1);
    }
    return mean;
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean) / values.length;
    }
    return Math.sqrt(squares);
  }

  /** By linear interpolation. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] * (1 - (place - below)) + above * (place - below);
  }

  private static double mostFrequent(double[] sorted) {
    double best = sorted[0];
    int most = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from > most) {
        most = to - from;
        best = sorted[from];
      }
    }
    return best;
  }

  @Override
  public List<String> outputs() {
    return flagged ? List.of(column, column + " missing") : List.of(column);
  }

  @Override
  public ColumnWriter over(CustomerFeatures customers) {
    ColumnReader reader = reader(customers, column, ordered);
    return (firstRow, rows, target, width, places) -> {
      double[] values = new double[Math.min(rows, PART)];
      for (int done = 0; done < rows; done += values.length) {
        int some = Math.min(values.length, rows - done);
        reader.read(firstRow + done, some, values);
        for (int at = 0; at < some; at++) {
          write(values[at], customers, firstRow + done + at, target, (done + at) * width, places);
        }
      }
    };
  }

  private void write(
      double given, CustomerFeatures customers, int row, double[] target, int to, int[] places) {
    boolean missing = Double.isNaN(given);
    if (Double.isInfinite(given)) {
      throw infinite(customers, column, row, given);
    }
    if (missing && refuse) {
      throw ColumnEncoder.missing(customers, column, row);
    }
    double value = missing ? fill : given + 0.0; // -0.0 becomes 0.0: equal customers, equal bits
    if (places[0] >= 0) {
      target[to + places[0]] = ((log ? log(value) : value) - shift) / scale;
    }
    if (missing && flagged && places[1] >= 0) {
      target[to + places[1]] = 1;
    }
  }

  /** The numbers of all rows, for learning. */
  private static double[] read(CustomerFeatures customers, String column, List<String> ordered) {
    double[] values = new double[customers.size()];
    reader(customers, column, ordered).read(0, values.length, values);
    for (int row = 0; row < values.length; row++) {
      values[row] += 0.0;
      if (Double.isInfinite(values[row])) {
        throw infinite(customers, column, row, values[row]);
      }
    }
    return values;
  }

  private static InvalidDataException infinite(
      CustomerFeatures customers, String column, int row, double value) {
    return new InvalidDataException(
        ColumnEncoder.place(customers, column, row)
            + value
            + " is no number to learn from; repair it or leave it missing");
  }

  private static ColumnReader reader(
      CustomerFeatures customers, String column, List<String> ordered) {
    if (ordered.isEmpty()) {
      return customers.reader(column);
    }
    Categories categories = customers.categorical(column);
    int[] place = categories.levels().stream().mapToInt(ordered::indexOf).toArray();
    return (from, count, target) -> {
      for (int at = 0; at < count; at++) {
        int level = categories.level(from + at);
        target[at] = level < 0 || place[level] < 0 ? Double.NaN : place[level];
      }
    };
  }

  private static double log(double value) {
    return Math.copySign(StrictMath.log1p(Math.abs(value)), value);
  }
}
