package io.github.churnseg.internal.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Provenance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DataHashTest {

  private static CustomerFeatures customers(double first, String second) {
    Table table =
        Table.create(
            StringColumn.create("id", "a", "b", "c"),
            DoubleColumn.create("x", first, 2, 3),
            DoubleColumn.create("y", 0.0, 5, 6),
            StringColumn.create("city", "Oslo", second, "Lima"));
    return CustomerFeatures.from(table, c -> c.id("id").numeric("x", "y").categorical("city"));
  }

  private static String hash(CustomerFeatures customers) {
    return Provenance.of("", customers).dataHash();
  }

  @Test
  void isTheSameInAnyOrderOfRowsAndColumns() {
    CustomerFeatures customers = customers(1, "Tver");
    assertThat(hash(customers)).matches("[0-9a-f]{16}");
    assertThat(hash(customers.select(2, 0, 1))).isEqualTo(hash(customers));
    CustomerFeatures turned =
        CustomerFeatures.from(
            customers.toTable(), c -> c.id("id").categorical("city").numeric("y", "x"));
    assertThat(hash(turned)).isEqualTo(hash(customers));
  }

  @Test
  void tellsOtherValuesColumnsClassesAndRowsApart() {
    CustomerFeatures customers = customers(1, "Tver");
    Labels labels = Labels.of(List.of("stays", "leaves", "leaves"));
    Labels others = Labels.of(List.of("leaves", "stays", "leaves"));
    CustomerFeatures renamed =
        CustomerFeatures.from(
            customers.toTable(), c -> c.id("id").numeric("y").categorical("x", "city"));
    assertThat(
            List.of(
                hash(customers),
                hash(customers(1.0000000000000002, "Tver")),
                hash(customers(Double.NaN, "Tver")),
                hash(customers(1, "Lima")),
                hash(customers.select(0, 1)),
                hash(customers.select()),
                hash(renamed),
                Provenance.of("", customers, labels).dataHash(),
                Provenance.of("", customers, others).dataHash()))
        .doesNotHaveDuplicates();
    assertThat(hash(customers(-0.0, "Tver"))).isEqualTo(hash(customers(0, "Tver")));
  }

  @Test
  void takesBlocksAsItTakesRows() {
    int[] rows = IntStream.range(0, 10_000).toArray();
    double[] values = IntStream.of(rows).mapToDouble(row -> row % 97).toArray();
    String[] ids = IntStream.of(rows).mapToObj(Integer::toString).toArray(String[]::new);
    CustomerFeatures customers =
        CustomerFeatures.from(
            Table.create(StringColumn.create("id", ids), DoubleColumn.create("x", values)),
            c -> c.id("id").numeric("x"));
    int[] backwards = IntStream.of(rows).map(row -> 9999 - row).toArray();
    assertThat(hash(customers.select(backwards))).isEqualTo(hash(customers));
  }
}
