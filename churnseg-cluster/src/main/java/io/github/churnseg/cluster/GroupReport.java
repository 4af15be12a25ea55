package io.github.churnseg.cluster;

import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentReport;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** What groups are: a row a group with its size, its share and its centre. Immutable. */
public final class GroupReport implements SegmentReport {

  private final GroupTable groups;
  private final String origin;

  GroupReport(List<String> columns, double[][] centres, int[] sizes, String origin) {
    this.groups = new GroupTable(columns, centres, sizes);
    this.origin = origin;
  }

  static List<SegmentLabel> labels(int k) {
    return IntStream.rangeClosed(1, k)
        .mapToObj(group -> new SegmentLabel(Integer.toString(group)))
        .toList();
  }

  @Override
  public Table toTable() {
    return groups.toTable("groups");
  }

  /** The table, and how the groups were found. */
  @Override
  public String toString() {
    return groups + TextWrap.wrap(origin, 0);
  }
}
