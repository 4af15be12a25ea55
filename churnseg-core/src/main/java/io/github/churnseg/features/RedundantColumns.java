package io.github.churnseg.features;

import io.github.churnseg.internal.UnitColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Finds columns that are constant, or that follow an earlier one. Two columns that correlate lie
 * near one another in any direction one looks along, so columns are sorted by one random direction
 * and only near ones are compared in full.
 */
final class RedundantColumns {

  private RedundantColumns() {}

  /** The reason for each redundant column, in the order of the columns. */
  static Map<String, String> find(List<String> names, double[][] columns, double sameFrom) {
    String[] reasons = new String[names.size()];
    List<Candidate> candidates = new ArrayList<>();
    for (int column = 0; column < columns.length; column++) {
      double[] unit = UnitColumn.of(columns[column]);
      if (unit.length == 0) {
        reasons[column] = "constant";
      } else if (sameFrom <= 1) {
        candidates.add(new Candidate(column, unit));
      }
    }
    candidates.sort(
        Comparator.<Candidate>comparingDouble(one -> one.along)
            .thenComparingInt(one -> one.column));
    // The difference of two unit vectors, seen along a random direction, is seldom beyond six
    // standard deviations of its length.
    double window = 6 * Math.sqrt(2 * Math.max(0, 1 - sameFrom) + 1e-12);
    for (int i = 0; i < candidates.size(); i++) {
      for (int j = i + 1;
          j < candidates.size() && candidates.get(j).along - candidates.get(i).along <= window;
          j++) {
        compare(candidates.get(i), candidates.get(j), sameFrom, names, reasons);
      }
    }
    Map<String, String> found = new LinkedHashMap<>();
    for (int column = 0; column < reasons.length; column++) {
      if (reasons[column] != null) {
        found.put(names.get(column), reasons[column]);
      }
    }
    return found;
  }

  private static void compare(
      Candidate a, Candidate b, double sameFrom, List<String> names, String[] reasons) {
    Candidate first = a.column < b.column ? a : b;
    Candidate second = first == a ? b : a;
    double product = UnitColumn.product(first.unit, second.unit);
    if (Math.abs(product) >= sameFrom - 1e-12 && reasons[second.column] == null) {
      reasons[second.column] = "same as " + names.get(first.column);
    }
  }

  /** Along a direction of plus and minus ones, always the same one. */
  private static double alongRandom(double[] unit) {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    for (double value : unit) {
      sum += random.nextBoolean() ? value : -value;
    }
    return sum;
  }

  private static final class Candidate {

    final int column;
    final double[] unit;
    final double along;

    Candidate(int column, double[] unit) {
      this.column = column;
      this.unit = unit;
      this.along = Math.abs(alongRandom(unit));
    }
  }
}
