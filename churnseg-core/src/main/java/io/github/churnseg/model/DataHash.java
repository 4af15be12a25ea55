package io.github.churnseg.model;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.ColumnReader;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Mix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A fingerprint of customers in any order: the values of a row are mixed to 64 bits, column by
 * column in the order of their names, and the rows are added. Read block by block on all threads
 * and with few steps a value, because models are learnt in tens of milliseconds.
 */
final class DataHash {

  /** Rows whose values and hashes stay in the innermost cache. */
  private static final int BLOCK = 1024;

  private DataHash() {}

  /** One column's part in the hash of a block of rows. */
  @FunctionalInterface
  private interface Part {
    void mixInto(long[] hashes, int from, int count, double[] buffer);
  }

  static String of(CustomerFeatures customers, Optional<Labels> labels) {
    List<Part> parts = new ArrayList<>();
    List<String> categorical = customers.categoricalColumns();
    TreeSet<String> columns = new TreeSet<>(customers.numericColumns());
    columns.addAll(categorical);
    for (String column : columns) {
      parts.add(
          categorical.contains(column)
              ? categories(Mix.text(column), customers.categorical(column))
              : numbers(Mix.text(column), customers.reader(column)));
    }
    labels.ifPresent(classes -> parts.add(labels(classes)));
    int size = customers.size();
    long sum =
        IntStream.range(0, (size + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToLong(block -> block(parts, block * BLOCK, Math.min(BLOCK, size - block * BLOCK)))
            .sum();
    return String.format(Locale.ROOT, "%016x", Mix.mix(sum + size));
  }

  private static long block(List<Part> parts, int from, int count) {
    long[] hashes = new long[count];
    double[] buffer = new double[count];
    for (Part part : parts) {
      part.mixInto(hashes, from, count, buffer);
    }
    long sum = 0;
    for (long hash : hashes) {
      sum += Mix.mix(hash);
    }
    return sum;
  }

  /** No two values give the same; a whole row is mixed well at its end. */
  private static long step(long value) {
    long spread = value * 0x9e3779b97f4a7c15L;
    return spread ^ spread >>> 32;
  }

  private static Part numbers(long name, ColumnReader column) {
    return (hashes, from, count, buffer) -> {
      column.read(from, count, buffer);
      for (int row = 0; row < count; row++) {
        // -0.0 becomes 0.0, as it does where models read it
        hashes[row] = step(hashes[row] + name ^ Double.doubleToLongBits(buffer[row] + 0.0));
      }
    };
  }

  private static Part categories(long name, Categories column) {
    long[] levels = column.levels().stream().mapToLong(Mix::text).toArray();
    return (hashes, from, count, buffer) -> {
      for (int row = 0; row < count; row++) {
        int level = column.level(from + row);
        hashes[row] = step(hashes[row] + name ^ (level < 0 ? 0 : levels[level]));
      }
    };
  }

  private static Part labels(Labels labels) {
    long[] classes = labels.classes().stream().mapToLong(Mix::text).toArray();
    return (hashes, from, count, buffer) -> {
      for (int row = 0; row < count; row++) {
        hashes[row] = step(hashes[row] + 1 ^ classes[labels.index(from + row)]);
      }
    };
  }
}
