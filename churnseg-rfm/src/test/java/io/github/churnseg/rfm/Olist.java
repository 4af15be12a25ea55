package io.github.churnseg.rfm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Olist orders, one line an order: payments are summed before they are joined. */
final class Olist {

  static final Path FOLDER = Path.of("../../shared/data/olist");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private Olist() {}

  static Transactions orders() {
    assumeTrue(Files.isDirectory(FOLDER), "the Olist data is not at " + FOLDER.toAbsolutePath());
    Map<String, NamedCsvRecord> customers = new HashMap<>();
    read("customers").forEach(row -> customers.put(row.getField("customer_id"), row));
    Map<String, BigDecimal> paid = new HashMap<>();
    for (NamedCsvRecord row : read("order_payments")) {
      paid.merge(row.getField("order_id"), payment(row), BigDecimal::add);
    }
    return Transactions.from(
        read("orders").stream()
            .map(
                order ->
                    purchase(
                        order,
                        Objects.requireNonNull(customers.get(order.getField("customer_id"))),
                        paid))
            .toList());
  }

  static BigDecimal payments() {
    return read("order_payments").stream()
        .map(Olist::payment)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Purchase purchase(
      NamedCsvRecord order, NamedCsvRecord customer, Map<String, BigDecimal> paid) {
    String id = order.getField("order_id");
    return new Purchase(
        customer.getField("customer_unique_id"),
        id,
        LocalDateTime.parse(order.getField("order_purchase_timestamp"), TIME),
        paid.getOrDefault(id, BigDecimal.ZERO),
        Map.of("customer_state", customer.getField("customer_state")),
        Map.of());
  }

  private static BigDecimal payment(NamedCsvRecord row) {
    return new BigDecimal(row.getField("payment_value"));
  }

  static List<NamedCsvRecord> read(String name) {
    Path file = FOLDER.resolve("olist_" + name + "_dataset.csv");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
