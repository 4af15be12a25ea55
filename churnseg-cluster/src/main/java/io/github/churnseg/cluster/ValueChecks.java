package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.List;
import java.util.Set;

/** Refuses values that have no place among the others, naming the column and the customer. */
final class ValueChecks {

  /** Squares of scaled values beyond this, summed, could overflow. */
  static final double LIMIT = 1e150;

  private ValueChecks() {}

  /** Refuses a customer of no category, or of one that is not among those known. */
  static void categories(
      CustomerFeatures customers, String name, Categories categories, Set<String> known) {
    List<String> levels = categories.levels();
    boolean[] fits = new boolean[levels.size()];
    for (int level = 0; level < fits.length; level++) {
      fits[level] = known.contains(levels.get(level));
    }
    for (int row = 0; row < categories.size(); row++) {
      int level = categories.level(row);
      if (level < 0 || !fits[level]) {
        String place = place(customers, name, row);
        throw new InvalidDataException(
            level < 0
                ? place + "the category is missing; fill the gap or leave such customers out"
                : "%scategory '%s' is unknown to the model, which was fitted on %s; name one of"
                        .formatted(place, levels.get(level), known.stream().sorted().toList())
                    + " these instead, or leave such customers out");
      }
    }
  }

  /** Where a value stands, as the beginning of what is said of it. */
  static String place(CustomerFeatures customers, String name, int row) {
    return "column '%s', customer '%s' (row %d, from 0): ".formatted(name, customers.id(row), row);
  }

  /**
   * Refuses values that have no place among the others.
   *
   * @return the least and the largest of them; 0 where there is none
   */
  static Ends tidy(
      CustomerFeatures customers,
      String name,
      int from,
      double[] values,
      int count,
      Scaling scaling) {
    double limit = scaling == Scaling.LOG_Z_SCORE ? Double.MAX_VALUE : LIMIT;
    double least = count == 0 ? 0 : values[0];
    double most = least;
    for (int i = 0; i < count; i++) {
      double value = values[i];
      // Branches, since they are hardly ever taken, and memory is slower to write than to read.
      if (value > most) {
        most = value;
      } else if (!(value >= least)) {
        least = Math.min(least, value); // which keeps NaN
      }
      if (Double.doubleToRawLongBits(value) == Long.MIN_VALUE) {
        values[i] = 0; // not -0.0, so that equal customers have equal bits
      }
    }
    if (!(least >= -limit && most <= limit)) {
      int bad = 0;
      while (Math.abs(values[bad]) <= limit) {
        bad++;
      }
      throw new InvalidDataException(refusal(customers, name, from + bad, values[bad]));
    }
    return new Ends(least + 0.0, most + 0.0);
  }

  private static String refusal(CustomerFeatures customers, String name, int row, double value) {
    String place = place(customers, name, row);
    if (Double.isNaN(value)) {
      return place + "the value is missing; fill the gap or leave such customers out";
    }
    if (Double.isInfinite(value)) {
      return place + value + " has no place among the others; repair it or leave it out";
    }
    return place + value + " is beyond ±1e150, so that its square overflows; use LOG_Z_SCORE";
  }
}
