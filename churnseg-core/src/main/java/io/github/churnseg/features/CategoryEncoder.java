package io.github.churnseg.features;

import java.util.ArrayList;
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
  public ColumnWriter over(CustomerFeatures customers) {
    Categories categories = customers.categorical(column);
    List<String> levels = categories.levels();
    int[] outputOf = new int[levels.size()];
    for (int level = 0; level < outputOf.length; level++) {
      outputOf[level] = place(levels.get(level));
    }
    int filled = fill.isEmpty() ? -1 : place(fill.get(0));
    return (firstRow, rows, target, width, places) -> {
      for (int at = 0; at < rows; at++) {
        int level = categories.level(firstRow + at);
        if (level < 0 && refuse) {
          throw ColumnEncoder.missing(customers, column, firstRow + at);
        }
        int output = level < 0 ? filled : outputOf[level];
        if (output >= 0 && places[output] >= 0) {
          target[at * width + places[output]] = 1;
        }
        if (level < 0 && flagged && places[places.length - 1] >= 0) {
          target[at * width + places[places.length - 1]] = 1;
        }
      }
    };
  }

  /** The output of a category, or -1 where it has none. */
  private int place(String category) {
    int place = own.indexOf(category);
    return place >= 0 || !shared ? place : own.size();
  }
}
