package io.github.churnseg.cluster;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What groups are: a row a group with its size, its share and its centre. Immutable. */
public final class GroupReport implements SegmentReport {

  private final List<String> columns;
  private final double[][] centres;
  private final int[] sizes;
  private final String origin;

  GroupReport(List<String> columns, double[][] centres, int[] sizes, String origin) {
    this.columns = columns;
    this.centres = centres;
    this.sizes = sizes;
    this.origin = origin;
  }

  static List<SegmentLabel> labels(int k) {
    return IntStream.rangeClosed(1, k)
        .mapToObj(group -> new SegmentLabel(Integer.toString(group)))
        .toList();
  }

  private double share(int group) {
    return (double) sizes[group] / Arrays.stream(sizes).sum();
  }

  @Override
  public Table toTable() {
    Table table =
        Table.create(
            "groups",
            StringColumn.create("segment", labels(sizes.length).stream().map(SegmentLabel::name)),
            IntColumn.create("customers", sizes.clone()),
            DoubleColumn.create(
                "share", IntStream.range(0, sizes.length).mapToDouble(this::share).toArray()));
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      table.addColumns(
          DoubleColumn.create(
              columns.get(j), Arrays.stream(centres).mapToDouble(c -> c[column]).toArray()));
    }
    return table;
  }

  /** The table, and how the groups were found. */
  @Override
  public String toString() {
    List<String> header = new ArrayList<>(List.of("segment", "customers", "share"));
    header.addAll(columns);
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int group = 0; group < sizes.length; group++) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(group + 1)));
      cells.add(String.format(Locale.ROOT, "%,d", sizes[group]));
      cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * share(group)));
      Arrays.stream(centres[group]).forEach(value -> cells.add(GroupWords.number(value)));
      table.row(cells.toArray(String[]::new));
    }
    StringBuilder text = new StringBuilder(table.toString());
    GroupWords.wrap(text, origin);
    return text.toString();
  }
}
