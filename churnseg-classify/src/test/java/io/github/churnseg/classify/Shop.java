package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Made-up customers, of whom those leave who have been silent for long and live in Tver. */
final class Shop {

  private Shop() {}

  /** Four columns that matter more or less, one with gaps, and as many of noise as asked for. */
  static Table table(int rows, int noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringColumn ids = StringColumn.create("customer");
    DoubleColumn silent = DoubleColumn.create("silent");
    DoubleColumn spend = DoubleColumn.create("spend");
    StringColumn city = StringColumn.create("city");
    StringColumn tariff = StringColumn.create("tariff");
    StringColumn status = StringColumn.create("status");
    List<DoubleColumn> more =
        IntStream.range(0, noise).mapToObj(index -> DoubleColumn.create("noise" + index)).toList();
    for (int row = 0; row < rows; row++) {
      double days = random.nextInt(100);
      double money = random.nextInt(10, 500) / 10.0;
      int home = random.nextInt(3);
      int step = random.nextInt(3);
      double risk =
          days / 25 - money / 20 + (home == 1 ? 2 : 0) - step + 2 * random.nextDouble() - 1;
      ids.append("c%04d".formatted(row));
      silent.append(days);
      if (random.nextInt(8) == 0) {
        spend.appendMissing();
      } else {
        spend.append(money);
      }
      city.append(List.of("Lima", "Tver", "Oslo").get(home));
      tariff.append(List.of("basic", "plus", "premium").get(step));
      status.append(risk > 0.5 ? "left" : "stayed");
      more.forEach(column -> column.append(random.nextDouble()));
    }
    Table table = Table.create("shop", ids, silent, spend, city, tariff);
    more.forEach(table::addColumns);
    return table.addColumns(status);
  }

  static CustomerFeatures customers(Table table) {
    String[] numbers =
        table.columns().stream()
            .filter(column -> column instanceof DoubleColumn)
            .map(column -> column.name())
            .toArray(String[]::new);
    return CustomerFeatures.from(
        table,
        c ->
            c.id("customer")
                .numeric(numbers)
                .categorical("city")
                .ordinal("tariff", "basic", "plus", "premium")
                .target("status", "left"));
  }

  static CustomerFeatures customers(int rows, long seed) {
    return customers(table(rows, 0, seed));
  }
}
