package io.github.churnseg.examples;

import io.github.churnseg.data.Aggregate;
import io.github.churnseg.data.Join;
import io.github.churnseg.data.RowPolicy;
import io.github.churnseg.data.Schema;
import io.github.churnseg.data.Tables;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/** The nine files of Olist's marketplace as one log, a line an order, worth what was paid. */
final class OlistFiles {

  private final Path folder;

  private OlistFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads and joins them. What repeats an order, such as its payments and items, is made one row an
   * order first; a join that multiplied rows would be refused.
   */
  static Transactions log(Path folder) throws IOException {
    return log(table(folder));
  }

  static Transactions log(Table orders) {
    return Transactions.from(
        orders,
        c ->
            c.customer("customer_unique_id")
                .order("order_id")
                .time("order_purchase_timestamp")
                .amount("payment_value_sum")
                .text("category")
                .text("customer_city")
                .text("customer_state")
                .text("seller_state")
                .text("payment_type")
                .number("latitude")
                .number("longitude")
                .number("instalments")
                .number("price")
                .number("freight")
                .number("items")
                .number("review_score")
                .onInvalid(RowPolicy.SKIP));
  }

  static Table table(Path folder) throws IOException {
    Table orders = new OlistFiles(folder).orders();
    orders.column("product_category_name_english").setName("category");
    return orders;
  }

  // region files
  private Table orders() throws IOException {
    Table orders =
        read("olist_orders_dataset", Schema.columns().dateTime("order_purchase_timestamp"));
    return Join.left(orders)
        .oneToOne(read("olist_customers_dataset"), "customer_id")
        .with(places())
        .with(payments())
        .with(items())
        .with(reviews())
        .manyToOne(read("olist_sellers_dataset"), "seller_id")
        .manyToOne(products(), "product_id")
        .toTable();
  }

  /** The middle of each postal area: the file has many points of one. */
  private Aggregate places() throws IOException {
    Table points =
        read(
            "olist_geolocation_dataset",
            Schema.columns().number("geolocation_lat", "geolocation_lng"));
    points.column("geolocation_zip_code_prefix").setName("customer_zip_code_prefix");
    return Aggregate.by(points, "customer_zip_code_prefix")
        .mean("geolocation_lat")
        .as("latitude")
        .mean("geolocation_lng")
        .as("longitude");
  }

  private Aggregate payments() throws IOException {
    Table payments =
        read(
            "olist_order_payments_dataset",
            Schema.columns().number("payment_value").integer("payment_installments"));
    return Aggregate.by(payments, "order_id")
        .sum("payment_value")
        .mode("payment_type")
        .as("payment_type")
        .max("payment_installments")
        .as("instalments");
  }

  private Aggregate items() throws IOException {
    Table items =
        read("olist_order_items_dataset", Schema.columns().number("price", "freight_value"));
    return Aggregate.by(items, "order_id")
        .mean("price")
        .as("price")
        .sum("freight_value")
        .as("freight")
        .count("items")
        .mode("product_id")
        .as("product_id")
        .mode("seller_id")
        .as("seller_id");
  }

  // endregion

  /** Known weeks after the order only: {@code FirstOrder} refuses it unless asked with a date. */
  private Aggregate reviews() throws IOException {
    return Aggregate.by(
            read("olist_order_reviews_dataset", Schema.columns().number("review_score")),
            "order_id")
        .mean("review_score")
        .as("review_score");
  }

  private Table products() throws IOException {
    return Join.left(read("olist_products_dataset"))
        .manyToOne(read("product_category_name_translation"), "product_category_name")
        .toTable();
  }

  private Table read(String name) throws IOException {
    return read(name, Schema.columns());
  }

  private Table read(String name, Schema schema) throws IOException {
    return Tables.csv(folder.resolve(name + ".csv"), schema);
  }
}
