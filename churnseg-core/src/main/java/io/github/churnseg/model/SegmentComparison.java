package io.github.churnseg.model;

import io.github.churnseg.internal.CrossCounts;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Two segmentations of the same customers side by side: who is where in both, and how much one says
 * of the other.
 *
 * <pre>{@code
 * System.out.println(SegmentComparison.of(byValue, byBehaviour));
 * }</pre>
 *
 * <p>Customers are matched by id; those who are in one of the two only are left out and counted.
 * Immutable. Time: one pass over the customers.
 */
public final class SegmentComparison {

  private final List<SegmentLabel> rows;
  private final List<SegmentLabel> columns;
  private final CrossCounts counts;
  private final int customers;
  private final int onlyInFirst;
  private final int onlyInSecond;

  SegmentComparison(
      List<SegmentLabel> rows,
      List<SegmentLabel> columns,
      CrossCounts counts,
      int onlyInFirst,
      int onlyInSecond) {
    this.rows = rows;
    this.columns = columns;
    this.counts = counts;
    this.customers = counts.all();
    this.onlyInFirst = onlyInFirst;
    this.onlyInSecond = onlyInSecond;
  }

  /**
   * Compares two segmentations.
   *
   * @param first the rows of the cross table
   * @param second the columns of the cross table
   * @return the comparison
   * @throws io.github.churnseg.InvalidDataException if they share no customer
   */
  public static SegmentComparison of(Assignments first, Assignments second) {
    List<Assignments> both = List.of(first, second);
    MatchedCustomers matched = MatchedCustomers.of(both);
    matched.checkNotEmpty(both);
    CrossCounts counts =
        CrossCounts.of(
            matched.labels(0, first),
            first.labels().size(),
            matched.labels(1, second),
            second.labels().size());
    return new SegmentComparison(
        first.labels(),
        second.labels(),
        counts,
        first.size() - matched.size(),
        second.size() - matched.size());
  }

  List<SegmentLabel> rows() {
    return rows;
  }

  List<SegmentLabel> columns() {
    return columns;
  }

  /**
   * The customers in both segmentations.
   *
   * @return customers, 1 or more
   */
  public int customers() {
    return customers;
  }

  /**
   * Customers that only the first segmentation has; they count nowhere.
   *
   * @return customers
   */
  public int onlyInFirst() {
    return onlyInFirst;
  }

  /**
   * Customers that only the second segmentation has; they count nowhere.
   *
   * @return customers
   */
  public int onlyInSecond() {
    return onlyInSecond;
  }

  /**
   * How many customers are in one segment of each.
   *
   * @param first a label of the first segmentation
   * @param second a label of the second segmentation
   * @return customers
   * @throws IllegalArgumentException if there is no such label; the message lists those there are
   */
  public int count(SegmentLabel first, SegmentLabel second) {
    return counts.count(index(rows, first), index(columns, second));
  }

  private static int index(List<SegmentLabel> labels, SegmentLabel label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("no segment '" + label + "'; there are " + labels);
    }
    return index;
  }

  /**
   * How alike the two are, by pairs of customers: 1 if they are the same but for names, around 0 if
   * they have nothing to do with one another (Hubert and Arabie 1985, doi:10.1007/BF01908075).
   *
   * @return at most 1; below 0 if they agree less than chance would
   */
  public double adjustedRand() {
    return counts.adjustedRand();
  }

  /**
   * What knowing a customer's segment in one tells of the segment in the other.
   *
   * @return nats, 0 or more
   */
  public double mutualInformation() {
    return counts.mutualInformation();
  }

  /**
   * Mutual information over the mean of the two entropies. Rises with the number of segments even
   * where chance rules; see {@link #adjustedMutualInformation()}.
   *
   * @return 0 to 1
   */
  public double normalisedMutualInformation() {
    return counts.normalisedMutualInformation();
  }

  /**
   * Mutual information less what chance would give, over the mean of the two entropies less the
   * same (Vinh, Epps, Bailey 2010).
   *
   * @return at most 1, around 0 for chance
   */
  public double adjustedMutualInformation() {
    return counts.adjustedMutualInformation();
  }

  /**
   * The cross table: the first column, {@code segment}, has the labels of the first segmentation;
   * then comes one column of customers for each label of the second.
   *
   * @return a new table
   */
  public Table toTable() {
    Table table =
        Table.create(
            "comparison",
            StringColumn.create(
                "segment", rows.stream().map(SegmentLabel::name).toArray(String[]::new)));
    for (int b = 0; b < columns.size(); b++) {
      int column = b;
      // A label may be called as the first column is.
      String name = columns.get(b).name();
      table.addColumns(
          IntColumn.create(
              name.equalsIgnoreCase("segment") ? name + " (second)" : name,
              IntStream.range(0, rows.size()).map(a -> counts.count(a, column)).toArray()));
    }
    return table;
  }

  /** The cross table, then the indices. */
  @Override
  public String toString() {
    int[] used = IntStream.range(0, columns.size()).filter(b -> counts.column(b) > 0).toArray();
    int shown = Math.min(used.length, 12);
    List<String> header = new ArrayList<>(List.of("segment"));
    Arrays.stream(used).limit(shown).forEach(b -> header.add(columns.get(b).name()));
    header.add("all");
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int a = 0; a < rows.size(); a++) {
      List<String> cells = new ArrayList<>(List.of(rows.get(a).name()));
      for (int b = 0; b < shown; b++) {
        cells.add(number(counts.count(a, used[b])));
      }
      cells.add(number(counts.row(a)));
      if (counts.row(a) > 0) {
        table.row(cells.toArray(String[]::new));
      }
    }
    return table + indices(used.length - shown);
  }

  private String indices(int hidden) {
    StringBuilder text = new StringBuilder();
    if (hidden > 0) {
      text.append("… ").append(hidden).append(" more columns in toTable()\n");
    }
    text.append(
        String.format(
            Locale.ROOT,
            "adjusted Rand %.3f, mutual information %.3f nats (normalised %.3f, adjusted %.3f)%n",
            adjustedRand(),
            mutualInformation(),
            normalisedMutualInformation(),
            adjustedMutualInformation()));
    text.append(String.format(Locale.ROOT, "%,d customers in both", customers));
    if (onlyInFirst + onlyInSecond > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; left out: %,d only in the first, %,d only in the second",
              onlyInFirst,
              onlyInSecond));
    }
    return text.append('\n').toString();
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
