package io.github.churnseg.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of categories: a column of zeros and ones for each category, perhaps one for all that
 * are rare, perhaps one for missing values.
 *
 * @param column what it reads
 * @param own categories with a column of their own
 * @param shared whether there is a column for all others
 * @param fill what stands in for a missing value; empty for nothing
 * @param refuse whether a missing value is refused
 * @param flagged whether a column says where values were missing
 */
record CategoryEncoder(
    String column,
    List<String> own,
    boolean shared,
    List<String> fill,
    boolean refuse,
    boolean flagged)
    implements ColumnEncoder {

  static CategoryEncoder fit(
      CustomerFeatures training, String column, Preprocessing.Settings settings) {
    Categories categories = training.categorical(column);
    List<String> levels = categories.levels();
    int[] counts = new int[levels.size()];
    boolean gaps = false;
    for (int row = 0; row < categories.size(); row++) {
      int level = categories.level(row);
      gaps |= level < 0;
      if (level >= 0) {
        counts[level]++;
      }
    }
    double least = settings.rareBelow() * categories.size();
    List<String> own = new ArrayList<>();
    boolean shared = false;
    for (int level = 0; level < counts.length; level++) {
      if (counts[level] >= least) {
        own.add(levels.get(level));
      } else {
        shared = true;
      }
    }
    Imputation imputation = settings.imputationFor(column);
    return new CategoryEncoder(
        column,
        List.copyOf(own),
        shared,
        fill(levels, counts, imputation),
        imputation == Imputation.REFUSE,
        settings.flagged() && gaps);
  }

  private static List<String> fill(List<String> levels, int[] counts, Imputation imputation) {
    if (levels.isEmpty() || imputation == Imputation.ZERO) {
      return List.of();
    }
    int best = 0;
    for (int level = 1; level < counts.length; level++) {
      best = counts[level] > counts[best] ? level : best;
    }
    return List.of(levels.get(best));
  }

  @Override
  public List<String> outputs() {
    List<String> names = new ArrayList<>();
    own.forEach(level -> names.add(column + "=" + level));
    if (shared) {
      names.add(column + " other");
    }
    if (flagged) {
      names.add(column + " missing");
    }
    return names;
  }

  @Override
  public void encode(CustomerFeatures customers, double[][] out) {
    Categories categories = customers.categorical(column);
    int[] places = categories.levels().stream().mapToInt(this::place).toArray();
    int fillPlace = fill.isEmpty() ? -1 : place(fill.get(0));
    for (double[] values : out) {
      Arrays.fill(values, 0);
    }
    for (int row = 0; row < categories.size(); row++) {
      int level = categories.level(row);
      if (level < 0 && refuse) {
        throw ColumnEncoder.missing(customers, column, row);
      }
      int place = level < 0 ? fillPlace : places[level];
      if (place >= 0) {
        out[place][row] = 1;
      }
      if (level < 0 && flagged) {
        out[out.length - 1][row] = 1;
      }
    }
  }

  /** The output of a category, or -1 where it has none. */
  private int place(String category) {
    int place = own.indexOf(category);
    return place >= 0 || !shared ? place : own.size();
  }
}
