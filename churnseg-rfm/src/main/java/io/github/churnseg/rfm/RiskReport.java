package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How many customers each risk tier was asked to have, and how many it has: equal weighted scores
 * share a tier, so the two differ where many customers have the same scores.
 *
 * @param weightR how much R counts in the weighted score
 * @param weightF how much F counts
 * @param weightM how much M counts
 * @param tiers the tiers, from the lowest weighted scores to the highest
 */
public record RiskReport(double weightR, double weightF, double weightM, List<Tier> tiers) {

  /**
   * Copies the tiers.
   *
   * @param weightR how much R counts in the weighted score
   * @param weightF how much F counts
   * @param weightM how much M counts
   * @param tiers the tiers, from the lowest weighted scores to the highest
   */
  public RiskReport {
    tiers = List.copyOf(tiers);
  }

  /**
   * One risk tier.
   *
   * @param name the tier
   * @param upTo its highest weighted score; scores above it are in the next tier
   * @param asked the share of customers it was asked to have, 0 to 1
   * @param actual the share it has, 0 to 1
   * @param customers the customers it has
   */
  public record Tier(String name, double upTo, double asked, double actual, int customers) {}

  /**
   * A table with the columns {@code risk}, {@code up_to}, {@code asked_share}, {@code share} and
   * {@code customers}.
   *
   * @return a new table, a row a tier
   */
  public Table toTable() {
    return Table.create(
        "risk",
        StringColumn.create("risk", tiers.stream().map(Tier::name).toList()),
        DoubleColumn.create("up_to", tiers.stream().mapToDouble(Tier::upTo).toArray()),
        DoubleColumn.create("asked_share", tiers.stream().mapToDouble(Tier::asked).toArray()),
        DoubleColumn.create("share", tiers.stream().mapToDouble(Tier::actual).toArray()),
        IntColumn.create("customers", tiers.stream().mapToInt(Tier::customers).toArray()));
  }

  /** A row a tier, and the weights. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("risk", "weighted score", "asked", "actual", "customers");
    for (Tier tier : tiers) {
      table.row(
          tier.name(),
          String.format(Locale.ROOT, "≤ %.4g", tier.upTo()),
          RfmText.percent(tier.asked()),
          RfmText.percent(tier.actual()),
          RfmText.count(tier.customers()));
    }
    return table + "weighted score = " + weightR + " R + " + weightF + " F + " + weightM + " M\n";
  }
}
