package io.github.churnseg.cluster;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What groups of customers are: size, centre in original units, what sets each apart, a sentence in
 * words, and a name that the numbers bear out.
 *
 * <pre>{@code
 * var profile = ClusterProfile.of(model.assign(rfm));
 * System.out.println(profile);
 * profile.named();            // the same customers, with the names for labels
 * }</pre>
 *
 * <p>Works for the assignments of any segmenter. Where there are columns {@code recency} (days,
 * less is better), {@code frequency} and {@code monetary}, names are those of customers' lives:
 * {@code loyal}, {@code promising}, {@code new}, {@code at risk}, {@code sleeping}, {@code lost}
 * and so on. Each is a set of claims, such as that the group is recent; a claim has to be true of
 * the group's median and of three in five of its customers, or the name is not given. Other
 * customers are named by the columns that set them apart, such as {@code high visits, low age}.
 *
 * <p>Immutable. Time: a sort of each column, and one a group. Memory: the numeric columns twice;
 * the profile keeps the customers and, sorted, the values of each group.
 */
public final class ClusterProfile {

  private final List<ProfiledGroup> groups;
  private final List<String> columns;
  private final Assignments assignments;

  private ClusterProfile(
      List<ProfiledGroup> groups, List<String> columns, Assignments assignments) {
    this.groups = List.copyOf(groups);
    this.columns = columns;
    this.assignments = assignments;
  }

  /**
   * Describes each group by the numeric columns of its customers. Missing values do not count.
   *
   * @param assignments customers and their groups
   * @return the profile; groups without customers are left out
   * @throws InvalidDataException if there is no customer or no numeric column
   */
  public static ClusterProfile of(Assignments assignments) {
    List<String> columns = assignments.customers().numericColumns();
    if (assignments.size() == 0 || columns.isEmpty()) {
      throw new InvalidDataException(
          "%d customers with numeric columns %s; a profile needs at least one of each"
              .formatted(assignments.size(), columns));
    }
    ProfileData data = ProfileData.of(assignments);
    List<ProfiledGroup> groups = new ArrayList<>();
    for (int group = 0; group < data.groups(); group++) {
      groups.add(ProfiledGroup.of(data, group, assignments.size()));
    }
    return new ClusterProfile(GroupNames.tellApart(groups), columns, assignments);
  }

  /**
   * The groups.
   *
   * @return in the order of the labels
   */
  public List<ProfiledGroup> groups() {
    return groups;
  }

  /**
   * One group.
   *
   * @param label its label in the assignments
   * @return what it is
   * @throws IllegalArgumentException if no customer has this label; the message lists those used
   */
  public ProfiledGroup group(SegmentLabel label) {
    return groups.stream()
        .filter(group -> group.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no customer is in '%s'; there are %s"
                        .formatted(label, groups.stream().map(ProfiledGroup::label).toList())));
  }

  /**
   * The same customers with the names of their groups for labels.
   *
   * @return new assignments, labels in the order of the groups
   */
  public Assignments named() {
    int[] groupOf = new int[assignments.labels().size()];
    for (int group = 0; group < groups.size(); group++) {
      groupOf[assignments.labels().indexOf(groups.get(group).label())] = group;
    }
    return new Assignments(
        assignments.customers(),
        groups.stream().map(group -> new SegmentLabel(group.name())).toList(),
        IntStream.range(0, assignments.size())
            .map(row -> groupOf[assignments.labelIndex(row)])
            .toArray());
  }

  /**
   * The figures, a row a group.
   *
   * @return a new table with the columns {@code segment}, {@code name}, {@code customers}, {@code
   *     share}, the mean of each feature under its own name, and {@code description}
   */
  public Table toTable() {
    Table table =
        Table.create(
            "profile",
            StringColumn.create("segment", groups.stream().map(g -> g.label().name())),
            StringColumn.create("name", groups.stream().map(ProfiledGroup::name)),
            IntColumn.create("customers", groups.stream().mapToInt(ProfiledGroup::customers)),
            DoubleColumn.create(
                "share", groups.stream().mapToDouble(ProfiledGroup::share).toArray()));
    for (String column : columns) {
      table.addColumns(
          DoubleColumn.create(
              "mean " + column, groups.stream().mapToDouble(g -> g.mean(column)).toArray()));
    }
    return table.addColumns(
        StringColumn.create("description", groups.stream().map(ProfiledGroup::sentence)));
  }

  /** The groups with their means, then a sentence about each. */
  @Override
  public String toString() {
    List<String> header = new ArrayList<>(List.of("segment", "name", "customers", "share"));
    columns.forEach(header::add);
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (ProfiledGroup group : groups) {
      List<String> cells = new ArrayList<>(List.of(group.label().name(), group.name()));
      cells.add(String.format(Locale.ROOT, "%,d", group.customers()));
      cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * group.share()));
      columns.forEach(column -> cells.add(GroupWords.number(group.mean(column))));
      table.row(cells.toArray(String[]::new));
    }
    StringBuilder text = new StringBuilder(table.toString());
    for (ProfiledGroup group : groups) {
      text.append(TextWrap.wrap(group.label() + ": " + group.sentence(), 2));
    }
    return text.toString();
  }
}
