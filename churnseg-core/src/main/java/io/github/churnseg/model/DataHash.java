package io.github.churnseg.model;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A fingerprint of customers in any order: each row is mixed to 64 bits, and the rows are added. A
 * nanosecond a value, where a cryptographic hash would take ten.
 */
final class DataHash {

  private final long[] rows;

  private DataHash(int size) {
    rows = new long[size];
  }

  static String of(CustomerFeatures customers, Optional<Labels> labels) {
    DataHash hash = new DataHash(customers.size());
    List<String> categorical = customers.categoricalColumns();
    TreeSet<String> columns = new TreeSet<>(customers.numericColumns());
    columns.addAll(categorical);
    for (String column : columns) {
      if (categorical.contains(column)) {
        hash.categories(column, customers.categorical(column));
      } else {
        hash.numbers(column, customers.numeric(column));
      }
    }
    labels.ifPresent(hash::labels);
    return hash.value();
  }

  private void numbers(String column, double[] values) {
    long name = text(column);
    for (int row = 0; row < rows.length; row++) {
      // -0.0 becomes 0.0, as it does where models read it
      rows[row] = mix(rows[row] + name ^ Double.doubleToLongBits(values[row] + 0.0));
    }
  }

  private void categories(String column, Categories values) {
    long name = text(column);
    long[] levels = values.levels().stream().mapToLong(DataHash::text).toArray();
    for (int row = 0; row < rows.length; row++) {
      int level = values.level(row);
      rows[row] = mix(rows[row] + name ^ (level < 0 ? 0 : levels[level]));
    }
  }

  private void labels(Labels labels) {
    long[] classes = labels.classes().stream().mapToLong(DataHash::text).toArray();
    for (int row = 0; row < rows.length; row++) {
      rows[row] = mix(rows[row] + 1 ^ classes[labels.index(row)]);
    }
  }

  private String value() {
    long sum = rows.length;
    for (long row : rows) {
      sum += mix(row);
    }
    return String.format(Locale.ROOT, "%016x", mix(sum));
  }

  private static long text(String text) {
    long hash = text.length();
    for (int at = 0; at < text.length(); at++) {
      hash = mix(hash + text.charAt(at));
    }
    return hash;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2714064.2660195). */
  private static long mix(long value) {
    long mixed = value + 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
