package io.github.churnseg.data;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;

/** What a log holds, and how many of its customers are equal; counted in two passes. */
record LogFacts(
    int lines,
    int returnLines,
    int customers,
    int orders,
    long firstMillis,
    long lastMillis,
    double shareWithOneOrder,
    double shareOfMostCommonDay,
    double shareOfMostCommonAmount) {

  private static final long DAY = 86_400_000L;

  static LogFacts of(LineColumns columns) {
    int returns = 0;
    long first = Long.MAX_VALUE;
    BitSet customers = new BitSet(columns.customerIds().size());
    IntChunks order = columns.order();
    BitSet orders = new BitSet();
    for (int line = 0; line < columns.size(); line++) {
      returns += columns.amounts().isNegative(line) ? 1 : 0;
      first = Math.min(first, columns.epochMillis().get(line));
      customers.set(columns.customer().get(line));
      orders.set(order == null ? line : order.get(line));
    }
    CustomerTotals totals = new CustomerTotals(columns);
    int buyers = 0;
    int once = 0;
    long[] days = new long[totals.customers()];
    double[] amounts = new double[totals.customers()];
    for (int customer = 0; customer < totals.customers(); customer++) {
      if (totals.orders(customer) > 0) {
        once += totals.orders(customer) == 1 ? 1 : 0;
        days[buyers] = Math.floorDiv(totals.lastPurchase(customer), DAY);
        amounts[buyers] = totals.amount(customer);
        buyers++;
      }
    }
    return new LogFacts(
        columns.size(),
        returns,
        customers.cardinality(),
        orders.cardinality(),
        first,
        columns.lastMillis(),
        (double) once / buyers,
        (double) mostCommon(days, buyers) / buyers,
        (double) mostCommon(Arrays.stream(amounts).mapToLong(LogFacts::bits).toArray(), buyers)
            / buyers);
  }

  private static long bits(double amount) {
    return Double.doubleToLongBits(amount + 0.0); // -0.0 becomes 0.0
  }

  /** How often the most common of the first values occurs. */
  private static int mostCommon(long[] values, int count) {
    Long2IntOpenHashMap times = new Long2IntOpenHashMap();
    int most = 0;
    for (int i = 0; i < count; i++) {
      most = Math.max(most, times.addTo(values[i], 1) + 1);
    }
    return most;
  }
}
