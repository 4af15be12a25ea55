package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.util.Locale;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The scores of each customer, in the order the customers were given. Immutable; holds two bytes a
 * customer beside the customers themselves.
 */
public final class RfmScores {

  private static final int SHOWN = 10;

  private final RfmTable customers;
  private final RfmScoring scoring;
  private final short[] cellOfRow;

  RfmScores(RfmTable customers, RfmScoring scoring) {
    this.customers = customers;
    this.scoring = scoring;
    this.cellOfRow = scoring.cells(customers);
  }

  /**
   * The number of customers.
   *
   * @return rows
   */
  public int size() {
    return cellOfRow.length;
  }

  /**
   * The customers the scores are for.
   *
   * @return the table, in the same order
   */
  public RfmTable customers() {
    return customers;
  }

  /**
   * The scores of a row.
   *
   * @param row 0 to {@code size() - 1}
   * @return scores, segment, weighted score and risk tier
   */
  public RfmScore score(int row) {
    return scoring.score(cellOfRow[row]);
  }

  /**
   * The scores of a customer.
   *
   * @param id the customer
   * @return the scores, or nothing if the customer is not here
   */
  public Optional<RfmScore> of(String id) {
    var row = customers.rowOf(id);
    return row.isPresent() ? Optional.of(score(row.getAsInt())) : Optional.empty();
  }

  /**
   * A table with the columns {@code customer}, {@code recency}, {@code frequency}, {@code
   * monetary}, {@code r}, {@code f}, {@code m}, {@code code}, {@code segment}, {@code weighted} and
   * {@code risk}.
   *
   * @return a new table, a row a customer
   */
  public Table toTable() {
    int[][] scores = new int[3][size()];
    String[][] texts = new String[3][size()];
    double[] weighted = new double[size()];
    for (int row = 0; row < size(); row++) {
      RfmScore score = score(row);
      scores[0][row] = score.r();
      scores[1][row] = score.f();
      scores[2][row] = score.m();
      texts[0][row] = score.code();
      texts[1][row] = score.segment();
      texts[2][row] = score.risk();
      weighted[row] = score.weighted();
    }
    return customers
        .toTable()
        .setName("rfm scores")
        .addColumns(
            IntColumn.create("r", scores[0]),
            IntColumn.create("f", scores[1]),
            IntColumn.create("m", scores[2]),
            StringColumn.create("code", texts[0]),
            StringColumn.create("segment", texts[1]),
            DoubleColumn.create("weighted", weighted),
            StringColumn.create("risk", texts[2]));
  }

  /** The first customers, how many there are in all, and the convention. */
  @Override
  public String toString() {
    TextTable head =
        TextTable.of(
            "customer", "recency", "frequency", "monetary", "code", "segment", "weighted", "risk");
    for (int row = 0; row < Math.min(SHOWN, size()); row++) {
      RfmScore score = score(row);
      head.row(
          customers.id(row),
          Integer.toString(customers.recency(row)),
          Integer.toString(customers.frequency(row)),
          RfmText.money(customers.monetary(row)),
          score.code(),
          score.segment(),
          String.format(Locale.ROOT, "%.2f", score.weighted()),
          score.risk());
    }
    return head + RfmText.inAll(size(), SHOWN) + RfmText.footer(customers);
  }
}
