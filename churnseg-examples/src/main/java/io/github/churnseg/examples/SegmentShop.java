package io.github.churnseg.examples;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.ReturnPolicy;
import io.github.churnseg.data.RowPolicy;
import io.github.churnseg.data.TransactionColumns;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The main job from the command line: an order file to segments, with what was read and refused.
 *
 * <pre>
 * SegmentShop                                        a generated shop
 * SegmentShop orders.csv                             columns customer, order, time, amount
 * SegmentShop orders.csv customer=CustomerID order=InvoiceNo time=InvoiceDate \
 *     quantity=Quantity price=UnitPrice invalid=SKIP asof=2011-12-10
 * </pre>
 */
public final class SegmentShop {

  private static final String USAGE =
      """
      usage: segment [FILE [customer=COLUMN] [order=COLUMN] [time=COLUMN] [pattern=PATTERN]
                      [amount=COLUMN | quantity=COLUMN price=COLUMN] [product=COLUMN]
                      [invalid=STRICT|SKIP] [missing=INVALID|DROP] [returns=NET|EXCLUDE|MATCH]
                      [asof=YYYY-MM-DD]]""";

  private SegmentShop() {}

  /**
   * Prints the data report and the segments.
   *
   * @param args nothing, or a file and which column is what
   */
  public static void main(String[] args) {
    try {
      Transactions log = args.length == 0 ? generated() : read(args);
      System.out.println(log.report());
      System.out.println(RfmSegments.quintiles().fit(Rfm.withDefaults().extract(log)).report());
    } catch (InvalidDataException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
    }
  }

  private static Transactions generated() throws IOException {
    Path orders = Files.createTempFile("orders", ".csv");
    try {
      GeneratedShop.of(20_000, 42).writeCsv(orders);
      return Transactions.csv(orders, columns -> columns(columns, new LinkedHashMap<>()));
    } finally {
      Files.delete(orders);
    }
  }

  private static Transactions read(String[] args) throws IOException {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + args[i] + "' is no NAME=VALUE");
      }
      options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    String asOf = options.remove("asof");
    Transactions log = Transactions.csv(Path.of(args[0]), columns -> columns(columns, options));
    return asOf == null ? log : log.asOf(LocalDate.parse(asOf));
  }

  private static TransactionColumns columns(TransactionColumns none, Map<String, String> options) {
    String time = take(options, "time", "time");
    String pattern = options.remove("pattern");
    TransactionColumns columns =
        none.customer(take(options, "customer", "customer"))
            .order(take(options, "order", "order"))
            .onInvalid(RowPolicy.valueOf(take(options, "invalid", "STRICT")))
            .onMissingCustomer(MissingCustomerPolicy.valueOf(take(options, "missing", "INVALID")))
            .onReturn(ReturnPolicy.valueOf(take(options, "returns", "NET")));
    columns = pattern == null ? columns.time(time) : columns.time(time, pattern);
    if (options.containsKey("product")) {
      columns = columns.product(options.remove("product"));
    }
    if (options.containsKey("quantity")) {
      columns = columns.quantity(options.remove("quantity")).price(take(options, "price", "price"));
    } else {
      columns = columns.amount(take(options, "amount", "amount"));
    }
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + options.keySet());
    }
    return columns;
  }

  private static String take(Map<String, String> options, String name, String ifAbsent) {
    String value = options.remove(name);
    return value == null ? ifAbsent : value;
  }
}
