package io.github.churnseg.cluster;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A row a group, with its number from 1, its size, its share and its centre. Immutable. */
final class GroupTable {

  private final List<String> columns;
  private final double[][] centres;
  private final int[] sizes;

  /** Takes over its arguments. */
  GroupTable(List<String> columns, double[][] centres, int[] sizes) {
    this.columns = columns;
    this.centres = centres;
    this.sizes = sizes;
  }

  Table toTable(String name) {
    int k = sizes.length;
    Table table =
        Table.create(
            name,
            StringColumn.create("segment", IntStream.rangeClosed(1, k).mapToObj(Integer::toString)),
            IntColumn.create("customers", sizes.clone()),
            DoubleColumn.create("share", IntStream.range(0, k).mapToDouble(this::share).toArray()));
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      table.addColumns(
          DoubleColumn.create(
              columns.get(j), Arrays.stream(centres).mapToDouble(c -> c[column]).toArray()));
    }
    return table;
  }

  private double share(int group) {
    return (double) sizes[group] / Arrays.stream(sizes).asLongStream().sum();
  }

  /** The table, how the groups were found, and the warnings. */
  String text(String origin, List<String> warnings) {
    StringBuilder text = new StringBuilder(toString()).append(TextWrap.wrap(origin, 0));
    warnings.forEach(warning -> text.append(TextWrap.wrap("Warning: " + warning, 2)));
    return text.toString();
  }

  @Override
  public String toString() {
    List<String> header = new ArrayList<>(List.of("segment", "customers", "share"));
    header.addAll(columns);
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int group = 0; group < sizes.length; group++) {
      List<String> cells = new ArrayList<>(List.of(Integer.toString(group + 1)));
      cells.add(String.format(Locale.ROOT, "%,d", sizes[group]));
      cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * share(group)));
      Arrays.stream(centres[group]).forEach(value -> cells.add(GroupWords.decimals(value)));
      table.row(cells.toArray(String[]::new));
    }
    return table.toString();
  }
}
