package io.github.churnseg;

import io.github.churnseg.data.CustomerTotals;
import io.github.churnseg.data.Purchase;
import io.github.churnseg.data.Transactions;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.Scorer;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import io.github.churnseg.model.Segmenter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The simplest parts a chain can have, and a log whose customers' cities tell who spends. */
public final class ToyChain {

  private static final LocalDateTime START = LocalDateTime.of(2025, 1, 1, 9, 0);

  private ToyChain() {}

  /** Customers from the first city spend ten times as much as others, four times of five. */
  public static Transactions log(int customers, int days, long seed) {
    return Transactions.from(purchases(customers, days, seed));
  }

  static List<Purchase> purchases(int customers, int days, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Purchase> lines = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      boolean big = random.nextBoolean();
      boolean typical = random.nextInt(5) > 0;
      String id = String.format(Locale.ROOT, "c%04d", customer);
      int orders = 1 + random.nextInt(4);
      for (int order = 0; order < orders; order++) {
        lines.add(
            new Purchase(
                id,
                id + "-" + order,
                START.plusDays(random.nextInt(days + 1)).plusMinutes(random.nextInt(600)),
                BigDecimal.valueOf((big ? 1000 : 100) + random.nextInt(90), 2),
                Map.of("city", big == typical ? "Riga" : "Porto"),
                Map.of()));
      }
    }
    return lines;
  }

  /** Total spent and orders. */
  public record Spend() implements FeatureExtractor<Transactions, CustomerFeatures> {
    @Override
    public CustomerFeatures extract(Transactions log) {
      CustomerTotals totals = log.totalsByCustomer();
      Table table = table(log);
      DoubleColumn spend = DoubleColumn.create("spend");
      DoubleColumn orders = DoubleColumn.create("orders");
      for (int customer = 0; customer < log.customers(); customer++) {
        spend.append(totals.amount(customer));
        orders.append(totals.orders(customer));
      }
      table.addColumns(spend, orders);
      return CustomerFeatures.from(table, c -> c.id("customer").numeric("spend", "orders"));
    }

    @Override
    public String toString() {
      return "spend and orders";
    }
  }

  private static Table table(Transactions log) {
    StringColumn ids = StringColumn.create("customer");
    for (int customer = 0; customer < log.customers(); customer++) {
      ids.append(log.customerId(customer));
    }
    return Table.create("customers", ids);
  }

  /** The city of the customer's last line. */
  public record City() implements FeatureExtractor<Transactions, CustomerFeatures> {
    @Override
    public CustomerFeatures extract(Transactions log) {
      String[] cities = new String[log.customers()];
      for (int line = 0; line < log.size(); line++) {
        cities[log.customer(line)] = log.text("city", line).orElseThrow();
      }
      Table table = table(log).addColumns(StringColumn.create("city", cities));
      return CustomerFeatures.from(table, c -> c.id("customer").categorical("city"));
    }
  }

  /** High where a column is above its mean, else low. */
  public record AboveMean(String column) implements Segmenter<CustomerFeatures> {
    @Override
    public SegmentModel<CustomerFeatures> fit(CustomerFeatures customers, Progress progress) {
      double sum = 0;
      for (double value : customers.numeric(column)) {
        sum += value;
      }
      progress.update("mean", 1);
      return new AboveModel(column, sum / customers.size(), Provenance.of(toString(), customers));
    }

    @Override
    public String toString() {
      return column + " above the mean";
    }
  }

  record AboveModel(String column, double limit, Provenance provenance)
      implements SegmentModel<CustomerFeatures> {
    @Override
    public List<SegmentLabel> labels() {
      return List.of(new SegmentLabel("high"), new SegmentLabel("low"));
    }

    @Override
    public Assignments assign(CustomerFeatures customers) {
      double[] values = customers.numeric(column);
      int[] labels = new int[values.length];
      for (int row = 0; row < labels.length; row++) {
        labels[row] = values[row] > limit ? 0 : 1;
      }
      return new Assignments(customers, labels(), labels);
    }

    @Override
    public SegmentReport report() {
      return new AboveReport(limit);
    }
  }

  /** Features of a kind that nothing here derives. */
  interface Rare extends CustomerFeatures {}

  /** Segments {@link Rare} features only. */
  record RareModel(Provenance provenance) implements SegmentModel<Rare> {
    @Override
    public List<SegmentLabel> labels() {
      return List.of(new SegmentLabel("all"));
    }

    @Override
    public Assignments assign(Rare customers) {
      return new Assignments(customers, labels(), new int[customers.size()]);
    }

    @Override
    public SegmentReport report() {
      return new AboveReport(0);
    }
  }

  record AboveReport(double limit) implements SegmentReport {
    @Override
    public Table toTable() {
      return Table.create("mean", StringColumn.create("segment", "high", "low"));
    }

    @Override
    public String toString() {
      return "high and low\n";
    }
  }

  /** The shares of the classes in each city. */
  public record Shares(boolean blind) implements Classifier {
    @Override
    public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
      List<String> cities = List.of("Porto", "Riga");
      int width = labels.classes().size();
      double[] shares = new double[cities.size() * width];
      double[] sizes = new double[cities.size()];
      for (int row = 0; row < customers.size(); row++) {
        int city =
            blind ? 0 : cities.indexOf(customers.categorical("city").value(row).orElseThrow());
        shares[city * width + labels.index(row)]++;
        sizes[city]++;
      }
      for (int at = 0; at < shares.length; at++) {
        shares[at] = (shares[at] + 1) / (sizes[at / width] + width);
      }
      progress.update("shares", 1);
      return new SharesModel(
          blind,
          labels.classes(),
          Arrays.stream(shares).boxed().toList(),
          Provenance.of("shares by city", customers, labels));
    }
  }

  record SharesModel(
      boolean blind, List<String> classes, List<Double> shares, Provenance provenance)
      implements ClassifierModel {
    @Override
    public Optional<String> positiveClass() {
      return Optional.empty();
    }

    @Override
    public FittedPreprocessing preprocessing() {
      throw new UnsupportedOperationException(Preprocessing.class.getName());
    }

    @Override
    public Predictions predict(CustomerFeatures customers) {
      double[] probabilities = new double[customers.size() * classes.size()];
      for (int at = 0; at < probabilities.length; at++) {
        int row = at / classes.size();
        boolean second =
            !blind && customers.categorical("city").value(row).orElseThrow().equals("Riga");
        probabilities[at] = shares.get((second ? classes.size() : 0) + at % classes.size());
      }
      return new Predictions(customers, classes, Optional.empty(), probabilities);
    }

    @Override
    public Scorer scorer() {
      throw new UnsupportedOperationException("not here");
    }
  }
}
