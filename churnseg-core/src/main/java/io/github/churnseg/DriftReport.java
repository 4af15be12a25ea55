package io.github.churnseg;

import io.github.churnseg.internal.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How far customers have moved from those a model was learnt from, feature by feature, score by
 * score and segment by segment.
 *
 * <p>The measure is the population stability index: the sum over bins of (share now - share then) ·
 * ln(share now / share then). Bins are tenths of the customers then for numbers, and levels for
 * texts; half a customer a bin is added to both, so that no empty bin makes it infinite. By custom
 * less than 0.1 is stable and 0.25 or more a large shift (N. Siddiqi, "Credit Risk Scorecards",
 * Wiley 2006): a rule of thumb that knows no number of customers. Among few customers chance alone
 * gives more than that, so each index stands beside the value that chance exceeds once in twenty
 * times (B. Yurdakul, J. Naranjo, "Statistical properties of the population stability index",
 * Journal of Risk Model Validation 14(4), 2020, doi:10.21314/JRMV.2020.227).
 *
 * @param rows one a column, features first
 */
public record DriftReport(List<Row> rows) {

  /** From this index on a column has moved (Siddiqi 2006). */
  private static final double MODERATE = 0.1;

  /** From this index on a column has moved far (Siddiqi 2006). */
  private static final double LARGE = 0.25;

  /**
   * Copies the list.
   *
   * @param rows one a column
   */
  public DriftReport {
    rows = List.copyOf(rows);
  }

  /** How far a column has moved. */
  public enum Verdict {
    /** Below 0.1. */
    STABLE,
    /** 0.1 or more, but no more than chance gives among so few customers. */
    CHANCE,
    /** 0.1 to 0.25. */
    MODERATE,
    /** 0.25 or more: fit again, or find out why. */
    LARGE
  }

  /**
   * One column.
   *
   * @param kind {@code feature}, {@code score}, {@code segment} or {@code newcomer}
   * @param name the column, or the segmenter whose segments these are
   * @param index the population stability index, 0 or more
   * @param byChance what it exceeds once in twenty times where nothing has changed
   */
  public record Row(String kind, String name, double index, double byChance) {

    /**
     * What to make of it.
     *
     * @return how far the column has moved
     */
    public Verdict verdict() {
      if (index < DriftReport.MODERATE) {
        return Verdict.STABLE;
      }
      if (index <= byChance) {
        return Verdict.CHANCE;
      }
      return index < DriftReport.LARGE ? Verdict.MODERATE : Verdict.LARGE;
    }
  }

  /**
   * One column's row.
   *
   * @param kind {@code feature}, {@code score}, {@code segment} or {@code newcomer}
   * @param name the column, or the segmenter whose segments are meant
   * @return the row, or nothing if there is none
   */
  public Optional<Row> of(String kind, String name) {
    return rows.stream().filter(row -> row.kind.equals(kind) && row.name.equals(name)).findFirst();
  }

  /**
   * A table with the columns {@code kind}, {@code name}, {@code psi}, {@code by_chance} and {@code
   * verdict}.
   *
   * @return a new table, a row a column
   */
  public Table toTable() {
    return Table.create(
        "drift",
        StringColumn.create("kind", rows.stream().map(Row::kind).toList()),
        StringColumn.create("name", rows.stream().map(Row::name).toList()),
        DoubleColumn.create("psi", rows.stream().mapToDouble(Row::index).toArray()),
        DoubleColumn.create("by_chance", rows.stream().mapToDouble(Row::byChance).toArray()),
        StringColumn.create("verdict", rows.stream().map(DriftReport::verdict).toList()));
  }

  private static String verdict(Row row) {
    return row.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** The index of each column, what chance gives, and what to make of it. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("", "column", "PSI", "by chance", "verdict");
    for (Row row : rows) {
      table.row(
          row.kind,
          row.name,
          String.format(Locale.ROOT, "%.3f", row.index),
          String.format(Locale.ROOT, "%.3f", row.byChance),
          verdict(row));
    }
    return table.toString();
  }
}
