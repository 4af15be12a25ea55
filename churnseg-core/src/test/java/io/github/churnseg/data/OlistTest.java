package io.github.churnseg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.churnseg.InvalidDataException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The files of Olist joined to one row an order; the figures are counted from the files. */
class OlistTest {

  private static Table orders = Table.create();
  private static Table customers = Table.create();
  private static Table payments = Table.create();
  private static Table items = Table.create();
  private static Table reviews = Table.create();

  @BeforeAll
  static void read() throws IOException {
    orders = read("orders", Schema.columns().dateTime("order_purchase_timestamp"));
    customers = read("customers", Schema.columns());
    payments = read("order_payments", Schema.columns().number("payment_value"));
    items = read("order_items", Schema.columns().number("price", "freight_value"));
    reviews =
        read(
            "order_reviews",
            Schema.columns().integer("review_score").dateTime("review_answer_timestamp"));
  }

  private static Table read(String name, Schema schema) throws IOException {
    return Tables.csv(RealData.file("olist/olist_" + name + "_dataset.csv"), schema);
  }

  private static Join joined() {
    return Join.left(orders)
        .oneToOne(customers, "customer_id")
        .with(
            Aggregate.by(payments, "order_id")
                .sum("payment_value")
                .mode("payment_type")
                .count("payments"))
        .with(
            Aggregate.by(items, "order_id")
                .sum("price")
                .sum("freight_value")
                .count("items")
                .mode("product_id"))
        .with(
            Aggregate.by(reviews, "order_id")
                .last("review_score", "review_answer_timestamp")
                .mean("review_score"));
  }

  private static BigDecimal sum(DoubleColumn column) {
    return DoubleStream.of(column.asDoubleArray())
        .filter(value -> !Double.isNaN(value))
        .mapToObj(BigDecimal::valueOf)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void everyStepKeepsTheOrders() {
    assertThat(joined().report().steps())
        .hasSize(4)
        .allSatisfy(
            step -> {
              assertThat(step.rowsBefore()).isEqualTo(24_135);
              assertThat(step.rowsAfter()).isEqualTo(24_135);
              assertThat(step.rightUnmatched().rows()).isZero();
            });
    assertThat(joined().report().steps())
        .extracting(step -> step.leftUnmatched().rows())
        .containsExactly(0, 1, 775, 24_135 - 8_135);
    assertThat(joined().toTable().rowCount()).isEqualTo(24_135);
  }

  @Test
  void moneyIsUnchangedToTheCent() {
    Table table = joined().toTable();
    assertThat(sum(table.doubleColumn("payment_value_sum"))).isEqualByComparingTo("4011193.60");
    assertThat(sum(payments.doubleColumn("payment_value"))).isEqualByComparingTo("4011193.60");
    assertThat(sum(table.doubleColumn("price_sum"))).isEqualByComparingTo("3306900.10");
    assertThat(sum(table.doubleColumn("freight_value_sum"))).isEqualByComparingTo("541138.04");
    IntColumn count = table.intColumn("items");
    assertThat((int) count.sum()).isEqualTo(26_794);
    assertThat(count.isEqualTo(0).size()).isEqualTo(775);
  }

  @Test
  void rawPaymentsAreRefused() {
    assertThatThrownBy(() -> Join.left(orders).oneToOne(payments, "order_id"))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("725 keys repeat in olist_order_payments_dataset")
        .hasMessageContaining("would grow from 24,135 rows to 25,502")
        .hasMessageContaining("Aggregate olist_order_payments_dataset to one row a key first");
  }

  @Test
  void rawItemsAndReviewsAreRefused() {
    assertThatThrownBy(() -> Join.left(orders).manyToOne(items, "order_id"))
        .hasMessageContaining("2,327 keys repeat in olist_order_items_dataset")
        .hasMessageContaining("would grow from 24,135 rows to 27,569");
    assertThatThrownBy(() -> Join.left(orders).oneToOne(reviews, "order_id"))
        .hasMessageContaining("87 keys repeat in olist_order_reviews_dataset");
  }

  @Test
  void placesByZipPrefixAreRefused() throws IOException {
    Table places = read("geolocation", Schema.columns());
    JoinKey zip = JoinKey.on("customer_zip_code_prefix", "geolocation_zip_code_prefix");
    assertThatThrownBy(() -> Join.left(customers).manyToOne(places, zip))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining(
            "on customer_zip_code_prefix = geolocation_zip_code_prefix: 5,795 keys repeat")
        .hasMessageContaining("would grow from 24,135 rows to 148,738")
        .hasMessageEndingWith("to one row a key first, see Aggregate.by");
  }

  @Test
  void placesAggregatedToOneAZipPrefixJoin() throws IOException {
    Table places =
        read("geolocation", Schema.columns().number("geolocation_lat", "geolocation_lng"));
    Table means =
        Aggregate.by(places, "geolocation_zip_code_prefix")
            .mean("geolocation_lat")
            .mean("geolocation_lng")
            .toTable();
    JoinKey zip = JoinKey.on("customer_zip_code_prefix", "geolocation_zip_code_prefix");
    Join joined = Join.left(customers).manyToOne(means, zip);
    assertThat(joined.toTable().rowCount()).isEqualTo(24_135);
  }

  @Test
  void theJoinedOrdersAreALog() {
    Transactions log =
        Transactions.from(
            joined().toTable(),
            columns ->
                columns
                    .customer("customer_unique_id")
                    .order("order_id")
                    .time("order_purchase_timestamp")
                    .amount("payment_value_sum")
                    .text("customer_state")
                    .onInvalid(RowPolicy.SKIP));
    assertThat(log.report().linesKept()).isEqualTo(24_134);
    assertThat(log.orders()).isEqualTo(24_134);
    CustomerTotals totals = log.totalsByCustomer();
    BigDecimal sum = BigDecimal.ZERO;
    for (int customer = 0; customer < totals.customers(); customer++) {
      sum = sum.add(BigDecimal.valueOf(totals.amount(customer)));
    }
    assertThat(sum).isEqualByComparingTo("4011193.60");
  }
}
