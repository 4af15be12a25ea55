package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Cohorts as text: retention in percent, as many months as fit. */
final class CohortText {

  private static final int WIDTH = 100;
  private static final int GROUPS_SHOWN = 30;

  private CohortText() {}

  static String of(CohortTable whole) {
    if (whole.cohorts().isEmpty()) {
      return "no cohorts: nothing was bought up to " + whole.asOf() + "\n";
    }
    return "retention in % by months since the first purchase, as of "
        + whole.asOf()
        + "\n"
        + triangle(whole)
        + (whole.attribute().isPresent() ? groups(whole) : "");
  }

  private static String triangle(CohortTable whole) {
    List<String[]> rows = new ArrayList<>();
    for (YearMonth cohort : whole.cohorts()) {
      List<String> cells = new ArrayList<>();
      cells.add(cohort.toString());
      cells.add(mark(whole.observation(cohort, 0)) + count(whole.size(cohort)));
      for (int since = 1; since < whole.cohorts().size(); since++) {
        String share = percent(whole.retention(cohort, since));
        cells.add(share.isEmpty() ? "" : mark(whole.observation(cohort, since)) + share);
      }
      rows.add(cells.toArray(String[]::new));
    }
    List<String> all = new ArrayList<>(List.of("all", count(whole.customers())));
    for (int since = 1; since < whole.cohorts().size(); since++) {
      all.add(percent(whole.retention(since)));
    }
    rows.add(all.toArray(String[]::new));
    return fitted("cohort", rows)
        + "blank: not yet observed; ≥: that month was observed in part and may still grow;\n"
        + "all: only cohorts observed for that long\n";
  }

  private static String groups(CohortTable whole) {
    List<String[]> rows = new ArrayList<>();
    for (String value : whole.groups()) {
      if (rows.size() == GROUPS_SHOWN) {
        break;
      }
      CohortTable group = whole.group(value);
      List<String> cells = new ArrayList<>(List.of(value, count(group.customers())));
      for (int since = 1; since < whole.cohorts().size(); since++) {
        cells.add(percent(group.retention(since)));
      }
      rows.add(cells.toArray(String[]::new));
    }
    int more = whole.groups().size() - rows.size();
    return "\n"
        + fitted(whole.attribute().orElse(""), rows)
        + (more > 0 ? "… " + more + " more groups\n" : "");
  }

  /** As many months as fit, so that no figure is ever cut. */
  private static String fitted(String name, List<String[]> rows) {
    int columns = 2;
    int width = width(name, 0, rows) + 2 + width("customers", 1, rows);
    int all = rows.get(0).length;
    while (columns < all) {
      width += 2 + width(String.valueOf(columns - 1), columns, rows);
      if (width > WIDTH) {
        break;
      }
      columns++;
    }
    String[] header = new String[columns];
    header[0] = name;
    header[1] = "customers";
    for (int column = 2; column < columns; column++) {
      header[column] = String.valueOf(column - 1);
    }
    TextTable table = TextTable.of(header);
    for (String[] row : rows) {
      table.row(Arrays.copyOf(row, columns));
    }
    return table + (columns < all ? "… " + (all - columns) + " later months: see toTable()\n" : "");
  }

  private static int width(String head, int column, List<String[]> rows) {
    int width = head.length();
    for (String[] row : rows) {
      width = Math.max(width, row[column].length());
    }
    return width;
  }

  private static String mark(Observation observation) {
    return observation == Observation.PARTIAL ? "≥" : "";
  }

  private static String count(int customers) {
    return String.format(Locale.ROOT, "%,d", customers);
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()) : "";
  }
}
