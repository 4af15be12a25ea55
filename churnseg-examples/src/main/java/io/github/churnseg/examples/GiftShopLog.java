package io.github.churnseg.examples;

import io.github.churnseg.data.DuplicatePolicy;
import io.github.churnseg.data.FreePolicy;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.ReturnPolicy;
import io.github.churnseg.data.TransactionColumns;
import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The UCI Online Retail file as a purchase log as of 2011-12-10, in two ways that differ in what
 * they make of returns.
 */
final class GiftShopLog {

  private static final LocalDate AS_OF = LocalDate.of(2011, 12, 10);

  private final Transactions lines;
  private final Map<List<String>, List<Integer>> purchases = new HashMap<>();

  private GiftShopLog(Transactions lines) {
    this.lines = lines;
  }

  /** Each return takes goods back from as many earlier purchases as it needs. */
  static Transactions matched(Path file) throws IOException {
    return read(file, c -> c.onReturn(ReturnPolicy.MATCH).onFree(FreePolicy.DROP));
  }

  /**
   * By the rule of the published notebook that {@link GiftShop} is held against, mistakes and all:
   * a return goes to one earlier purchase of the same customer and product, the latest that is
   * large enough or the only one there is, and is written over what an earlier return left there.
   */
  static Transactions asPublished(Path file) throws IOException {
    return new GiftShopLog(read(file, c -> c)).withOverwrittenReturns();
  }

  private interface Policies {
    TransactionColumns on(TransactionColumns columns);
  }

  /** Lines of goods (the codes of fees and the like begin with a letter) that have a customer. */
  private static Transactions read(Path file, Policies policies) throws IOException {
    return Transactions.csv(
            file,
            c ->
                policies.on(
                    c.customer("CustomerID")
                        .order("InvoiceNo")
                        .time("InvoiceDate")
                        .quantity("Quantity")
                        .price("UnitPrice")
                        .product("StockCode")
                        .number("Quantity")
                        .number("UnitPrice")
                        .keepIf("StockCode", code -> !Character.isLetter(code.charAt(0)))
                        .onMissingCustomer(MissingCustomerPolicy.DROP)
                        .onDuplicate(DuplicatePolicy.DROP)))
        .asOf(AS_OF);
  }

  private Transactions withOverwrittenReturns() {
    for (int line = 0; line < lines.size(); line++) {
      if (quantity(line) > 0) {
        purchases.computeIfAbsent(key(line), key -> new ArrayList<>()).add(line);
      }
    }
    double[] returned = returned();
    List<Purchase> left = new ArrayList<>();
    for (int line = 0; line < returned.length; line++) {
      if (lines.amount(line) > 0) {
        add(left, line, quantity(line) - returned[line]);
      }
    }
    return Transactions.from(left).asOf(AS_OF);
  }

  private double[] returned() {
    double[] returned = new double[lines.size()];
    for (int line = 0; line < returned.length; line++) {
      if (quantity(line) < 0) {
        int taken = purchaseOf(line);
        if (taken >= 0) {
          returned[taken] = -quantity(line);
        }
      }
    }
    return returned;
  }

  private int purchaseOf(int line) {
    int[] earlier =
        purchases.getOrDefault(key(line), List.of()).stream()
            .mapToInt(Integer::intValue)
            .filter(purchase -> lines.epochMillis(purchase) < lines.epochMillis(line))
            .toArray();
    return earlier.length == 1
        ? earlier[0]
        : Arrays.stream(earlier)
            .filter(purchase -> quantity(purchase) >= -quantity(line))
            .max()
            .orElse(-1);
  }

  /** An order stays an order, also where the rule takes back more than was bought. */
  private void add(List<Purchase> left, int line, double quantity) {
    BigDecimal amount =
        BigDecimal.valueOf(lines.number("UnitPrice", line)).multiply(BigDecimal.valueOf(quantity));
    if (amount.signum() < 0) {
      left.add(purchase(line, BigDecimal.ZERO));
    }
    left.add(purchase(line, amount));
  }

  private Purchase purchase(int line, BigDecimal amount) {
    return new Purchase(
        lines.customerId(lines.customer(line)),
        lines.orderId(lines.order(line)).orElseThrow(),
        LocalDateTime.ofEpochSecond(lines.epochMillis(line) / 1000, 0, ZoneOffset.UTC),
        amount,
        Map.of(),
        Map.of());
  }

  private double quantity(int line) {
    return lines.number("Quantity", line);
  }

  private List<String> key(int line) {
    return List.of(
        lines.customerId(lines.customer(line)), lines.text("StockCode", line).orElseThrow());
  }
}
