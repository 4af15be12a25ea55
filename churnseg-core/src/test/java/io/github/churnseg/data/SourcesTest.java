package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

class SourcesTest {

  private static final LocalDateTime NOON = LocalDateTime.parse("2026-03-01T12:00");

  @Test
  void takesTheColumnTypesOfATable() {
    Table table =
        Table.create(
            "orders",
            LongColumn.create("customer", 12345678901234L, 7L),
            IntColumn.create("order", 1, 2),
            DateColumn.create("time", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)),
            DoubleColumn.create("amount", 0.1, 12.5),
            StringColumn.create("city", "Riga", ""),
            DoubleColumn.create("freight", 1.5, Double.NaN));
    Transactions log =
        Transactions.from(table, c -> CsvText.columns(c).text("city").number("freight"));
    assertThat(log.customerId(0)).isEqualTo("12345678901234");
    assertThat(log.orderId(1)).contains("2");
    assertThat(Moments.of(log.epochMillis(1))).isEqualTo("2026-01-03T00:00");
    assertThat(log.amount(0)).isEqualTo(0.1);
    assertThat(log.text("city", 0)).contains("Riga");
    assertThat(log.text("city", 1)).isEmpty();
    assertThat(log.number("freight", 1)).isNaN();
    assertThat(log.report().source()).isEqualTo("orders");
  }

  @Test
  void doublesThatAreWholeAreIdsWithoutPoint() {
    Table table =
        Table.create(
            "orders",
            DoubleColumn.create("Customer", 17850.0, 1e15),
            StringColumn.create("order", "1", "2"),
            StringColumn.create("time", "2026-01-02", "2026-01-03 10:15"),
            StringColumn.create("amount", "1.50", "2"));
    Transactions log = Transactions.from(table, CsvText::columns);
    assertThat(log.customerId(0)).isEqualTo("17850");
    assertThat(log.customerId(1)).isEqualTo("1000000000000000");
    assertThat(log.amount(0)).isEqualTo(1.5);
  }

  @Test
  void numbersAreTheirShortestDecimalsAndZeroHasNoSign() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a", "b"),
            StringColumn.create("order", "1", "2"),
            StringColumn.create("time", "2026-01-02", "2026-01-03"),
            FloatColumn.create("amount", 0.1f, 2f),
            DoubleColumn.create("freight", -0.0, 0.1),
            FloatColumn.create("weight", 0.1f, 3f),
            IntColumn.create("items", 3, 4));
    Transactions log =
        Transactions.from(
            table, c -> CsvText.columns(c).number("freight").number("weight").number("items"));
    assertThat(log.amount(0)).isEqualTo(0.1);
    assertThat(Double.doubleToRawLongBits(log.number("freight", 0))).isZero();
    assertThat(log.number("freight", 1)).isEqualTo(0.1);
    assertThat(log.number("weight", 0)).isEqualTo(0.1);
    assertThat(log.number("items", 1)).isEqualTo(4);
  }

  @Test
  void oneColumnCanBeNamedInTwoSpellings() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a", "b"),
            StringColumn.create("order", "1", "2"),
            StringColumn.create("time", "2026-01-02", "2026-01-03"),
            StringColumn.create("amount", "1", "2"),
            StringColumn.create("CITY", "Riga", "Oslo"));
    Transactions log =
        Transactions.from(
            table,
            c -> CsvText.columns(c).text("City").keepIf("city", city -> city.equals("Oslo")));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.text("City", 0)).contains("Oslo");
  }

  @Test
  void instantsNeedAZone() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a"),
            StringColumn.create("order", "1"),
            InstantColumn.create("time", Instant.parse("2026-01-01T23:00:00Z")),
            DoubleColumn.create("amount", 1.0));
    assertThatThrownBy(() -> Transactions.from(table, CsvText::columns))
        .hasMessageContaining("orders, line 1, column 'time'")
        .hasMessageContaining("say in which time zone the shop's days begin");
    Transactions log =
        Transactions.from(table, c -> CsvText.columns(c).zone(ZoneId.of("Europe/Riga")));
    assertThat(log.observedThrough()).isEqualTo("2026-01-02T01:00");
  }

  @Test
  void valuesThatCannotBeTimesOrMoneyAreNamed() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a"),
            StringColumn.create("order", "1"),
            TimeColumn.create("time", java.time.LocalTime.NOON),
            DoubleColumn.create("amount", Double.POSITIVE_INFINITY));
    assertThatThrownBy(() -> Transactions.from(table, CsvText::columns))
        .hasMessageContaining("column 'time'");
    table.replaceColumn("time", DateTimeColumn.create("time", List.of(NOON)));
    assertThatThrownBy(() -> Transactions.from(table, CsvText::columns))
        .hasMessageContaining("column 'amount': 'Infinity' is no number that can be summed");
  }

  @Test
  void halfOfASurrogatePairIsNoText() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a?", "a\uD83D"),
            StringColumn.create("order", "1", "2"),
            StringColumn.create("time", "2026-01-02", "2026-01-03"),
            StringColumn.create("amount", "1", "2"),
            StringColumn.create("city", "\uD83D\uDE00", "Oslo"));
    assertThatThrownBy(() -> Transactions.from(table, c -> CsvText.columns(c).text("city")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("orders, line 2, column 'customer': 'a\\ud83d' holds half of a");
    Transactions log =
        Transactions.from(table, c -> CsvText.columns(c).text("city").onInvalid(RowPolicy.SKIP));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.text("city", 0)).contains("\uD83D\uDE00");
    assertThatThrownBy(() -> CustomerIds.of(List.of("a", "\uDE00")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("customer '\\ude00' in row 2 holds half of a surrogate pair");
  }

  @Test
  void aTableWithoutTheColumnNamesThoseItHas() {
    Table table = Table.create("orders", StringColumn.create("customers", "a"));
    assertThatThrownBy(() -> Transactions.from(table, CsvText::columns))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "orders: no column 'customer'; did you mean 'customers'? There are 1 columns:"
                + " customers");
  }

  @Test
  void duplicatesOfATableCountColumnsThatAreNotMapped() {
    Table table =
        Table.create(
            "orders",
            StringColumn.create("customer", "a", "a", "a"),
            StringColumn.create("order", "1", "1", "1"),
            DateTimeColumn.create("time", List.of(NOON, NOON, NOON)),
            DoubleColumn.create("amount", 1.0, 1.0, 1.0),
            StringColumn.create("note", "x", "", "x"));
    Transactions log =
        Transactions.from(table, c -> CsvText.columns(c).onDuplicate(DuplicatePolicy.DROP));
    assertThat(log.size()).isEqualTo(2);
  }

  @Test
  void readsAQuery() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:shop");
        var statement = connection.createStatement()) {
      statement.execute(
          "create table orders(customer bigint, order_id varchar(20), bought timestamp,"
              + " bought_on date, amount decimal(38,18), note clob, freight real)");
      statement.execute(
          "insert into orders values"
              + " (7, 'x-1', '2026-03-29 02:30:00', '2026-03-29', 12.5, 'gift', 1.5),"
              + " (8, 'x-2', '2026-03-30 10:00:00', '2026-03-30', 0.1, null, null)");
      Transactions log =
          Transactions.jdbc(
              connection,
              "select * from orders order by order_id",
              c ->
                  c.customer("customer")
                      .order("order_id")
                      .time("bought")
                      .amount("amount")
                      .text("note")
                      .number("freight"));
      assertThat(log.size()).isEqualTo(2);
      assertThat(log.customerId(0)).isEqualTo("7");
      // an hour that summer time skips in many zones, but not in the shop's local time
      assertThat(Moments.of(log.epochMillis(0))).isEqualTo("2026-03-29T02:30");
      assertThat(log.isExact()).isTrue();
      assertThat(log.totals(1, line -> 0)[0]).isEqualTo(12.6);
      assertThat(log.text("note", 0)).contains("gift");
      assertThat(log.number("freight", 0)).isEqualTo(1.5);
      assertThat(log.number("freight", 1)).isNaN();

      Transactions days =
          Transactions.jdbc(
              connection,
              "select customer, bought_on, amount from orders",
              c -> c.customer("customer").time("bought_on").amount("amount"));
      assertThat(days.observedThrough()).isEqualTo("2026-03-30T00:00");
      assertThatThrownBy(() -> Transactions.jdbc(connection, "select 1", CsvText::columns))
          .hasMessageContaining("query: no column 'customer'");
    }
  }

  @Test
  void purchasesBringTheirAttributes() {
    Transactions log =
        Transactions.from(
            List.of(
                Purchase.of("a", "1", NOON, 5).with("city", "Riga"),
                Purchase.of("b", "2", NOON, 6).with("freight", 2.5).with("amount", "large")));
    assertThat(log.textAttributes()).containsExactly("city", "amount");
    assertThat(log.numberAttributes()).containsExactly("freight");
    assertThat(log.text("city", 1)).isEmpty();
    assertThat(log.text("amount", 1)).contains("large");
    assertThat(log.number("freight", 0)).isNaN();
    assertThat(log.toTable().columnNames())
        .containsExactly("customer", "order", "time", "amount", "city", "amount 2", "freight");
    assertThatThrownBy(() -> log.text("town", 0))
        .hasMessage("no text attribute 'town'; this log has [city, amount]");
    assertThatThrownBy(() -> log.number("city", 0))
        .hasMessage("no numeric attribute 'city'; this log has [freight]");
  }

  @Test
  void anAttributeIsTextOrNumber() {
    List<Purchase> purchases =
        List.of(
            Purchase.of("a", "1", NOON, 5).with("size", "L"),
            Purchase.of("a", "1", NOON, 5).with("size", 44));
    assertThatThrownBy(() -> Transactions.from(purchases))
        .hasMessageContaining("attribute 'size' is text in one purchase and a number in another");
  }

  @Test
  void policiesHoldForPurchasesToo() {
    List<Purchase> purchases =
        List.of(
            Purchase.of("a", "1", NOON, 5).with("sku", "tea"),
            Purchase.of("a", "2", NOON.plusDays(1), -2).with("sku", "tea"),
            Purchase.of("", "3", NOON, 5).with("sku", "tea"));
    assertThatThrownBy(() -> Transactions.from(purchases))
        .hasMessageContaining("purchases, line 3, column 'customer()'");
    Transactions log =
        Transactions.from(
            purchases,
            c ->
                c.product("sku")
                    .onReturn(ReturnPolicy.MATCH)
                    .onMissingCustomer(MissingCustomerPolicy.DROP));
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.amount(0)).isEqualTo(3);
  }

  @Property(tries = 100)
  void aLogSurvivesTheWayThroughATable(
      @ForAll @Size(max = 30) List<Integer> seeds, @ForAll boolean deep) {
    List<Purchase> purchases = new ArrayList<>();
    for (int seed : seeds) {
      purchases.add(
          new Purchase(
              "c" + Math.floorMod(seed, 7),
              "o" + Math.floorMod(seed, 11),
              NOON.plusSeconds(seed / 1_000),
              BigDecimal.valueOf(seed, deep ? 5 : 2),
              Math.floorMod(seed, 3) == 0 ? Map.of() : Map.of("city", "x" + seed % 5),
              Math.floorMod(seed, 4) == 0 ? Map.of() : Map.of("freight", seed / 7.0)));
    }
    Transactions log = Transactions.from(purchases);
    UnaryOperator<TransactionColumns> mapping =
        c -> {
          TransactionColumns columns = CsvText.columns(c);
          for (String text : log.textAttributes()) {
            columns = columns.text(text);
          }
          for (String number : log.numberAttributes()) {
            columns = columns.number(number);
          }
          return columns;
        };
    Transactions back = Transactions.from(log.toTable(), mapping);
    assertThat(back.toTable().printAll()).isEqualTo(log.toTable().printAll());
    for (int line = 0; line < log.size(); line++) {
      assertThat(back.customer(line)).isEqualTo(log.customer(line));
      assertThat(back.order(line)).isEqualTo(log.order(line));
      assertThat(back.epochMillis(line)).isEqualTo(log.epochMillis(line));
      assertThat(back.amount(line)).isEqualTo(log.amount(line));
      for (String text : log.textAttributes()) {
        assertThat(back.text(text, line)).isEqualTo(log.text(text, line));
      }
    }
  }

  @Test
  void yearsBeyondFourDigitsAreRefused() {
    assertThatThrownBy(
            () ->
                Transactions.from(
                    List.of(Purchase.of("a", "1", LocalDateTime.of(10_000, 1, 1, 0, 0), 5))))
        .hasMessageContaining("is beyond the years 1 to 9999");
  }
}
