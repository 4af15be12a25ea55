package io.github.churnseg.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableFeaturesTest {

  private static final Table TABLE =
      Table.create(
          "shop",
          StringColumn.create("customer", "007", "NA2", "c"),
          IntColumn.create("orders", 3, 1, 2),
          DoubleColumn.create("spend", 10.5, Double.NaN, -1),
          StringColumn.create("city", "Tver", "Oslo", ""));

  private static final CustomerFeatures CUSTOMERS =
      CustomerFeatures.from(
          TABLE, c -> c.id("customer").numeric("orders", "spend").categorical("city"));

  @Test
  void copiesIdsNumbersAndCategories() {
    assertThat(CUSTOMERS.size()).isEqualTo(3);
    assertThat(CUSTOMERS.id(0)).isEqualTo("007");
    assertThat(CUSTOMERS.rowOf("c")).hasValue(2);
    assertThat(CUSTOMERS.rowOf("nobody")).isEmpty();
    assertThat(CUSTOMERS.numericColumns()).containsExactly("orders", "spend");
    assertThat(CUSTOMERS.numeric("orders")).containsExactly(3, 1, 2);
    assertThat(CUSTOMERS.numeric("spend")).containsExactly(10.5, Double.NaN, -1);
    assertThat(CUSTOMERS.categoricalColumns()).containsExactly("city");
    assertThat(CUSTOMERS.asOf()).isEmpty();
  }

  @Test
  void levelsAreSortedAndMissingOnesAbsent() {
    Categories city = CUSTOMERS.categorical("city");
    assertThat(city.levels()).containsExactly("Oslo", "Tver");
    assertThat(city.level(0)).isEqualTo(1);
    assertThat(city.level(2)).isEqualTo(-1);
    assertThat(city.value(1)).hasValue("Oslo");
    assertThat(city.value(2)).isEmpty();
    assertThat(city).hasToString("3 rows of [Oslo, Tver]");
    assertThat(Categories.of(List.of(Optional.of("b"), Optional.empty())).levels())
        .containsExactly("b");
  }

  @Test
  void textsThatWereSetMissingAreMissing() {
    StringColumn text = StringColumn.create("text", "a", "b", "a");
    text.setMissing(1);
    Table table =
        Table.create(
            "shop",
            StringColumn.create("customer", "x", "y", "z"),
            IntColumn.create("orders", 3, 1, 2),
            text);
    Categories categories =
        CustomerFeatures.from(table, c -> c.id("customer").categorical("text")).categorical("text");
    assertThat(categories.levels()).containsExactly("a");
    assertThat(categories.level(1)).isEqualTo(-1);
    assertThatThrownBy(
            () ->
                CustomerFeatures.from(
                    table, c -> c.id("customer").numeric("orders").target("text", "a")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("target 'text', row 1 (from 0): no class");
    assertThatThrownBy(() -> CustomerFeatures.from(table, c -> c.id("text").numeric("orders")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("column 'text', row 1 (from 0): no id");
  }

  @Test
  void givesTheTableBack() {
    Table table = CUSTOMERS.toTable();
    assertThat(table.columnNames()).containsExactly("customer", "orders", "spend", "city");
    assertThat(table.row(1).getString("city")).isEqualTo("Oslo");
    assertThat(table.column("city").isMissing(2)).isTrue();
    assertThat(CUSTOMERS).hasToString("3 customers: numeric [orders, spend], categorical [city]");
  }

  @Test
  void numbersReadAsCategoriesKeepTheirDigits() {
    CustomerFeatures customers =
        CustomerFeatures.from(TABLE, c -> c.id("customer").categorical("orders"));
    assertThat(customers.categorical("orders").levels()).containsExactly("1", "2", "3");
  }

  @Test
  void namesWhatIsWrong() {
    assertThatThrownBy(() -> CustomerFeatures.from(TABLE, c -> c.numeric("spend")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no id column was named; name one of [customer, orders, spend, city] with id(…)");
    assertThatThrownBy(() -> CustomerFeatures.from(TABLE, c -> c.id("customer")))
        .hasMessageStartingWith("no feature was named; name some of [customer, orders");
    assertThatThrownBy(() -> CustomerFeatures.from(TABLE, c -> c.id("customer").numeric("x")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("no column 'x' in table 'shop'; it has [customer, orders, spend, city]");
    assertThatThrownBy(() -> CustomerFeatures.from(TABLE, c -> c.id("customer").numeric("city")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("column 'city' holds STRING, not numbers; name it with");
    assertThatThrownBy(
            () -> CustomerFeatures.from(TABLE, c -> c.numeric("spend").categorical("spend")))
        .hasMessage("column 'spend' is named twice; name it once");
    assertThatThrownBy(() -> CUSTOMERS.numeric("city"))
        .hasMessage("no numeric column 'city'; there are [orders, spend]");
    assertThatThrownBy(() -> CUSTOMERS.categorical("spend"))
        .hasMessage("no categorical column 'spend'; there are [city]");
  }

  @Test
  void refusesMissingAndRepeatedIds() {
    assertThatThrownBy(() -> CustomerFeatures.from(TABLE, c -> c.id("city").numeric("spend")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("column 'city', row 2 (from 0): no id; give each customer one");
    Table twice =
        Table.create(StringColumn.create("id", "a", "b", "a"), DoubleColumn.create("x", 1, 2, 3));
    assertThatThrownBy(() -> CustomerFeatures.from(twice, c -> c.id("id").numeric("x")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'id': id 'a' is in row 0 and in row 2 (from 0); give one row a customer");
  }

  @Test
  void idsKeepEveryCharacter() {
    String[] ids = {"Ж-1", "Ж-2", "日本", "a", "a ", "\uD83D\uDE00", "x".repeat(300), "?", "\0"};
    CustomerFeatures customers = numbered(ids);
    for (int row = 0; row < ids.length; row++) {
      assertThat(customers.id(row)).isEqualTo(ids[row]);
      assertThat(customers.rowOf(ids[row])).hasValue(row);
    }
    assertThat(customers.rowOf("Ж-3")).isEmpty();
    assertThat(customers.toTable().stringColumn("id").asObjectArray()).isEqualTo(ids);
  }

  @Test
  void halfOfASurrogatePairIsNoId() {
    assertThatThrownBy(() -> numbered("a?", "b", "a\uD83D"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'id', row 2 (from 0): id 'a\\ud83d' holds half of a surrogate pair, which is"
                + " no character; repair the text where it comes from");
    assertThat(numbered("a?", "b").rowOf("a\uD83D")).isEmpty();
  }

  @Test
  void namesARowThatIsNotThere() {
    assertThatThrownBy(() -> CUSTOMERS.id(3))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageContaining("3");
    assertThatThrownBy(() -> CUSTOMERS.id(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static CustomerFeatures numbered(String... ids) {
    Table table =
        Table.create(
            StringColumn.create("id", ids), DoubleColumn.create("x", new double[ids.length]));
    return CustomerFeatures.from(table, c -> c.id("id").numeric("x"));
  }

  @Test
  void columnsAreReadPartByPart() {
    Table table =
        Table.create(
            StringColumn.create("id", "a", "b", "c"), DoubleColumn.create("x", 1.0, 2.0, 3.0));
    CustomerFeatures all = CustomerFeatures.from(table, c -> c.id("id").numeric("x"));
    double[] part = new double[2];
    all.reader("x").read(1, 2, part);
    assertThat(part).containsExactly(2, 3);
    all.select(2, 0).reader("x").read(0, 2, part);
    assertThat(part).containsExactly(3, 1);
    assertThatThrownBy(() -> all.reader("x").read(2, 2, part))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> all.reader("y")).hasMessageContaining("no numeric column 'y'");
  }
}
