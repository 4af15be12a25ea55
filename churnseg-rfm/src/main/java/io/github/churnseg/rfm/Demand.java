package io.github.churnseg.rfm;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.FeatureExtractor;
import java.util.Optional;

/**
 * Derives what ABC-XYZ needs: revenue, orders and their variation, one row a customer. Immutable
 * and safe to share between threads.
 *
 * <pre>{@code
 * DemandTable demand = Demand.withDefaults().extract(log.asOf(LocalDate.of(2018, 9, 1)));
 * }</pre>
 *
 * <p>Revenue is the sum of all lines, returns netted. The total of an order is the sum of its
 * lines, so a return booked under the order it takes back lowers that order, and a return booked
 * under a number of its own lowers the revenue only. A customer without any purchase is no row; the
 * table says how many those are. Each line is counted once; cost: linear in the lines.
 */
public final class Demand implements FeatureExtractor<Transactions, DemandTable> {

  private static final Demand DEFAULTS = new Demand(Variation.ORDER_TOTALS);

  private final Variation variation;

  private Demand(Variation variation) {
    this.variation = variation;
  }

  /**
   * Measures variation by {@link Variation#ORDER_TOTALS}.
   *
   * @return the plan
   */
  public static Demand withDefaults() {
    return DEFAULTS;
  }

  /**
   * Measures variation otherwise.
   *
   * @param measure what varies
   * @return a new plan
   */
  public Demand variation(Variation measure) {
    return new Demand(measure);
  }

  Variation variation() {
    return variation;
  }

  @Override
  public DemandTable extract(Transactions log) {
    CustomerTotals totals = log.totalsByCustomer();
    int[] buyers = Buyers.numbers(totals);
    double[] revenue = new double[buyers.length];
    int[] orders = new int[buyers.length];
    double[] spread = new double[buyers.length];
    VariationMeter meter = new VariationMeter(log, variation);
    for (int row = 0; row < buyers.length; row++) {
      revenue[row] = totals.amount(buyers[row]);
      orders[row] = totals.orders(buyers[row]);
      spread[row] = meter.of(buyers[row]);
    }
    return new DemandTable(
        new Buyers(log.customerIds(), buyers),
        revenue,
        orders,
        spread,
        variation,
        Optional.of(log.observedThrough()),
        () -> Optional.of(log.report()),
        Buyers.returnsOnly(totals));
  }

  /** What is derived. */
  @Override
  public String toString() {
    return "revenue and the " + variation.description();
  }
}
