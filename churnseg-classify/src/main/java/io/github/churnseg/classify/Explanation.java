package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Why a model gives a customer its probability, and what would change it; prints in words. {@link
 * Explainer} makes it.
 *
 * @param customer the id
 * @param className the class that is explained
 * @param probability what the model says, 0 to 1
 * @param base the mean probability of the background customers, which reasons move away from
 * @param threshold from which probability on a customer counts as of the class
 * @param reasonsFor what raises the probability most, strongest first
 * @param reasonsAgainst what lowers it most, strongest first
 * @param actionable what could be changed, as it was named
 * @param changes for each actionable column whose change alone crosses the threshold the smallest
 *     such change; the smallest of all first
 */
public record Explanation(
    String customer,
    String className,
    double probability,
    double base,
    double threshold,
    List<Reason> reasonsFor,
    List<Reason> reasonsAgainst,
    List<String> actionable,
    List<SuggestedChange> changes) {

  /**
   * Copies the lists.
   *
   * @param customer the id
   * @param className the class that is explained
   * @param probability what the model says, 0 to 1
   * @param base the mean probability of the background customers
   * @param threshold from which probability on a customer counts as of the class
   * @param reasonsFor what raises the probability most
   * @param reasonsAgainst what lowers it most
   * @param actionable what could be changed
   * @param changes the changes that cross the threshold
   */
  public Explanation {
    reasonsFor = List.copyOf(reasonsFor);
    reasonsAgainst = List.copyOf(reasonsAgainst);
    actionable = List.copyOf(actionable);
    changes = List.copyOf(changes);
  }

  /**
   * The smallest change of one actionable column that crosses the threshold.
   *
   * @return the change, or nothing where no single change does
   */
  public Optional<SuggestedChange> smallestChange() {
    return changes.stream().findFirst();
  }

  /**
   * A table with the columns {@code reason} ({@code for} or {@code against}), {@code column},
   * {@code value}, {@code typical} and {@code effect}.
   *
   * @return a new table, a row a reason
   */
  public Table toTable() {
    Table table =
        Table.create(
            "reasons",
            StringColumn.create("reason"),
            StringColumn.create("column"),
            StringColumn.create("value"),
            StringColumn.create("typical"),
            DoubleColumn.create("effect"));
    reasonsFor.forEach(reason -> append(table, "for", reason));
    reasonsAgainst.forEach(reason -> append(table, "against", reason));
    return table;
  }

  private static void append(Table table, String side, Reason reason) {
    table.stringColumn("reason").append(side);
    table.stringColumn("column").append(reason.column());
    table.stringColumn("value").append(reason.value());
    table.stringColumn("typical").append(reason.typical());
    table.doubleColumn("effect").append(reason.effect());
  }

  /** In words: the probability, the reasons for and against, and the smallest change. */
  @Override
  public String toString() {
    String side = probability >= threshold ? "at or above" : "below";
    String head =
        String.format(
            Locale.ROOT,
            "Customer %s: P(%s) = %.3f, %s the threshold %s; the mean customer has %.3f.",
            customer,
            className,
            probability,
            side,
            ColumnValues.shown(threshold),
            base);
    TextTable table = TextTable.of("", "column", "value", "typical", "points");
    reasonsFor.forEach(reason -> append(table, "for", reason));
    reasonsAgainst.forEach(reason -> append(table, "against", reason));
    return TextWrap.wrap(head, 2) + table + TextWrap.wrap(advice(), 2);
  }

  private static void append(TextTable table, String side, Reason reason) {
    table.row(
        side,
        reason.column(),
        reason.value(),
        reason.typical(),
        String.format(Locale.ROOT, "%+.1f", 100 * reason.effect()));
  }

  private String advice() {
    if (actionable.isEmpty()) {
      return "No column was named as actionable; name some with actionable(…).";
    }
    return smallestChange()
        .map(
            change ->
                String.format(
                    Locale.ROOT,
                    "Smallest single change that crosses it: %s from %s to %s, which gives %.3f.",
                    change.column(),
                    change.from(),
                    change.to(),
                    change.probability()))
        .orElse("No single change crosses it, of: " + String.join(", ", actionable) + ".");
  }
}
