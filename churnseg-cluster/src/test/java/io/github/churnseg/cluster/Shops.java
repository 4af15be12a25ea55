package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import java.util.SplittableRandom;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Customers made up for tests. */
final class Shops {

  private Shops() {}

  /** Long-tailed spend, few orders, a city; many customers are equal. */
  static CustomerFeatures shop(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] ids = new String[size];
    double[] orders = new double[size];
    double[] spend = new double[size];
    String[] cities = new String[size];
    for (int row = 0; row < size; row++) {
      ids[row] = "c" + row;
      orders[row] = 1 + (int) (-2 * Math.log(random.nextDouble(0.01, 1)));
      spend[row] = orders[row] * (5 + random.nextInt(20));
      cities[row] = random.nextInt(3) == 0 ? "Tver" : "Oslo";
    }
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", ids),
            DoubleColumn.create("orders", orders),
            DoubleColumn.create("spend", spend),
            StringColumn.create("city", cities)),
        c -> c.id("id").numeric("orders", "spend").categorical("city"));
  }

  /** One numeric column. */
  static CustomerFeatures spend(double... spend) {
    return numbers(spend);
  }

  /** Numeric columns {@code spend}, {@code x1}, {@code x2} … */
  static CustomerFeatures numbers(double[]... columns) {
    String[] ids = new String[columns[0].length];
    for (int row = 0; row < ids.length; row++) {
      ids[row] = "c" + row;
    }
    Table table = Table.create(StringColumn.create("id", ids));
    String[] names = new String[columns.length];
    for (int j = 0; j < columns.length; j++) {
      names[j] = j == 0 ? "spend" : "x" + j;
      table.addColumns(DoubleColumn.create(names[j], columns[j]));
    }
    return CustomerFeatures.from(table, c -> c.id("id").numeric(names));
  }
}
