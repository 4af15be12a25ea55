package io.github.churnseg;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How well newcomers' segments are found, by customers the classifier had not seen, beside what
 * anybody finds who knows only how large the segments are.
 *
 * <p>Of each class the fifth of customers whose ids have the smallest hashes is held out, so the
 * same customers are held out whatever the order of the rows. The classifier that these figures
 * speak of has learnt from the others only; the one that is kept has learnt from all, and should be
 * no worse. The segments themselves were learnt with everybody: what is measured is finding a
 * segment, not its making. Customers are not split by time, for which {@code Churn} is there.
 *
 * @param trained customers the measured classifier has learnt from
 * @param heldOut customers it was measured on
 * @param leftOut customers who have come too recently to have a label, or have none; neither learnt
 *     from nor measured on
 * @param classes how many classes there are
 * @param classifier the figures of the classifier
 * @param baseline the figures of always saying the largest class of those learnt from, with the
 *     classes' shares as probabilities
 * @param gainError standard error of the difference between the two log-losses, over the customers
 *     held out
 */
public record HoldOut(
    int trained,
    int heldOut,
    int leftOut,
    int classes,
    Figures classifier,
    Figures baseline,
    double gainError) {

  /**
   * Quality figures.
   *
   * @param accuracy share of customers whose class is the most probable one
   * @param macroF1 mean of the classes' F1, each the harmonic mean of precision and recall and 0
   *     where both are; classes that nobody held out has count only if they were guessed
   * @param logLoss mean of -ln of the probability given to the true class, nats; of probabilities
   *     below 1e-15 that
   */
  public record Figures(double accuracy, double macroF1, double logLoss) {}

  /**
   * Whether the classifier's probabilities are worth more than the shares of the classes.
   *
   * @return true if its log-loss is smaller by more than two standard errors, so hardly by chance
   */
  public boolean beatsBaseline() {
    return baseline.logLoss - classifier.logLoss > 2 * gainError;
  }

  /**
   * A table with the columns {@code by}, {@code accuracy}, {@code macro_f1} and {@code log_loss}.
   *
   * @return a new table with a row for the classifier and one for the baseline
   */
  public Table toTable() {
    return Table.create(
        "hold-out",
        StringColumn.create("by", "classifier", "largest class"),
        column("accuracy", Figures::accuracy),
        column("macro_f1", Figures::macroF1),
        column("log_loss", Figures::logLoss));
  }

  private DoubleColumn column(String name, ToDoubleFunction<Figures> figure) {
    return DoubleColumn.create(
        name, figure.applyAsDouble(classifier), figure.applyAsDouble(baseline));
  }

  /** The figures, and on whom. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("hold-out", "accuracy", "macro F1", "log-loss");
    List.of("classifier", "largest class")
        .forEach(
            by -> {
              Figures figures = by.equals("classifier") ? classifier : baseline;
              table.row(
                  by, shown(figures.accuracy), shown(figures.macroF1), shown(figures.logLoss));
            });
    double gain = baseline.logLoss - classifier.logLoss;
    return table
        + String.format(
            Locale.ROOT,
            """
            %,d customers held out, %,d learnt from, %,d without a label yet; %d classes
            log-loss %s by %.3f ± %.3f (one standard error)%s
            The classifier that is kept has learnt from all %,d.
            """,
            heldOut,
            trained,
            leftOut,
            classes,
            gain < 0 ? "worse" : "better",
            Math.abs(gain),
            gainError,
            beatsBaseline() ? "" : ", which may be chance",
            heldOut + trained);
  }

  private static String shown(double figure) {
    return String.format(Locale.ROOT, "%.3f", figure);
  }
}
