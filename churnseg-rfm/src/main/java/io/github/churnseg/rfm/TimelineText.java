package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.SegmentLabel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the end of a {@link TimelineTable}: a block of customers and a block of orders. */
final class TimelineText {

  private static final int MONTHS_SHOWN = 12;
  private static final char NO_BREAK = '\u00a0';

  private TimelineText() {}

  private interface Figure {
    int of(YearMonth month, SegmentLabel segment);
  }

  static String of(TimelineTable timeline) {
    List<YearMonth> all = timeline.months();
    if (all.isEmpty()) {
      return "no months: nothing was bought up to " + timeline.asOf() + "\n";
    }
    List<YearMonth> shown = all.subList(Math.max(0, all.size() - MONTHS_SHOWN), all.size());
    return legend(timeline.segments())
        + (timeline.byTodaysSegments()
            ? "by the segments of today, which looks ahead: " + timeline.asOf() + "\n"
            : "by the segments of each month's end\n")
        + "\ncustomers at the month's end\n"
        + block(timeline, shown, timeline::customers)
        + "\norders in the month\n"
        + block(timeline, shown, timeline::orders)
        + (timeline.observation(all.get(all.size() - 1)) == Observation.PARTIAL
            ? "≥: observed up to " + timeline.asOf() + " only\n"
            : "")
        + (shown.size() < all.size()
            ? "… " + (all.size() - shown.size()) + " earlier months: see toTable()\n"
            : "");
  }

  /** Breaks between segments only. */
  private static String legend(List<SegmentLabel> segments) {
    StringBuilder legend = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      String name = segments.get(i).name().replace(' ', NO_BREAK);
      legend.append(i == 0 ? "" : ", ").append(i + 1).append(NO_BREAK).append(name);
    }
    return TextWrap.wrap(legend.toString(), 0).replace(NO_BREAK, ' ');
  }

  private static String block(TimelineTable timeline, List<YearMonth> months, Figure figure) {
    List<String> head = new ArrayList<>(List.of("month", "all"));
    for (int i = 1; i <= timeline.segments().size(); i++) {
      head.add(Integer.toString(i));
    }
    WideText table = new WideText(head);
    for (YearMonth month : months) {
      boolean partial = timeline.observation(month) == Observation.PARTIAL;
      List<String> cells = new ArrayList<>();
      long all = 0;
      for (SegmentLabel segment : timeline.segments()) {
        int value = figure.of(month, segment);
        cells.add(String.format(Locale.ROOT, "%,d", value));
        all += value;
      }
      cells.add(0, String.format(Locale.ROOT, "%,d", all));
      cells.add(0, (partial ? "≥" : "") + month);
      table.row(cells);
    }
    return table.text("more segments");
  }
}
