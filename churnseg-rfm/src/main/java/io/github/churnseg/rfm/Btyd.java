package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.CompensatedSum;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Derives what the "buy till you die" models (Pareto/NBD, BG/NBD, Gamma-Gamma) are fitted to; these
 * numbers have the names of RFM and other meanings.
 *
 * <pre>{@code
 * BtydTable summary = Btyd.daily().extract(log.asOf(LocalDate.of(1997, 9, 30)));
 * }</pre>
 *
 * <ul>
 *   <li>{@code frequency}: repeat days, that is distinct days with a purchase after the first;
 *   <li>{@code recency}: days from the first purchase to the last, 0 for one-time buyers;
 *   <li>{@code T}: days from the first purchase to the as-of date;
 *   <li>{@code monetary}: money a repeat day, the first day left out; 0 for one-time buyers.
 * </ul>
 *
 * <p>Days are calendar days, so {@code recency} is never above {@code T}. What was taken back is
 * subtracted: on the first day from the first day's money, later from that of the repeat days.
 * Immutable and safe to share between threads; near linear in the lines. After Fader, Hardie and
 * Lee (2005), <a href="https://doi.org/10.1287/mksc.1040.0098">doi:10.1287/mksc.1040.0098</a>.
 */
public final class Btyd implements FeatureExtractor<Transactions, BtydTable> {

  private static final Btyd DAILY = new Btyd();

  private Btyd() {}

  /**
   * Counts in days; all purchases of a day are one.
   *
   * @return the extractor
   */
  public static Btyd daily() {
    return DAILY;
  }

  /**
   * Derives one row a buyer, in the order in which the log first names them.
   *
   * @param log what was bought, cut at the end of the calibration period
   * @return the table; empty if nobody bought anything
   * @throws io.github.churnseg.InvalidDataException if the log is empty and has no as-of date
   */
  @Override
  public BtydTable extract(Transactions log) {
    LocalDateTime asOf = log.observedThrough();
    PurchaseDays days = new PurchaseDays(log);
    CustomerTotals totals = log.totalsByCustomer();
    double[] firstDayOf = firstDayMoney(log, days);
    int[] buyers = IntStream.range(0, log.customers()).filter(days::any).toArray();
    int[] firstDay = Arrays.stream(buyers).map(days::first).toArray();
    int end = PurchaseDays.day(PurchaseDays.millis(asOf));
    BtydColumns columns =
        BtydColumns.of(
            Arrays.stream(buyers).map(customer -> days.distinct(customer) - 1).toArray(),
            IntStream.range(0, buyers.length)
                .map(row -> days.last(buyers[row]) - firstDay[row])
                .toArray(),
            Arrays.stream(firstDay).map(first -> end - first).toArray(),
            Arrays.stream(buyers).mapToDouble(totals::amount).toArray(),
            row -> firstDayOf[buyers[row]]);
    return new BtydTable(new Buyers(log.customerIds(), buyers), columns, Optional.of(asOf));
  }

  private static double[] firstDayMoney(Transactions log, PurchaseDays days) {
    double[] sum = new double[log.customers()];
    double[] rest = new double[log.customers()];
    for (int line = 0; line < log.size(); line++) {
      int customer = log.customer(line);
      if (days.any(customer) && PurchaseDays.day(log.epochMillis(line)) <= days.first(customer)) {
        CompensatedSum.add(sum, rest, customer, log.amount(line));
      }
    }
    Arrays.setAll(sum, customer -> sum[customer] + rest[customer]);
    return sum;
  }

  /** What is derived. */
  @Override
  public String toString() {
    return "BTYD summary, in days";
  }
}
