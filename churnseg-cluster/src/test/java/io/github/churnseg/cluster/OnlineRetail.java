package io.github.churnseg.cluster;

import io.github.churnseg.data.DuplicatePolicy;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recency, frequency and monetary value of the UCI Online Retail customers, by the recipe of the
 * reference that the golden numbers are of. Its rule on returns is kept, mistakes and all: it
 * writes one over the other where two go to the same purchase, so that the money of 175 customers
 * is not what {@link io.github.churnseg.data.ReturnPolicy#MATCH} gives.
 */
final class OnlineRetail {

  static final Path FILE = Path.of("../../shared/data/online-retail/online_retail.csv.gz");

  private static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);
  private static final long DAY = 86_400_000;

  private final Transactions log;
  private final Map<List<String>, List<Integer>> purchases = new HashMap<>();

  private OnlineRetail(Transactions log) {
    this.log = log;
  }

  static CustomerFeatures customers() throws IOException {
    return new OnlineRetail(
            Transactions.csv(
                    FILE,
                    c ->
                        c.customer("CustomerID")
                            .order("InvoiceNo")
                            .time("InvoiceDate")
                            .quantity("Quantity")
                            .price("UnitPrice")
                            .product("StockCode")
                            .number("Quantity")
                            .onMissingCustomer(MissingCustomerPolicy.DROP)
                            .onDuplicate(DuplicatePolicy.DROP))
                .asOf(AS_OF))
        .features();
  }

  private CustomerFeatures features() {
    for (int line = 0; line < log.size(); line++) {
      if (quantity(line) > 0) {
        purchases.computeIfAbsent(key(line), key -> new ArrayList<>()).add(line);
      }
    }
    double[] returned = returned();
    Map<String, double[]> customers = new TreeMap<>();
    Set<Integer> orders = new HashSet<>();
    long end = AS_OF.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    for (int line = 0; line < log.size(); line++) {
      if (log.amount(line) > 0 && !Character.isLetter(product(line).charAt(0))) {
        String id = log.customerId(log.customer(line));
        double[] rfm =
            customers.computeIfAbsent(id, key -> new double[] {Double.POSITIVE_INFINITY, 0, 0});
        rfm[0] = Math.min(rfm[0], (double) Math.floorDiv(end - log.epochMillis(line), DAY));
        rfm[1] += orders.add(log.order(line)) ? 1 : 0;
        rfm[2] += log.amount(line) * (1 - returned[line] / quantity(line));
      }
    }
    double[][] columns = new double[3][customers.size()];
    int row = 0;
    for (double[] rfm : customers.values()) {
      for (int j = 0; j < 3; j++) {
        columns[j][row] = rfm[j];
      }
      row++;
    }
    return Customers.of(new String[] {"recency", "frequency", "monetary"}, columns);
  }

  /** Each return goes to one earlier purchase, and overwrites what was there. */
  private double[] returned() {
    double[] returned = new double[log.size()];
    for (int line = 0; line < returned.length; line++) {
      if (quantity(line) < 0) {
        long time = log.epochMillis(line);
        List<Integer> earlier =
            purchases.getOrDefault(key(line), List.of()).stream()
                .filter(purchase -> log.epochMillis(purchase) < time)
                .toList();
        for (int place = earlier.size() - 1; place >= 0; place--) {
          int purchase = earlier.get(place);
          if (earlier.size() == 1 || quantity(purchase) >= -quantity(line)) {
            returned[purchase] = -quantity(line);
            break;
          }
        }
      }
    }
    return returned;
  }

  private double quantity(int line) {
    return log.number("Quantity", line);
  }

  private String product(int line) {
    return log.text("StockCode", line).orElseThrow();
  }

  private List<String> key(int line) {
    return List.of(log.customerId(log.customer(line)), product(line));
  }
}
