package io.github.churnseg.benchmarks;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmSegments;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * An order file to R, F, M and quintile scores of every customer, from a file in the page cache.
 *
 * <p>All three do the same: read four typed columns, find last purchase, distinct orders and sum of
 * each customer, cut each of the three at its quintiles, give every customer three scores. Tablesaw
 * does the first half only: it has no scores, and it cannot count distinct orders in a summary of
 * so many groups, so it counts lines.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 20)
@Measurement(iterations = 15)
@SuppressWarnings("NullAway.Init")
public class OrderFileBenchmark {

  private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
  private static final String RFM_SQL =
      """
      with customers as (
        select customer, date_diff('day', max(time), timestamp '2026-01-01') r,
               count(distinct "order") f, sum(amount) m
        from read_csv('%s', header = true, delim = ',', auto_detect = false,
          columns = {'customer': 'VARCHAR', 'order': 'VARCHAR', 'time': 'TIMESTAMP',
                     'amount': 'DECIMAL(18,2)'})
        group by customer),
      cuts as (
        select quantile_cont(r, [.2, .4, .6, .8]) rc, quantile_cont(f, [.2, .4, .6, .8]) fc,
               quantile_cont(m, [.2, .4, .6, .8]) mc
        from customers)
      select customer, r, f, m,
        5 - len(list_filter(rc, c -> r > c)) rs,
        1 + len(list_filter(fc, c -> f > c)) fs,
        1 + len(list_filter(mc, c -> m > c)) ms
      from customers, cuts
      """;

  @Param({"1000000", "10000000"})
  int rows;

  private Path file;
  private Connection duck;

  @Setup
  public void prepare() throws IOException, SQLException {
    file = OrderFile.of(rows);
    duck = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = duck.createStatement()) {
      statement.execute("set threads = 2");
    }
  }

  @TearDown
  public void close() throws SQLException {
    duck.close();
  }

  @Benchmark
  public Object churnseg() throws IOException {
    Transactions log =
        Transactions.csv(
            file, c -> c.customer("customer").order("order").time("time").amount("amount"));
    var rfm = Rfm.withDefaults().extract(log.asOf(AS_OF));
    return RfmSegments.quintiles().fit(rfm).scores(rfm);
  }

  @Benchmark
  public void duckdb(Blackhole sink) throws SQLException {
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(RFM_SQL.formatted(file))) {
      while (result.next()) {
        sink.consume(result.getString(1));
        for (int column = 2; column <= 7; column++) {
          sink.consume(result.getDouble(column));
        }
      }
    }
  }

  @Benchmark
  public Object tablesawHalfOfIt() {
    ColumnType[] types = {
      ColumnType.STRING, ColumnType.STRING, ColumnType.LOCAL_DATE_TIME, ColumnType.DOUBLE
    };
    Table lines =
        Table.read()
            .csv(
                CsvReadOptions.builder(file.toFile())
                    .columnTypes(types)
                    .dateTimeFormat(
                        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)));
    // Grouping by text fails beyond 65,534 groups unless the rows of a group stand together.
    return lines
        .sortOn("customer")
        .summarize("amount", AggregateFunctions.sum, AggregateFunctions.count)
        .by("customer");
  }
}
