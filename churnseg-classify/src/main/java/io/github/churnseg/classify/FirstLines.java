package io.github.churnseg.classify;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
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
    int[] buyers = new int[totals.customers()];
    int count = 0;
    for (int who = 0; who < buyers.length; who++) {
      if (totals.orders(who) > 0) {
        buyers[count++] = who;
      }
    }
    buyers = Arrays.copyOf(buyers, count);
    long[] moments = new long[count];
    for (int row = 0; row < count; row++) {
      moments[row] = totals.firstPurchase(buyers[row]);
    }
    // Where everybody bought nobody can have taken back only.
    int known = count == totals.customers() ? count : customersWithLines(log);
    return new Search(log, buyers, moments).found(known - count);
  }

  private static int customersWithLines(Transactions log) {
    BitSet seen = new BitSet(log.customers());
    for (int line = 0; line < log.size(); line++) {
      seen.set(log.customer(line));
    }
    return seen.cardinality();
  }

  int size() {
    return buyers.length;
  }

  /** How many lines the first order of a row has. */
  int count(int row) {
    return starts[row + 1] - starts[row];
  }

  /** The first line of a row's first order. */
  int firstLine(int row) {
    return lines[starts[row]];
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

    /**
     * Of each order the customer whose first it is; where it is that of more, the first of them.
     */
    private final int[] firstOf;

    /** The orders that are the first of more than one customer, each with those others. */
    private final LongOpenHashSet more = new LongOpenHashSet(0);

    Search(Transactions log, int[] buyers, long[] moments) {
      this.log = log;
      this.buyers = buyers;
      this.moments = moments;
      this.rowOfCustomer = new int[log.customers()];
      Arrays.fill(rowOfCustomer, NONE);
      for (int row = 0; row < buyers.length; row++) {
        rowOfCustomer[buyers[row]] = row;
      }
      firstOf = new int[log.orders()];
      Arrays.fill(firstOf, NONE);
      for (int line = 0; line < log.size(); line++) {
        if (!log.isReturn(line) && isAtFirstMoment(line)) {
          addFirst(log.order(line), log.customer(line));
        }
      }
    }

    private void addFirst(int order, int customer) {
      if (firstOf[order] == NONE) {
        firstOf[order] = customer;
      } else if (firstOf[order] != customer) {
        more.add(key(order, customer));
      }
    }

    private boolean isAtFirstMoment(int line) {
      int row = rowOfCustomer[log.customer(line)];
      return row != NONE && log.epochMillis(line) == moments[row];
    }

    private boolean isOfFirst(int line) {
      int order = log.order(line);
      int customer = log.customer(line);
      return firstOf[order] == customer || (!more.isEmpty() && more.contains(key(order, customer)));
    }

    /** An order's id may be another customer's too, so both are asked for. */
    private static long key(int order, int customer) {
      return (long) order << Integer.SIZE | customer;
    }

    private boolean isPurchased(int line) {
      return !log.isReturn(line) && isOfFirst(line);
    }

    /** A discount stands at the moment of the order; what is taken back later is not known yet. */
    private boolean isPaid(int line) {
      return log.isReturn(line) ? isAtFirstMoment(line) && isOfFirst(line) : isOfFirst(line);
    }

    private int rowIf(IntPredicate wanted, int line) {
      return wanted.test(line) ? rowOfCustomer[log.customer(line)] : NONE;
    }

    FirstLines found(int withoutPurchase) {
      int[] starts = new int[buyers.length + 1];
      for (int line = 0; line < log.size(); line++) {
        if (isPurchased(line)) {
          starts[rowOfCustomer[log.customer(line)] + 1]++;
        }
      }
      for (int row = 0; row < buyers.length; row++) {
        starts[row + 1] += starts[row];
      }
      int[] next = starts.clone();
      int[] lines = new int[starts[buyers.length]];
      for (int line = 0; line < log.size(); line++) {
        if (isPurchased(line)) {
          lines[next[rowOfCustomer[log.customer(line)]]++] = line;
        }
      }
      double[] amounts = log.totals(buyers.length, line -> rowIf(this::isPaid, line));
      return new FirstLines(buyers, moments, amounts, withoutPurchase, starts, lines);
    }
  }
}
