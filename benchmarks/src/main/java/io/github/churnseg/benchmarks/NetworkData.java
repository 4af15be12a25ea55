package io.github.churnseg.benchmarks;

import io.github.churnseg.features.CustomerFeatures;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Customers with normal columns and a class that depends on them; the same on every machine. */
final class NetworkData {

  private NetworkData() {}

  static CustomerFeatures customers(int rows, int columns, int classes) {
    RandomGenerator random = new SplittableRandom(20261120);
    StringColumn ids = StringColumn.create("id");
    StringColumn target = StringColumn.create("class");
    DoubleColumn[] values = new DoubleColumn[columns];
    for (int column = 0; column < columns; column++) {
      values[column] = DoubleColumn.create("x" + column);
    }
    for (int row = 0; row < rows; row++) {
      double sum = random.nextGaussian();
      for (int column = 0; column < columns; column++) {
        double value = random.nextGaussian();
        values[column].append(value);
        sum += column < 4 ? value : 0;
      }
      ids.append("c" + row);
      target.append("class " + Math.floorMod((int) Math.floor(sum), classes));
    }
    Table table = Table.create(ids, target).addColumns(values);
    String[] names = Arrays.stream(values).map(DoubleColumn::name).toArray(String[]::new);
    return CustomerFeatures.from(table, c -> c.id("id").target("class", "class 0").numeric(names));
  }
}
