package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.FeatureExtractor;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;

/**
 * Derives recency, frequency and monetary value of each customer from a purchase log.
 *
 * <pre>{@code
 * RfmTable rfm = Rfm.withDefaults().extract(log.asOf(LocalDate.of(2011, 12, 10)));
 * }</pre>
 *
 * <p>Recency is the number of whole days (24 hours, rounded down) from the last purchase to {@link
 * Transactions#observedThrough()}. A return (a line with a negative amount) lowers M and counts
 * into nothing else; a customer with returns only is no buyer and is left out, see {@link
 * RfmTable#withoutPurchase()}.
 *
 * <p>Immutable and safe to share between threads. One pass over the lines; {@link Frequency#DAYS}
 * and {@link Frequency#REPEAT_DAYS} take two more and four bytes a line while they run.
 */
public final class Rfm implements FeatureExtractor<Transactions, RfmTable> {

  private static final Rfm DEFAULTS = new Rfm(Frequency.ORDERS, Monetary.TOTAL);
  private static final long MILLIS_A_DAY = 24L * 60 * 60 * 1000;

  private final Frequency frequency;
  private final Monetary monetary;

  private Rfm(Frequency frequency, Monetary monetary) {
    this.frequency = frequency;
    this.monetary = monetary;
  }

  /**
   * F = distinct orders, M = total money: the convention of most shops and books.
   *
   * @return the extractor
   */
  public static Rfm withDefaults() {
    return DEFAULTS;
  }

  /**
   * The same extractor with another F.
   *
   * @param counted what F counts; {@link Frequency#ORDERS} by default
   * @return a new extractor
   */
  public Rfm frequency(Frequency counted) {
    return new Rfm(counted, monetary);
  }

  /**
   * The same extractor with another M.
   *
   * @param measured what M is; {@link Monetary#TOTAL} by default
   * @return a new extractor
   */
  public Rfm monetary(Monetary measured) {
    return new Rfm(frequency, measured);
  }

  /**
   * Derives one row a buyer, in the order in which the log first names them.
   *
   * @param log what was bought, cut at the date the numbers are to be true of
   * @return the table; empty if nobody bought anything
   * @throws io.github.churnseg.InvalidDataException if the log is empty and has no as-of date
   */
  @Override
  public RfmTable extract(Transactions log) {
    LocalDateTime observed = log.observedThrough();
    RfmConvention convention = RfmConvention.asOf(observed).frequency(frequency).monetary(monetary);
    CustomerTotals totals = log.totalsByCustomer();
    int[] buyers = Buyers.numbers(totals);
    int[] recency = new int[buyers.length];
    int[] orders = new int[buyers.length];
    double[] revenue = new double[buyers.length];
    long asOf = PurchaseDays.millis(observed);
    for (int row = 0; row < buyers.length; row++) {
      int customer = buyers[row];
      recency[row] = Math.toIntExact((asOf - totals.lastPurchase(customer)) / MILLIS_A_DAY);
      orders[row] = totals.orders(customer);
      revenue[row] = totals.amount(customer);
    }
    RfmColumns columns =
        new RfmColumns(
            recency,
            frequency(log, totals, buyers, orders),
            monetary == Monetary.TOTAL ? revenue : meanPerOrder(revenue, orders),
            orders,
            revenue);
    return new RfmTable(
        new Buyers(log.customerIds(), buyers),
        columns,
        convention,
        Buyers.returnsOnly(totals),
        () -> Optional.of(log.report()));
  }

  Frequency frequency() {
    return frequency;
  }

  Monetary monetary() {
    return monetary;
  }

  /** Whether the other extracts the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Rfm rfm && frequency == rfm.frequency && monetary == rfm.monetary;
  }

  @Override
  public int hashCode() {
    return frequency.hashCode() + 31 * monetary.hashCode();
  }

  private int[] frequency(Transactions log, CustomerTotals totals, int[] buyers, int[] orders) {
    if (frequency == Frequency.ORDERS) {
      return orders;
    }
    int[] counted = new int[buyers.length];
    if (frequency == Frequency.LINES) {
      Arrays.setAll(counted, row -> totals.lines(buyers[row]));
    } else {
      PurchaseDays days = new PurchaseDays(log);
      int first = frequency == Frequency.REPEAT_DAYS ? 1 : 0;
      Arrays.setAll(counted, row -> days.distinct(buyers[row]) - first);
    }
    return counted;
  }

  private static double[] meanPerOrder(double[] revenue, int[] orders) {
    double[] mean = new double[revenue.length];
    for (int row = 0; row < mean.length; row++) {
      mean[row] = orders[row] == 1 ? revenue[row] : Decimals.divide(revenue[row], orders[row]);
    }
    return mean;
  }

  /** What F and M are. */
  @Override
  public String toString() {
    return "RFM, " + RfmConvention.inWords(frequency, monetary);
  }
}
