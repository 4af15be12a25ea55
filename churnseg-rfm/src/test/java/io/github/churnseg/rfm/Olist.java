package io.github.churnseg.rfm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.data.Aggregate;
import io.github.churnseg.data.Join;
import io.github.churnseg.data.Schema;
import io.github.churnseg.data.Tables;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tech.tablesaw.api.Table;

/** The Olist orders, one line an order: the payments are summed before they are joined. */
final class Olist {

  private static final Path FOLDER = Path.of("../../shared/data/olist");

  private Olist() {}

  static Transactions orders() {
    Table orders =
        read(
            "orders",
            Schema.columns().id("order_id", "customer_id").dateTime("order_purchase_timestamp"));
    Table customers =
        read(
            "customers",
            Schema.columns().id("customer_id", "customer_unique_id").category("customer_state"));
    Table joined =
        Join.left(orders)
            .manyToOne(customers, "customer_id")
            .with(Aggregate.by(payments(), "order_id").sum("payment_value").as("payment_value"))
            .toTable();
    // One order has no payment: nothing was paid for it.
    joined.doubleColumn("payment_value").setMissingTo(0.0);
    return Transactions.from(
        joined,
        c ->
            c.customer("customer_unique_id")
                .order("order_id")
                .time("order_purchase_timestamp")
                .amount("payment_value")
                .text("customer_state"));
  }

  static Table payments() {
    return read("order_payments", Schema.columns().id("order_id").number("payment_value"));
  }

  private static Table read(String name, Schema schema) {
    Path file = FOLDER.resolve("olist_" + name + "_dataset.csv");
    assumeTrue(Files.exists(file), "no Olist data at " + file.toAbsolutePath());
    try {
      return Tables.csv(file, schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
