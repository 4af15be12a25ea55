package io.github.churnseg.benchmarks;

import io.github.churnseg.features.CustomerFeatures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Customers for the K-means benchmarks: groups with log-normal columns, as money and counts are,
 * then ln(1 + x) and z-scores. The same numbers are written to a file, row by row in little-endian
 * doubles, for peers that are no Java; so are the centres to start from.
 */
final class KMeansData {

  final int size;
  final int k;
  final double[][] columns;
  final double[][] centres;

  private KMeansData(int size, int dimensions, int k) {
    this.size = size;
    this.k = k;
    this.columns = new double[dimensions][size];
    Random random = new Random(1);
    fill(random);
    for (double[] column : columns) {
      standardise(column);
    }
    this.centres = new double[k][dimensions];
    for (double[] centre : centres) {
      int row = random.nextInt(size);
      Arrays.setAll(centre, j -> columns[j][row]);
    }
  }

  /** One of the workloads A, B, C, D and E. */
  static KMeansData of(String workload) {
    return switch (workload) {
      case "A" -> new KMeansData(1_000_000, 3, 8);
      case "B" -> new KMeansData(100_000, 16, 8);
      case "C" -> new KMeansData(1_000_000, 3, 11);
      case "D" -> new KMeansData(5_000_000, 4, 5);
      case "E" -> new KMeansData(100_000, 3, 6);
      default -> throw new IllegalArgumentException("no workload " + workload);
    };
  }

  private void fill(Random random) {
    double[][] location = new double[k][columns.length];
    double[][] spread = new double[k][columns.length];
    for (int group = 0; group < k; group++) {
      Arrays.setAll(location[group], j -> random.nextGaussian());
      Arrays.setAll(spread[group], j -> 0.4 + 0.5 * random.nextDouble());
    }
    for (int row = 0; row < size; row++) {
      int group = random.nextInt(k);
      for (int j = 0; j < columns.length; j++) {
        double log = location[group][j] + spread[group][j] * random.nextGaussian();
        columns[j][row] = Math.log1p(Math.exp(log));
      }
    }
  }

  private static void standardise(double[] column) {
    double mean = Arrays.stream(column).average().orElseThrow();
    double square = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    Arrays.setAll(column, row -> (column[row] - mean) / Math.sqrt(square));
  }

  CustomerFeatures features() {
    String[] ids = new String[size];
    Arrays.setAll(ids, Integer::toString);
    Table table = Table.create(StringColumn.create("id", ids));
    String[] names = new String[columns.length];
    for (int j = 0; j < names.length; j++) {
      names[j] = "x" + j;
      table.addColumns(DoubleColumn.create(names[j], columns[j]));
    }
    return CustomerFeatures.from(table, c -> c.id("id").numeric(names));
  }

  double[] row(int row) {
    double[] values = new double[columns.length];
    Arrays.setAll(values, j -> columns[j][row]);
    return values;
  }

  /** Writes the files {@code <workload>.f64} and {@code <workload>.centres.f64}. */
  void write(Path folder, String workload) {
    try {
      Files.createDirectories(folder);
      write(folder.resolve(workload + ".f64"), size);
      ByteBuffer bytes = ByteBuffer.allocate(k * columns.length * Double.BYTES);
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      for (double[] centre : centres) {
        Arrays.stream(centre).forEach(bytes::putDouble);
      }
      Files.write(folder.resolve(workload + ".centres.f64"), bytes.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Path file, int rows) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (int row = 0; row < rows; row++) {
        if (bytes.remaining() < columns.length * Double.BYTES) {
          out.write(bytes.flip());
          bytes.clear();
        }
        for (double[] column : columns) {
          bytes.putDouble(column[row]);
        }
      }
      out.write(bytes.flip());
    }
  }

  /** Writes the files of the workloads named into the folder that comes first. */
  public static void main(String[] arguments) {
    for (int i = 1; i < arguments.length; i++) {
      of(arguments[i]).write(Path.of(arguments[0]), arguments[i]);
    }
  }
}
