package io.github.churnseg.benchmarks;

import io.github.churnseg.data.Transactions;
import java.io.IOException;
import java.util.Locale;

/** Prints the heap that a loaded log keeps, in bytes a row: {@code HeapOfLog 10000000}. */
public final class HeapOfLog {

  private HeapOfLog() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int rows = Integer.parseInt(args[0]);
    OrderFile.of(rows);
    long before = used();
    Transactions log = load(rows);
    double bytes = (double) (used() - before) / log.size();
    System.out.printf(Locale.ROOT, "%,d rows: %.1f bytes of heap a row%n", log.size(), bytes);
  }

  private static Transactions load(int rows) throws IOException {
    return Transactions.csv(
        OrderFile.of(rows),
        c -> c.customer("customer").order("order").time("time").amount("amount"));
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      System.gc();
      Thread.sleep(200);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
