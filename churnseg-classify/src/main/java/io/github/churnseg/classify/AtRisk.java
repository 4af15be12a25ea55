package io.github.churnseg.classify;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The customers who can still leave at a cut: those who bought less than the silence ago. */
final class AtRisk {

  private final CustomerFeatures customers;
  private final int[] numbers;
  private final double[] spend;
  private final double[] recency;
  private final int gone;
  private final int withoutFeatures;

  private AtRisk(
      CustomerFeatures customers,
      int[] numbers,
      CustomerTotals totals,
      long cut,
      int gone,
      int withoutFeatures) {
    this.customers = customers;
    this.numbers = numbers;
    this.spend = Arrays.stream(numbers).mapToDouble(totals::amount).toArray();
    this.recency =
        Arrays.stream(numbers).mapToDouble(who -> days(cut - totals.lastPurchase(who))).toArray();
    this.gone = gone;
    this.withoutFeatures = withoutFeatures;
  }

  private static double days(long millis) {
    return millis / 86_400_000.0;
  }

  static AtRisk of(
      Churn churn,
      FeatureExtractor<Transactions, ? extends CustomerFeatures> extractor,
      Transactions log,
      LocalDateTime cut) {
    Transactions known = churn.observed(log, cut);
    CustomerTotals totals = known.totalsByCustomer();
    long silentSince = Windows.millis(churn.silentSince(cut));
    boolean[] active = new boolean[totals.customers()];
    int gone = 0;
    int there = 0;
    for (int who = 0; who < active.length; who++) {
      boolean buyer = totals.orders(who) > 0;
      active[who] = buyer && totals.lastPurchase(who) > silentSince;
      there += active[who] ? 1 : 0;
      gone += buyer && !active[who] ? 1 : 0;
    }
    CustomerFeatures all = extractor.extract(known);
    int[] numberOfRow = new int[all.size()];
    for (int row = 0; row < numberOfRow.length; row++) {
      OptionalInt number = known.customerIds().find(all.id(row));
      numberOfRow[row] = number.isPresent() && active[number.getAsInt()] ? number.getAsInt() : -1;
    }
    int[] rows =
        IntStream.range(0, numberOfRow.length).filter(row -> numberOfRow[row] >= 0).toArray();
    int[] numbers = Arrays.stream(rows).map(row -> numberOfRow[row]).toArray();
    return new AtRisk(
        all.select(rows), numbers, totals, Windows.millis(cut), gone, there - rows.length);
  }

  CustomerFeatures customers() {
    return customers;
  }

  /** The customers' numbers in the log; nobody writes to them. */
  int[] numbers() {
    return numbers;
  }

  /** What each has spent in the observed time. */
  double[] spend() {
    return spend;
  }

  /** Days since the last purchase of each, as features. */
  CustomerFeatures recencyOnly() {
    IntStream rows = IntStream.range(0, customers.size());
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("customer", rows.mapToObj(customers::id)),
            DoubleColumn.create("recency", recency)),
        columns -> columns.id("customer").numeric("recency"));
  }

  int gone() {
    return gone;
  }

  int withoutFeatures() {
    return withoutFeatures;
  }
}
