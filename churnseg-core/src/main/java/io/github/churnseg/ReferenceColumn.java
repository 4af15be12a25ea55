package io.github.churnseg;

import io.github.churnseg.features.Categories;
import io.github.churnseg.spi.ComponentReader;
import io.github.churnseg.spi.ComponentWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How the values of a column were spread when the model was learnt, in bins: tenths of the
 * customers for numbers, the levels for texts, and one more bin for what is missing. Keeps no value
 * of any customer but the cut points.
 */
final class ReferenceColumn {

  private static final int TENTHS = 10;

  private final String kind;
  private final String name;
  private final boolean numeric;
  private final double[] cuts;
  private final List<String> levels;
  private final long[] counts;

  private ReferenceColumn(
      String kind,
      String name,
      boolean numeric,
      double[] cuts,
      List<String> levels,
      long[] counts) {
    this.kind = kind;
    this.name = name;
    this.numeric = numeric;
    this.cuts = cuts;
    this.levels = levels;
    this.counts = counts;
  }

  static ReferenceColumn ofNumbers(String kind, String name, double[] values) {
    double[] cuts = cuts(values);
    return new ReferenceColumn(kind, name, true, cuts, List.of(), count(values, cuts));
  }

  static ReferenceColumn ofTexts(String kind, String name, Categories values) {
    return ofLevels(kind, name, values.levels(), values.size(), values::level);
  }

  /** Levels of rows by number, below 0 where missing. */
  static ReferenceColumn ofLevels(
      String kind, String name, List<String> levels, int size, IntUnaryOperator levelOfRow) {
    int[] own = new int[levels.size()];
    Arrays.setAll(own, level -> level);
    long[] counts = count(own, levels.size(), size, levelOfRow);
    return new ReferenceColumn(kind, name, false, new double[0], List.copyOf(levels), counts);
  }

  String kind() {
    return kind;
  }

  String name() {
    return name;
  }

  long[] counts() {
    return counts.clone();
  }

  /** The same bins for other numbers. */
  long[] countNumbers(double[] values) {
    return count(values, cuts);
  }

  /** The same bins for other texts; levels that were not there have one bin together. */
  long[] countLevels(List<String> others, int size, IntUnaryOperator levelOfRow) {
    Map<String, Integer> known = new HashMap<>();
    levels.forEach(level -> known.put(level, known.size()));
    int[] bins = others.stream().mapToInt(o -> known.getOrDefault(o, levels.size())).toArray();
    return count(bins, levels.size(), size, levelOfRow);
  }

  private static long[] count(int[] binOfLevel, int levels, int size, IntUnaryOperator levelOfRow) {
    long[] counts = new long[levels + 2];
    for (int row = 0; row < size; row++) {
      int level = levelOfRow.applyAsInt(row);
      counts[level < 0 ? levels + 1 : binOfLevel[level]]++;
    }
    return counts;
  }

  private static long[] count(double[] values, double[] cuts) {
    long[] counts = new long[cuts.length + 2];
    for (double value : values) {
      counts[Double.isNaN(value) ? cuts.length + 1 : bin(value, cuts)]++;
    }
    return counts;
  }

  /** How many cuts are below the value; at most ten are, so they are gone through. */
  private static int bin(double value, double[] cuts) {
    int bin = 0;
    while (bin < cuts.length && value > cuts[bin]) {
      bin++;
    }
    return bin;
  }

  /**
   * The values at each tenth, each once. Where many customers share the least value, what may lie
   * below it later gets a bin too.
   */
  private static double[] cuts(double[] values) {
    double[] sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.parallelSort(sorted);
    if (sorted.length == 0) {
      return new double[0];
    }
    double[] cuts = new double[TENTHS];
    for (int tenth = 1; tenth < TENTHS; tenth++) {
      cuts[tenth] = sorted[(int) ((long) tenth * (sorted.length - 1) / TENTHS)];
    }
    cuts[0] = cuts[1] == sorted[0] ? Math.nextDown(sorted[0]) : cuts[1];
    return Arrays.stream(cuts).distinct().toArray();
  }

  void write(ComponentWriter out) {
    out.text("kind", kind);
    out.text("name", name);
    if (numeric) {
      out.array("cuts", cuts);
    } else {
      out.texts("levels", levels);
    }
    out.array("counts", counts);
  }

  static ReferenceColumn read(ComponentReader in) throws IOException {
    boolean numeric = in.has("cuts");
    double[] cuts = numeric ? in.doubles("cuts") : new double[0];
    List<String> levels = numeric ? List.of() : in.texts("levels");
    long[] counts = in.longs("counts");
    in.check(
        counts.length == (numeric ? cuts.length : levels.size()) + 2, "each bin needs a count");
    in.check(
        Arrays.stream(counts).allMatch(count -> count >= 0 && count < Integer.MAX_VALUE),
        "counts of customers must be 0 or more");
    return new ReferenceColumn(in.text("kind"), in.text("name"), numeric, cuts, levels, counts);
  }
}
