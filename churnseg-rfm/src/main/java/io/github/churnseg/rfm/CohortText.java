package io.github.churnseg.rfm;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Cohorts as text: retention in percent, as many months as fit. */
final class CohortText {

  private static final int GROUPS_SHOWN = 30;
  private static final String LATER = "later months";

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
    WideText table = table("cohort", whole);
    for (YearMonth cohort : whole.cohorts()) {
      List<String> cells = new ArrayList<>();
      cells.add(cohort.toString());
      cells.add(mark(whole.observation(cohort, 0)) + count(whole.size(cohort)));
      for (int since = 1; since < whole.cohorts().size(); since++) {
        String share = percent(whole.retention(cohort, since));
        cells.add(share.isEmpty() ? "" : mark(whole.observation(cohort, since)) + share);
      }
      table.row(cells);
    }
    List<String> all = new ArrayList<>(List.of("all", count(whole.customers())));
    for (int since = 1; since < whole.cohorts().size(); since++) {
      all.add(percent(whole.retention(since)));
    }
    table.row(all);
    return table.text(LATER)
        + "blank: not yet observed; ≥: that month was observed in part and may still grow;\n"
        + "all: only cohorts observed for that long\n";
  }

  private static String groups(CohortTable whole) {
    WideText table = table(whole.attribute().orElse(""), whole);
    int shown = Math.min(GROUPS_SHOWN, whole.groups().size());
    for (String value : whole.groups().subList(0, shown)) {
      CohortTable group = whole.group(value);
      List<String> cells = new ArrayList<>(List.of(value, count(group.customers())));
      for (int since = 1; since < whole.cohorts().size(); since++) {
        cells.add(percent(group.retention(since)));
      }
      table.row(cells);
    }
    int more = whole.groups().size() - shown;
    return "\n" + table.text(LATER) + (more > 0 ? "… " + more + " more groups\n" : "");
  }

  private static WideText table(String name, CohortTable whole) {
    List<String> head = new ArrayList<>(List.of(name, "customers"));
    for (int since = 1; since < whole.cohorts().size(); since++) {
      head.add(Integer.toString(since));
    }
    return new WideText(head);
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
