package io.github.churnseg.examples;

import io.github.churnseg.ClassifiedModel;
import io.github.churnseg.InvalidDataException;
import io.github.churnseg.SegmentedModel;
import io.github.churnseg.data.MissingCustomerPolicy;
import io.github.churnseg.data.ReturnPolicy;
import io.github.churnseg.data.RowPolicy;
import io.github.churnseg.data.TransactionColumns;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The main job from the command line: an order file to three groups of customers by RFM and
 * K-means, a classifier that finds the group of newcomers by their first order, measured on
 * customers it has not seen, a model file, and newcomers scored by that file.
 *
 * <pre>
 * SegmentShop                                        a generated shop
 * SegmentShop orders.csv                             columns customer, order, time, amount
 * SegmentShop orders.csv customer=CustomerID order=InvoiceNo time=InvoiceDate \
 *     quantity=Quantity price=UnitPrice missing=DROP asof=2011-12-10
 * </pre>
 */
public final class SegmentShop {

  private static final String USAGE =
      """
      usage: segment [FILE [customer=COLUMN] [order=COLUMN] [time=COLUMN] [pattern=PATTERN]
                      [amount=COLUMN | quantity=COLUMN price=COLUMN] [product=COLUMN]
                      [invalid=STRICT|SKIP] [missing=INVALID|DROP] [returns=NET|EXCLUDE|MATCH]
                      [text=COLUMN,COLUMN…] [asof=YYYY-MM-DD] [model=FILE]]""";

  /** With fewer, a fifth of them held out tells nothing. */
  private static final long FEWEST_BUYERS = 100;

  private SegmentShop() {}

  /**
   * Prints the report of the chain and the first newcomers with their groups.
   *
   * @param args nothing, or a file and which column is what
   */
  public static void main(String[] args) {
    try {
      Map<String, String> options = options(args);
      String model = options.remove("model");
      Transactions log = args.length == 0 ? generated(6_000, 42) : read(args[0], options);
      Transactions newcomers = args.length == 0 ? generated(1_000, 7) : log;
      Path file = model == null ? Files.createTempFile("segments", ".churnseg") : Path.of(model);
      try {
        chain(log, newcomers, file);
      } finally {
        if (model == null) {
          Files.delete(file);
        }
      }
    } catch (InvalidDataException e) {
      // What the message calls a policy of the mapping is an option here.
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(1);
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + USAGE);
      System.exit(2);
    }
  }

  private static void chain(Transactions log, Transactions newcomers, Path file)
      throws IOException {
    SegmentedModel<Transactions, RfmTable> segments = WholeChain.segments(log);
    if (segments.report().provenance().rows() < FEWEST_BUYERS) {
      System.out.println(segments.report());
      System.out.println(
          "too few buyers for a classifier of newcomers: fewer than " + FEWEST_BUYERS);
      return;
    }
    ClassifiedModel<Transactions> model =
        WholeChain.plan(
                WholeChain.threeGroups(segments), log.textAttributes().toArray(String[]::new))
            .fit(
                log,
                (stage, done) -> {
                  if (done == 1) {
                    System.err.println("done: " + stage);
                  }
                });
    System.out.println(model.report());
    model.save(file);
    ClassifiedModel<Transactions> served = ClassifiedModel.load(file, Transactions.class);
    System.out.printf(Locale.ROOT, "model file: %,d bytes%n%n", Files.size(file));
    System.out.println(served.predict(newcomers));
  }

  private static Transactions generated(int customers, long seed) throws IOException {
    Path orders = Files.createTempFile("orders", ".csv");
    try {
      GeneratedShop.of(customers, seed).writeCsv(orders);
      return Transactions.csv(
          orders, none -> columns(none, new LinkedHashMap<>(Map.of("text", "city,category"))));
    } finally {
      Files.delete(orders);
    }
  }

  private static Map<String, String> options(String... args) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + args[i] + "' is no NAME=VALUE");
      }
      options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    return options;
  }

  private static Transactions read(String file, Map<String, String> options) throws IOException {
    String asOf = options.remove("asof");
    Transactions log = Transactions.csv(Path.of(file), none -> columns(none, options));
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
    for (String text : take(options, "text", "").split(",", -1)) {
      columns = text.isEmpty() ? columns : columns.text(text);
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
