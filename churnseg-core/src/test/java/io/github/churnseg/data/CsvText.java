package io.github.churnseg.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Reads logs from CSV text in tests, by way of a file called {@code orders.csv}. */
final class CsvText {

  private CsvText() {}

  /** The mapping of files with the columns customer, order, time and amount. */
  static TransactionColumns columns(TransactionColumns c) {
    return c.customer("customer").order("order").time("time").amount("amount");
  }

  /** The mapping of files with the columns customer, order, time, product, quantity and price. */
  static TransactionColumns lines(TransactionColumns c) {
    return c.customer("customer")
        .order("order")
        .time("time")
        .product("product")
        .quantity("quantity")
        .price("price");
  }

  static Transactions read(String text, UnaryOperator<TransactionColumns> mapping) {
    try {
      Path folder = Files.createTempDirectory("churnseg");
      Path file = folder.resolve("orders.csv");
      try {
        Files.writeString(file, text);
        return Transactions.csv(file, mapping);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
