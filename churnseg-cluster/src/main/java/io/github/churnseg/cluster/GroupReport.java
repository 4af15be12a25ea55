package io.github.churnseg.cluster;

import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentReport;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** What groups are: a row a group with its size, its share and its centre. Immutable. */
public final class GroupReport implements SegmentReport {

  private final GroupTable groups;
  private final String origin;
  private final List<String> warnings;

  GroupReport(
      List<String> columns, double[][] centres, int[] sizes, String origin, List<String> warnings) {
    this.groups = new GroupTable(columns, centres, sizes);
    this.origin = origin;
    this.warnings = List.copyOf(warnings);
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

  /**
   * What a reader should know before trusting the groups: for Ward's method, that a column is
   * constant or makes up 80 % or more of the distances.
   *
   * @return sentences, none if all is well
   */
  @Override
  public List<String> warnings() {
    return warnings;
  }

  /** The table, how the groups were found, and the warnings. */
  @Override
  public String toString() {
    return groups.text(origin, warnings);
  }
}
