package io.github.churnseg.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names for groups, each held against the numbers. */
final class GroupNames {

  /** A claim has to be true of so many of the group's customers, and of its median. */
  private static final double MOST = 0.6;

  /** Difference in standard deviations from which a column gives a group its name. */
  private static final double TELLING = 0.5;

  private final Map<String, ColumnValues> all;
  private final Map<String, ColumnValues> own;

  private GroupNames(Map<String, ColumnValues> all, Map<String, ColumnValues> own) {
    this.all = all;
    this.own = own;
  }

  static boolean isRfm(Map<String, ColumnValues> columns) {
    return columns.keySet().containsAll(List.of("recency", "frequency", "monetary"));
  }

  static String name(
      Map<String, ColumnValues> all,
      Map<String, ColumnValues> own,
      List<Distinction> distinctions) {
    return isRfm(own) ? new GroupNames(all, own).rfm() : plain(distinctions);
  }

  private static String plain(List<Distinction> distinctions) {
    List<String> parts =
        distinctions.stream()
            .filter(d -> Math.abs(d.difference()) >= TELLING)
            .limit(2)
            .map(d -> (d.difference() > 0 ? "high " : "low ") + d.column())
            .toList();
    return parts.isEmpty() ? "typical" : String.join(", ", parts);
  }

  private String rfm() {
    boolean recent = isLow("recency", 0.5);
    boolean late = isHigh("recency", 0.5);
    boolean gone = isHigh("recency", 0.75);
    boolean frequent = isHigh("frequency", 0.5);
    boolean large = isHigh("monetary", 0.5);
    boolean once = boughtOnce();
    if (recent) {
      return once
          ? "new"
          : frequent && large
              ? "loyal"
              : frequent ? "regular" : large ? "big spender" : "promising";
    }
    if (late) {
      return frequent ? "at risk" : gone ? "lost" : large ? "cooling big spender" : "sleeping";
    }
    return frequent && large ? "good" : once ? "one-time" : large ? "large baskets" : "average";
  }

  /** That the median and most of the group are below a quantile of all customers. */
  private boolean isLow(String column, double quantile) {
    ColumnValues group = values(own, column);
    ColumnValues everybody = values(all, column);
    double limit = limit(everybody, quantile);
    return everybody.rank(group.median()) < quantile && group.below(limit) >= MOST;
  }

  /** That the median and most of the group are above a quantile of all customers. */
  private boolean isHigh(String column, double quantile) {
    ColumnValues group = values(own, column);
    ColumnValues everybody = values(all, column);
    double limit = limit(everybody, quantile);
    return everybody.rank(group.median()) > quantile && 1 - group.notAbove(limit) >= MOST;
  }

  private static double limit(ColumnValues values, double quantile) {
    return values.quantile(quantile);
  }

  /** That the typical customer has the smallest count there is, and most have. */
  private boolean boughtOnce() {
    ColumnValues group = values(own, "frequency");
    double least = values(all, "frequency").least();
    return least <= 1 && group.median() <= 1 && group.notAbove(1) >= MOST;
  }

  private static ColumnValues values(Map<String, ColumnValues> columns, String column) {
    return columns.getOrDefault(column, new ColumnValues(new double[0]));
  }

  /** Groups of one name get the column that tells them apart best, with their values of it. */
  static List<ProfiledGroup> tellApart(List<ProfiledGroup> groups) {
    Map<String, List<ProfiledGroup>> byName = new HashMap<>();
    groups.forEach(g -> byName.computeIfAbsent(g.name(), n -> new ArrayList<>()).add(g));
    Set<String> taken = new HashSet<>();
    List<ProfiledGroup> named = new ArrayList<>();
    for (ProfiledGroup group : groups) {
      List<ProfiledGroup> same = byName.getOrDefault(group.name(), List.of(group));
      String name = group.name();
      if (same.size() > 1) {
        String column = widest(same);
        name += " (" + column + " " + GroupWords.number(group.mean(column)) + ")";
      }
      // Only where even the value is the same.
      String unique = taken.add(name) ? name : name + " #" + group.label();
      taken.add(unique);
      named.add(group.called(unique));
    }
    return named;
  }

  private static String widest(List<ProfiledGroup> same) {
    return same.get(0).distinctions().stream()
        .map(Distinction::column)
        .sorted()
        .max(Comparator.comparingDouble(column -> range(same, column)))
        .orElseThrow();
  }

  private static double range(List<ProfiledGroup> same, String column) {
    double[] differences =
        same.stream()
            .flatMap(group -> group.distinctions().stream())
            .filter(distinction -> distinction.column().equals(column))
            .mapToDouble(Distinction::difference)
            .sorted()
            .toArray();
    return differences[differences.length - 1] - differences[0];
  }
}
