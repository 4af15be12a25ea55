package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class JoinTest {

  private static final Table ORDERS =
      Table.create(
          "orders",
          StringColumn.create("order_id", "o1", "o2", "o3", "o4"),
          StringColumn.create("customer_id", "c1", "c2", "c1", ""));

  private static final Table CUSTOMERS =
      Table.create(
          "customers",
          StringColumn.create("customer_id", "c1", "c3", ""),
          StringColumn.create("city", "Riga", "Oslo", "Nowhere"));

  private static final Table PAYMENTS =
      Table.create(
          "payments",
          StringColumn.create("order_id", "o1", "o1", "o3", "o9", "o9", "o9"),
          DoubleColumn.create("value", 10.1, 20.2, 5, 1, 1, 1));

  @Test
  void leftJoinKeepsEveryRowInOrder() {
    Table joined = Join.left(ORDERS).manyToOne(CUSTOMERS, "customer_id").toTable();
    assertThat(joined.name()).isEqualTo("orders");
    assertThat(joined.columnNames()).containsExactly("order_id", "customer_id", "city");
    assertThat(joined.stringColumn("order_id").asList()).containsExactly("o1", "o2", "o3", "o4");
    assertThat(joined.stringColumn("city").asList()).containsExactly("Riga", "", "Riga", "");
  }

  @Test
  void innerJoinKeepsRowsWithAPartner() {
    Table joined = Join.inner(ORDERS).manyToOne(CUSTOMERS, "customer_id").toTable();
    assertThat(joined.stringColumn("order_id").asList()).containsExactly("o1", "o3");
  }

  @Test
  void missingKeysNeverMatchEachOther() {
    JoinReport.Step step =
        Join.left(ORDERS).manyToOne(CUSTOMERS, "customer_id").report().steps().get(0);
    assertThat(step.leftUnmatched().rows()).isEqualTo(2);
    assertThat(step.leftUnmatched().keys()).isEqualTo(1);
    assertThat(step.leftUnmatched().missingKeys()).isEqualTo(1);
    assertThat(step.leftUnmatched().first()).containsExactly("'c2'");
    assertThat(step.rightUnmatched().rows()).isEqualTo(2);
    assertThat(step.rightUnmatched().first()).containsExactly("'c3'");
  }

  @Test
  void refusesFanOutThatWasNotDeclared() {
    assertThatThrownBy(() -> Join.left(ORDERS).oneToOne(PAYMENTS, "order_id"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "orders and payments joined one-to-one on order_id: 2 keys repeat in payments, the"
                + " first is 'o1' in 1 rows of orders and 2 of payments; orders would grow from 4"
                + " rows to 5. Aggregate payments to one row a key first, see Aggregate.by, or"
                + " declare oneToMany if the growth is wanted");
  }

  @Test
  void refusesARepeatedKeyThatMeetsNothing() {
    Table some = PAYMENTS.where(PAYMENTS.stringColumn("order_id").isEqualTo("o9"));
    assertThatThrownBy(() -> Join.inner(ORDERS).manyToOne(some, "order_id"))
        .hasMessageContaining("1 keys repeat in payments")
        .hasMessageContaining("'o9' in 0 rows of orders and 3 of payments");
  }

  @Test
  void refusesARepeatedLeftKeyWhereOneToOneWasDeclared() {
    assertThatThrownBy(() -> Join.left(ORDERS).oneToOne(CUSTOMERS, "customer_id"))
        .hasMessage(
            "orders and customers joined one-to-one on customer_id: 1 keys repeat in orders, the"
                + " first is 'c1' in 2 rows of orders and 1 of customers. Declare manyToOne if"
                + " rows of orders may share one of customers");
  }

  @Test
  void refusesManyToManyWithoutOfferingOneToMany() {
    Table repeated = CUSTOMERS.copy().append(CUSTOMERS);
    assertThatThrownBy(() -> Join.left(ORDERS).oneToMany(repeated, "customer_id"))
        .hasMessageEndingWith(
            "Rows of both would multiply: aggregate one of them first, see Aggregate.by");
    assertThatThrownBy(() -> Join.left(ORDERS).manyToOne(repeated, "customer_id"))
        .hasMessageEndingWith("see Aggregate.by");
  }

  @Test
  void declaredGrowthIsAllowedAndReported() {
    Join joined = Join.left(ORDERS).oneToMany(PAYMENTS, "order_id");
    assertThat(joined.toTable().stringColumn("order_id").asList())
        .containsExactly("o1", "o1", "o2", "o3", "o4");
    assertThat(joined.toTable().doubleColumn("value").asDoubleArray())
        .containsExactly(10.1, 20.2, Double.NaN, 5, Double.NaN);
    JoinReport.Step step = joined.report().steps().get(0);
    assertThat(step.rowsBefore()).isEqualTo(4);
    assertThat(step.rowsAfter()).isEqualTo(5);
  }

  @Test
  void innerOneToManyDropsAndRepeats() {
    Table joined = Join.inner(ORDERS).oneToMany(PAYMENTS, "order_id").toTable();
    assertThat(joined.stringColumn("order_id").asList()).containsExactly("o1", "o1", "o3");
  }

  @Test
  void aggregatesTheManySideFirst() {
    Join joined =
        Join.left(ORDERS).with(Aggregate.by(PAYMENTS, "order_id").sum("value").count("payments"));
    Table table = joined.toTable();
    assertThat(table.doubleColumn("value_sum").asDoubleArray())
        .containsExactly(30.3, Double.NaN, 5, Double.NaN);
    assertThat(table.intColumn("payments").asObjectArray()).containsExactly(2, 0, 1, 0);
    assertThat(joined.report().steps().get(0).sourceRows()).isEqualTo(6);
    assertThat(joined.report().steps().get(0).rightRows()).isEqualTo(3);
  }

  @Test
  void laterStepsSeeColumnsOfEarlierOnes() {
    Table countries =
        Table.create(
            "cities",
            StringColumn.create("name", "Riga", "Oslo"),
            StringColumn.create("country", "LV", "NO"));
    Table joined =
        Join.left(ORDERS)
            .manyToOne(CUSTOMERS, "customer_id")
            .manyToOne(countries, JoinKey.on("city", "name"))
            .toTable();
    assertThat(joined.stringColumn("country").asList()).containsExactly("LV", "", "LV", "");
    assertThat(joined.columnNames()).doesNotContain("name");
  }

  @Test
  void laterStepsSeeTheRowsAnInnerJoinKept() {
    Table totals =
        Table.create(
            "totals", StringColumn.create("order_id", "o3", "o1"), IntColumn.create("n", 3, 1));
    Join joined =
        Join.inner(ORDERS).manyToOne(CUSTOMERS, "customer_id").oneToOne(totals, "order_id");
    assertThat(joined.toTable().intColumn("n").asList()).containsExactly(1, 3);
    assertThat(joined.report().steps().get(1).leftUnmatched().rows()).isZero();
  }

  @Test
  void joinsOnSeveralColumns() {
    Table left =
        Table.create(
            "visits",
            IntColumn.create("shop", 1, 1, 2),
            StringColumn.create("month", "a", "b", "a"));
    Table right =
        Table.create(
            "plan",
            LongColumn.create("shop", 2, 1),
            StringColumn.create("period", "a", "b"),
            DoubleColumn.create("goal", 2.5, 1.5));
    JoinKey key = JoinKey.on("shop", "shop").and("month", "period");
    Join joined = Join.left(left).oneToOne(right, key);
    assertThat(joined.toTable().doubleColumn("goal").asDoubleArray())
        .containsExactly(Double.NaN, 1.5, 2.5);
    assertThat(joined.report().steps().get(0).key()).isEqualTo("shop, month = period");
    assertThat(joined.report().steps().get(0).leftUnmatched().first())
        .containsExactly("('1', 'a')");
  }

  @Test
  void joinsOnDates() {
    DateColumn days = DateColumn.create("day", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2));
    Table left = Table.create("left", days);
    Table right = Table.create("right", days.copy(), IntColumn.create("n", 1, 2));
    assertThat(Join.left(left).oneToOne(right, "day").toTable().intColumn("n").asList())
        .containsExactly(1, 2);
  }

  @Test
  void refusesKeysOfDifferentKinds() {
    Table numbered =
        Table.create("customers", IntColumn.create("customer_id", 1), IntColumn.create("n", 1));
    assertThatThrownBy(() -> Join.left(ORDERS).manyToOne(numbered, "customer_id"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "key 'customer_id' of orders holds text, but 'customer_id' of customers holds whole"
                + " numbers; load both alike, ids as text");
  }

  @Test
  void refusesDecimalKeys() {
    Table table = Table.create("t", DoubleColumn.create("id", 1.5));
    assertThatThrownBy(() -> Join.left(table).oneToOne(table, "id"))
        .hasMessageContaining("column 'id' of t holds double, which makes no key");
  }

  @Test
  void refusesAColumnNameThatIsTaken() {
    Table other =
        Table.create(
            "names",
            StringColumn.create("order_id", "o1"),
            StringColumn.create("Customer_ID", "other"));
    assertThatThrownBy(() -> Join.left(ORDERS).oneToOne(other, "order_id"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "orders and names both have a column 'Customer_ID'; make it a part of the key, rename"
                + " it with setName, or leave it out with rejectColumns");
  }

  @Test
  void refusesAnUnknownKey() {
    assertThatThrownBy(() -> Join.left(ORDERS).manyToOne(CUSTOMERS, "customer"))
        .hasMessage("customers has no column 'customer'; its columns are [customer_id, city]");
    assertThatThrownBy(
            () -> Join.left(ORDERS).manyToOne(CUSTOMERS, JoinKey.on("who", "customer_id")))
        .hasMessage("orders has no column 'who'; its columns are [order_id, customer_id]");
  }

  @Test
  void refusesAKeyWithoutColumnsOrWithOneTwice() {
    assertThatThrownBy(() -> Join.left(ORDERS).oneToOne(PAYMENTS))
        .hasMessage("a join needs at least one key column, seen none");
    assertThatThrownBy(() -> Join.left(ORDERS).oneToOne(PAYMENTS, "order_id", "order_id"))
        .hasMessage("a key names each column once, seen [order_id, order_id]");
  }

  @Test
  void emptyTablesJoinToEmptyOnes() {
    Join left = Join.left(ORDERS).manyToOne(CUSTOMERS.emptyCopy(), "customer_id");
    assertThat(left.toTable().rowCount()).isEqualTo(4);
    Join inner = Join.inner(ORDERS.emptyCopy()).manyToOne(CUSTOMERS, "customer_id");
    assertThat(inner.toTable().rowCount()).isZero();
    assertThat(inner.toTable().columnNames()).hasSize(3);
  }

  @Test
  void theResultIsACopy() {
    Table left = Table.create("t", IntColumn.create("id", 1, 2));
    Table joined = Join.left(left).toTable();
    joined.intColumn("id").set(0, 9);
    assertThat(left.intColumn("id").get(0)).isEqualTo(1);
  }

  @Test
  void theReportComesAsATable() {
    Table report = Join.left(ORDERS).manyToOne(CUSTOMERS, "customer_id").report().toTable();
    assertThat(report.rowCount()).isEqualTo(1);
    assertThat(report.intColumn("unmatched").get(0)).isEqualTo(2);
    assertThat(report.intColumn("after").get(0)).isEqualTo(4);
  }

  @Test
  void printsWhatEachStepDid() {
    Join joined =
        Join.left(ORDERS)
            .manyToOne(CUSTOMERS, "customer_id")
            .with(Aggregate.by(PAYMENTS, "order_id").sum("value"));
    assertThat(joined)
        .hasToString(
            """
            orders, 4 rows, every row kept
            added      as           on           its rows  before  after  unmatched  not used
            customers  many-to-one  customer_id  3              4      4          2         2
            payments   many-to-one  order_id     6 to 3         4      4          2         1
            unmatched in customers: 1 without key, 1 keys as 'c2'
            not used of customers: 1 without key, 1 keys as 'c3'
            unmatched in payments: 2 keys as 'o2', 'o4'
            not used of payments: 1 keys as 'o9'
            """);
    assertThat(Arrays.stream(joined.toString().split("\n")).allMatch(l -> l.length() <= 100))
        .isTrue();
  }
}
