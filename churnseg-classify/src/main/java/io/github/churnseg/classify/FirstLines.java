package io.github.churnseg.classify;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The lines of each buyer's first order. Package-private, so its arrays are shared, and nobody
 * writes to them.
 */
final class FirstLines {

  private static final int NONE = -1;

  /** Customer numbers, ascending. */
  final int[] buyers;

  /** When each first ordered. */
  final long[] moments;

  /** Money of each first order. */
  final double[] amounts;

  /** Customers of the log who only took things back. */
  final int withoutPurchase;

  /** Where the lines of each buyer begin, and where the last end. */
  private final int[] starts;

  private final int[] lines;

  private FirstLines(
      int[] buyers,
      long[] moments,
      double[] amounts,
      int withoutPurchase,
      int[] starts,
      int[] lines) {
    this.buyers = buyers;
    this.moments = moments;
    this.amounts = amounts;
    this.withoutPurchase = withoutPurchase;
    this.starts = starts;
    this.lines = lines;
  }

  static FirstLines of(Transactions log) {
    CustomerTotals totals = log.totalsByCustomer();
    int[] buyers =
        IntStream.range(0, totals.customers()).filter(who -> totals.orders(who) > 0).toArray();
    boolean[] seen = new boolean[totals.customers()];
    IntStream.range(0, log.size()).forEach(line -> seen[log.customer(line)] = true);
    int known = 0;
    for (boolean one : seen) {
      known += one ? 1 : 0;
    }
    long[] moments = Arrays.stream(buyers).mapToLong(totals::firstPurchase).toArray();
    return new Search(log, buyers, moments).found(known - buyers.length);
  }

  int size() {
    return buyers.length;
  }

  /** How many lines the first order of a row has. */
  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The lines of a row's first order. */
  IntStream lines(int row) {
    return Arrays.stream(lines, starts[row], starts[row + 1]);
  }

  /** Those who first ordered at a moment or before. */
  FirstLines noLaterThan(long moment) {
    int[] rows = IntStream.range(0, size()).filter(row -> moments[row] <= moment).toArray();
    int[] fewerStarts = new int[rows.length + 1];
    for (int at = 0; at < rows.length; at++) {
      fewerStarts[at + 1] = fewerStarts[at] + count(rows[at]);
    }
    return new FirstLines(
        Arrays.stream(rows).map(row -> buyers[row]).toArray(),
        Arrays.stream(rows).mapToLong(row -> moments[row]).toArray(),
        Arrays.stream(rows).mapToDouble(row -> amounts[row]).toArray(),
        withoutPurchase,
        fewerStarts,
        Arrays.stream(rows).flatMap(this::lines).toArray());
  }

  /** The passes over a log that find the lines. */
  private static final class Search {

    private final Transactions log;
    private final int[] buyers;
    private final long[] moments;
    private final int[] rowOfCustomer;

    /** Orders that begin at their customer's first moment, each with that customer. */
    private final LongOpenHashSet first = new LongOpenHashSet();

    Search(Transactions log, int[] buyers, long[] moments) {
      this.log = log;
      this.buyers = buyers;
      this.moments = moments;
      this.rowOfCustomer = new int[log.customers()];
      Arrays.fill(rowOfCustomer, NONE);
      for (int row = 0; row < buyers.length; row++) {
        rowOfCustomer[buyers[row]] = row;
      }
      for (int line = 0; line < log.size(); line++) {
        if (!log.isReturn(line) && isAtFirstMoment(line)) {
          first.add(key(line));
        }
      }
    }

    private boolean isAtFirstMoment(int line) {
      int row = rowOfCustomer[log.customer(line)];
      return row != NONE && log.epochMillis(line) == moments[row];
    }

    /** An order's id may be another customer's too, so both are asked for. */
    private long key(int line) {
      return (long) log.order(line) << Integer.SIZE | log.customer(line);
    }

    private boolean isPurchased(int line) {
      return !log.isReturn(line) && first.contains(key(line));
    }

    /** A discount stands at the moment of the order; what is taken back later is not known yet. */
    private boolean isPaid(int line) {
      return log.isReturn(line)
          ? isAtFirstMoment(line) && first.contains(key(line))
          : first.contains(key(line));
    }

    private int rowIf(IntPredicate wanted, int line) {
      return wanted.test(line) ? rowOfCustomer[log.customer(line)] : NONE;
    }

    FirstLines found(int withoutPurchase) {
      int[] starts = new int[buyers.length + 1];
      int[] all = IntStream.range(0, log.size()).filter(this::isPurchased).toArray();
      for (int line : all) {
        starts[rowOfCustomer[log.customer(line)] + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      int[] next = starts.clone();
      int[] lines = new int[all.length];
      for (int line : all) {
        lines[next[rowOfCustomer[log.customer(line)]]++] = line;
      }
      double[] amounts = log.totals(buyers.length, line -> rowIf(this::isPaid, line));
      return new FirstLines(buyers, moments, amounts, withoutPurchase, starts, lines);
    }
  }
}
