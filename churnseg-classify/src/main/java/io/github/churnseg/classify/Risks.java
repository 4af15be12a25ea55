package io.github.churnseg.classify;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.Predictions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The risk of each customer: the probability of the positive class. Immutable and safe to share
 * between threads.
 */
public final class Risks {

  private static final int SHOWN = 10;

  private final Predictions predictions;
  private final Optional<double[]> spend;
  private final int gone;
  private final int withoutFeatures;

  /** Takes the array over; the caller forgets it. */
  Risks(Predictions predictions, Optional<double[]> spend, int gone, int withoutFeatures) {
    this.predictions = predictions;
    this.spend = spend;
    this.gone = gone;
    this.withoutFeatures = withoutFeatures;
  }

  /**
   * Takes any predictions as risks, such as those out of fold.
   *
   * @param predictions with a positive class
   * @return its probability for each customer
   * @throws IllegalArgumentException if no positive class was named
   */
  public static Risks of(Predictions predictions) {
    if (predictions.positiveClass().isEmpty()) {
      throw new IllegalArgumentException(
          "no class was named as the positive one; say which of %s with target(column, positive)"
              .formatted(predictions.classes()));
    }
    return new Risks(predictions, Optional.empty(), 0, 0);
  }

  /**
   * The number of customers.
   *
   * @return rows
   */
  public int size() {
    return predictions.size();
  }

  /**
   * The customer of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return the id
   */
  public String id(int row) {
    return predictions.id(row);
  }

  /**
   * The risk of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return a probability, 0 to 1
   */
  public double risk(int row) {
    return predictions.probability(row);
  }

  /**
   * The row of a customer.
   *
   * @param id the customer
   * @return its row, or nothing if the customer has no risk here
   */
  public OptionalInt rowOf(String id) {
    return predictions.customers().rowOf(id);
  }

  /**
   * What the customer of a row has spent, less returns, in the time the features are derived from.
   *
   * @param row 0 to {@code size() - 1}
   * @return money in the log's currency, or {@code NaN} where the risks do not come from a log
   */
  public double spend(int row) {
    Objects.checkIndex(row, size());
    return spend.map(money -> money[row]).orElse(Double.NaN);
  }

  boolean knowsSpend() {
    return spend.isPresent();
  }

  /**
   * The customers and their features.
   *
   * @return the features the risks were computed from, in the same order
   */
  public CustomerFeatures customers() {
    return predictions.customers();
  }

  /**
   * The probabilities of all classes.
   *
   * @return the predictions, in the same order
   */
  public Predictions predictions() {
    return predictions;
  }

  /**
   * Buyers who have been silent for too long already, and have no risk any more.
   *
   * @return customers; 0 where the risks do not come from a log
   */
  public int gone() {
    return gone;
  }

  /**
   * Customers who can still leave, but whom the extractor gave no row.
   *
   * @return customers; 0 where the risks do not come from a log
   */
  public int withoutFeatures() {
    return withoutFeatures;
  }

  /**
   * Chooses whom to contact.
   *
   * @param targets conditions, what to rank by, and how many
   * @return the customers, with the counts after each condition
   * @throws io.github.churnseg.InvalidDataException if a column is not there
   */
  public TargetList select(Targets targets) {
    return TargetList.of(this, targets);
  }

  /** Rows by falling risk; of equals, by the characters of the id. */
  List<Integer> byRisk() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer row) -> -risk(row)).thenComparing(this::id))
        .toList();
  }

  /**
   * A table with the columns {@code customer} and {@code risk}, and {@code spend} where it is
   * known.
   *
   * @return a new table, a row a customer, in the order of the customers
   */
  public Table toTable() {
    Table table =
        Table.create(
            "risks",
            StringColumn.create("customer", IntStream.range(0, size()).mapToObj(this::id)),
            DoubleColumn.create("risk", IntStream.range(0, size()).mapToDouble(this::risk)));
    spend.ifPresent(money -> table.addColumns(DoubleColumn.create("spend", money)));
    return table;
  }

  /** The customers with the highest risks, and how many there are in all. */
  @Override
  public String toString() {
    String[] header =
        knowsSpend()
            ? new String[] {"customer", "risk", "spend"}
            : new String[] {"customer", "risk"};
    TextTable table = TextTable.of(header);
    byRisk().stream()
        .limit(SHOWN)
        .forEach(
            row -> {
              String risk = String.format(Locale.ROOT, "%.3f", risk(row));
              String money = String.format(Locale.ROOT, "%,.2f", spend(row));
              table.row(
                  knowsSpend()
                      ? new String[] {id(row), risk, money}
                      : new String[] {id(row), risk});
            });
    return String.format(
        Locale.ROOT,
        "%s%s%,d customers; %,d gone already, %,d without features\n",
        table,
        SHOWN < size() ? "… " : "",
        size(),
        gone,
        withoutFeatures);
  }
}
