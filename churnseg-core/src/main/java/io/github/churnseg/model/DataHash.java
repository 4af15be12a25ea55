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
 * A fingerprint of customers in any order: each row is mixed to 64 bits, and the rows are added.
 * Read block by block on all threads, because models are learnt in tens of milliseconds.
 */
final class DataHash {

  private static final int BLOCK = 4096;

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

  private static Part numbers(long name, ColumnReader column) {
    return (hashes, from, count, buffer) -> {
      column.read(from, count, buffer);
      for (int row = 0; row < count; row++) {
        // -0.0 becomes 0.0, as it does where models read it
        hashes[row] = Mix.mix(hashes[row] + name ^ Double.doubleToLongBits(buffer[row] + 0.0));
      }
    };
  }

  private static Part categories(long name, Categories column) {
    long[] levels = column.levels().stream().mapToLong(Mix::text).toArray();
    return (hashes, from, count, buffer) -> {
      for (int row = 0; row < count; row++) {
        int level = column.level(from + row);
        hashes[row] = Mix.mix(hashes[row] + name ^ (level < 0 ? 0 : levels[level]));
      }
    };
  }

  private static Part labels(Labels labels) {
    long[] classes = labels.classes().stream().mapToLong(Mix::text).toArray();
    return (hashes, from, count, buffer) -> {
      for (int row = 0; row < count; row++) {
        hashes[row] = Mix.mix(hashes[row] + 1 ^ classes[labels.index(from + row)]);
      }
    };
  }
}
