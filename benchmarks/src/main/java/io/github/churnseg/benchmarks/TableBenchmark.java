package io.github.churnseg.benchmarks;

import io.github.churnseg.data.Aggregate;
import io.github.churnseg.data.Join;
import io.github.churnseg.data.Wide;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Joins, aggregates and wide tables of a million rows: payments of half a million orders of 200,000
 * customers, all ids hexadecimal text, and revenue of a third of a million customers in 3 months.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TableBenchmark {

  private static final int ROWS = 1_000_000;
  private static final int ORDERS = 500_000;
  private static final int CUSTOMERS = 200_000;
  private static final String[] KINDS = {"boleto", "credit_card", "debit_card", "voucher"};
  private static final String[] MONTHS = {"2026-01", "2026-02", "2026-03"};

  private Table payments = Table.create();
  private Table orders = Table.create();
  private Table customers = Table.create();
  private Table revenue = Table.create();

  /** Makes the tables from a fixed seed. */
  @Setup(Level.Trial)
  public void generate() {
    SplittableRandom random = new SplittableRandom(42);
    String[] order = new String[ROWS];
    String[] customer = new String[ROWS];
    String[] kind = new String[ROWS];
    double[] amount = new double[ROWS];
    String[] month = new String[ROWS];
    String[] person = new String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      order[row] = id('o', random.nextInt(ORDERS));
      customer[row] = id('c', random.nextInt(CUSTOMERS));
      kind[row] = KINDS[random.nextInt(KINDS.length)];
      amount[row] = random.nextInt(1, 100_000) / 100.0;
      month[row] = MONTHS[row % MONTHS.length];
      person[row] = id('p', row / MONTHS.length);
    }
    payments =
        Table.create(
            "payments",
            StringColumn.create("order_id", order),
            StringColumn.create("type", kind),
            DoubleColumn.create("value", amount));
    orders =
        Table.create(
            "orders",
            StringColumn.create("order_id", order),
            StringColumn.create("customer_id", customer),
            DoubleColumn.create("paid", amount));
    String[] ids = new String[CUSTOMERS];
    int[] age = new int[CUSTOMERS];
    for (int c = 0; c < CUSTOMERS; c++) {
      ids[c] = id('c', c);
      age[c] = c % 80;
    }
    customers =
        Table.create(
            "customers", StringColumn.create("customer_id", ids), IntColumn.create("age", age));
    revenue =
        Table.create(
            "revenue",
            StringColumn.create("id", person),
            StringColumn.create("month", month),
            DoubleColumn.create("revenue", amount));
  }

  private static String id(char kind, int number) {
    // spread over the digits as real hashes are
    return kind + Long.toHexString((number + 1) * 0x9E3779B97F4A7C15L);
  }

  /** A million payments to half a million orders: sum, count and mode. */
  @Benchmark
  public Table aggregate() {
    return Aggregate.by(payments, "order_id").sum("value").count("n").mode("type").toTable();
  }

  /** A million rows with a customer each, many-to-one. */
  @Benchmark
  public Table join() {
    return Join.left(orders).manyToOne(customers, "customer_id").toTable();
  }

  /** The payments aggregated and joined to a million rows. */
  @Benchmark
  public Table joinAggregated() {
    return Join.left(orders)
        .with(Aggregate.by(payments, "order_id").sum("value"))
        .manyToOne(customers, "customer_id")
        .toTable();
  }

  /** A million cells to three columns. */
  @Benchmark
  public Table wide() {
    return Wide.from(revenue).id("id").period("month").value("revenue").toTable();
  }
}
