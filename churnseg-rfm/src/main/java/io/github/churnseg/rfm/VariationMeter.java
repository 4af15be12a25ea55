package io.github.churnseg.rfm;

import io.github.churnseg.data.Transactions;

/** Measures how unsteady the customers of a log are. */
final class VariationMeter {

  private final Variation variation;
  private final CustomerOrders orders;
  private final PeriodDemand demand;

  /** The last month that counts as a period of demand: the last one observed whole. */
  private final int lastWhole;

  VariationMeter(Transactions log, Variation variation) {
    this.variation = variation;
    this.orders = new CustomerOrders(log);
    ObservedMonths months = ObservedMonths.of(log);
    this.lastWhole = months.lastIsWhole() ? months.last() : months.last() - 1;
    this.demand =
        variation == Variation.MONTHLY_DEMAND
            ? PeriodDemand.perMonth(log, orders, months, lastWhole)
            : PeriodDemand.perOrder(log, orders);
  }

  /** The variation of a customer with an order, or NaN. */
  double of(int customer) {
    int periods = demand.count(customer);
    if (orders.end(customer) - orders.start(customer) < 2) {
      return Double.NaN;
    }
    if (variation == Variation.MONTHLY_DEMAND) {
      periods = lastWhole - orders.firstMonth(customer) + 1;
      return periods < 2 ? Double.NaN : demand.spread(customer, periods).coefficientOfVariation();
    }
    Spread spread = demand.spread(customer, periods);
    return variation == Variation.ORDER_DEVIATION
        ? spread.standardDeviation()
        : spread.coefficientOfVariation();
  }
}
