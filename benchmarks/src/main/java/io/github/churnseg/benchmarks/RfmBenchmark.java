package io.github.churnseg.benchmarks;

import io.github.churnseg.data.Transactions;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.time.LocalDate;
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
import org.openjdk.jmh.annotations.Warmup;

/** RFM from a log in memory, beside a bare loop that only sums the amounts of each customer. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class RfmBenchmark {

  @Param({"1000000", "10000000"})
  int rows;

  private Transactions log;
  private int[] customerOfLine;
  private long[] centsOfLine;

  /** Reads the file and lays the bare loop's arrays. */
  @Setup
  public void load() throws IOException {
    log =
        Transactions.csv(
                OrderFile.of(rows),
                c -> c.customer("customer").order("order").time("time").amount("amount"))
            .asOf(LocalDate.of(2026, 1, 1));
    customerOfLine = new int[log.size()];
    centsOfLine = new long[log.size()];
    for (int line = 0; line < log.size(); line++) {
      customerOfLine[line] = log.customer(line);
      centsOfLine[line] = Math.round(100 * log.amount(line));
    }
  }

  @Benchmark
  public RfmTable extract() {
    return Rfm.withDefaults().extract(log);
  }

  @Benchmark
  public long[] bareSum() {
    long[] sum = new long[log.customers()];
    for (int line = 0; line < customerOfLine.length; line++) {
      sum[customerOfLine[line]] += centsOfLine[line];
    }
    return sum;
  }
}
