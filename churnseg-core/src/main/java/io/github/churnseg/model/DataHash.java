package io.github.churnseg.model;

import io.github.churnseg.features.Categories;
import io.github.churnseg.features.ColumnReader;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.internal.Mix;
import java.util.ArrayList;
import java.util.Arrays;
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

  /** Rows whose values and hashes stay in a near cache, and enough for memory to be read ahead. */
  private static final int BLOCK = 2048;

  /** Blocks a task. */
  private static final int CHUNK = 4;

  private final List<Part> parts;
  private final int size;

  private DataHash(List<Part> parts, int size) {
    this.parts = parts;
    this.size = size;
  }

  static String of(CustomerFeatures customers, Optional<Labels> labels) {
    List<Part> parts = new ArrayList<>();
    List<String> categorical = customers.categoricalColumns();
    TreeSet<String> columns = new TreeSet<>(customers.numericColumns());
    columns.addAll(categorical);
    for (String column : columns) {
      parts.add(
          categorical.contains(column)
              ? new Part(Mix.text(column), categories(customers.categorical(column)))
              : new Part(Mix.text(column), numbers(customers.reader(column))));
    }
    labels.ifPresent(classes -> parts.add(new Part(1, labels(classes))));
    return new DataHash(parts, customers.size()).text();
  }

  private String text() {
    int step = BLOCK * CHUNK;
    long sum =
        IntStream.range(0, (size + step - 1) / step)
            .parallel()
            .mapToLong(chunk -> new Room().sum(chunk * step, Math.min(size, (chunk + 1) * step)))
            .sum();
    return String.format(Locale.ROOT, "%016x", Mix.mix(sum + size));
  }

  private static Bits numbers(ColumnReader column) {
    return (from, count, numbers, bits) -> {
      column.read(from, count, numbers);
      for (int row = 0; row < count; row++) {
        // -0.0 becomes 0.0, as it does where models read it
        bits[row] = Double.doubleToLongBits(numbers[row] + 0.0);
      }
    };
  }

  private static Bits categories(Categories column) {
    long[] levels = column.levels().stream().mapToLong(Mix::text).toArray();
    return (from, count, numbers, bits) -> {
      for (int row = 0; row < count; row++) {
        int level = column.level(from + row);
        bits[row] = level < 0 ? 0 : levels[level];
      }
    };
  }

  private static Bits labels(Labels labels) {
    long[] classes = labels.classes().stream().mapToLong(Mix::text).toArray();
    return (from, count, numbers, bits) -> {
      for (int row = 0; row < count; row++) {
        bits[row] = classes[labels.index(from + row)];
      }
    };
  }

  /** Tells the values of some neighbouring rows as 64 bits each. */
  @FunctionalInterface
  private interface Bits {
    void read(int from, int count, double[] numbers, long[] bits);
  }

  /** One column's part in the hash of a row. */
  private record Part(long name, Bits values) {}

  /** What one task works in. */
  private final class Room {

    private final double[] numbers = new double[BLOCK];
    private final long[] bits = new long[BLOCK];
    private final long[] hashes = new long[BLOCK];

    /** The sum of the hashes of some neighbouring rows. */
    long sum(int from, int to) {
      long sum = 0;
      for (int start = from; start < to; start += BLOCK) {
        sum += block(start, Math.min(BLOCK, to - start));
      }
      return sum;
    }

    private long block(int from, int count) {
      Arrays.fill(hashes, 0);
      for (Part part : parts) {
        part.values.read(from, count, numbers, bits);
        mixIn(part.name, count);
      }
      mixWell(count);
      long sum = 0;
      for (int row = 0; row < count; row++) {
        sum += hashes[row];
      }
      return sum;
    }

    /**
     * No two values give the same; a whole row is mixed well at its end. A loop of nothing but
     * steps on whole numbers, since the compiler makes vector instructions of it.
     */
    private void mixIn(long name, int count) {
      for (int row = 0; row < count; row++) {
        long spread = (hashes[row] + name ^ bits[row]) * 0x9e3779b97f4a7c15L;
        hashes[row] = spread ^ spread >>> 32;
      }
    }

    private void mixWell(int count) {
      for (int row = 0; row < count; row++) {
        hashes[row] = Mix.mix(hashes[row]);
      }
    }
  }
}
