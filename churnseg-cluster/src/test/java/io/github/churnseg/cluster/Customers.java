package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Made-up customers. */
final class Customers {

  private Customers() {}

  /** One array a column, named {@code x0}, {@code x1} and so on. */
  static CustomerFeatures of(double[]... columns) {
    String[] names =
        IntStream.range(0, columns.length).mapToObj(j -> "x" + j).toArray(String[]::new);
    return of(names, columns);
  }

  static CustomerFeatures of(String[] names, double[]... columns) {
    String[] ids =
        IntStream.range(0, columns[0].length).mapToObj(row -> "c" + row).toArray(String[]::new);
    Table table = Table.create(StringColumn.create("id", ids));
    for (int j = 0; j < columns.length; j++) {
      table.addColumns(DoubleColumn.create(names[j], columns[j]));
    }
    return CustomerFeatures.from(table, c -> c.id("id").numeric(names));
  }

  /**
   * Three groups of 40 in two columns, by a formula that other languages give the same numbers for;
   * the golden numbers of the tests are of these.
   */
  static double[][] formula() {
    double[][] columns = new double[2][120];
    for (int i = 0; i < 120; i++) {
      columns[0][i] = (i * 37) % 101 / 50.0 + 3 * (i % 3);
      columns[1][i] = (i * i * 13 + 7 * i) % 97 / 50.0 - 2 * (i % 3 % 2);
    }
    return columns;
  }

  /** Normal groups around centres so far apart on a line, a zigzag in the other columns. */
  static double[][] groups(int customers, int dimensions, int k, double apart, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[dimensions][customers];
    for (int row = 0; row < customers; row++) {
      int group = row % k;
      for (int j = 0; j < dimensions; j++) {
        int step = j == 0 ? group : group % 2;
        columns[j][row] = apart * step + random.nextGaussian();
      }
    }
    return columns;
  }

  static double[][] uniform(int customers, int dimensions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] columns = new double[dimensions][customers];
    for (double[] column : columns) {
      Arrays.setAll(column, row -> random.nextDouble());
    }
    return columns;
  }
}
