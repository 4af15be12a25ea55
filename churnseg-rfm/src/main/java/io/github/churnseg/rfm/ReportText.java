package io.github.churnseg.rfm;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.List;
import java.util.stream.Collectors;

/** Prints an {@link RfmSegmentReport}. */
final class ReportText {

  /** More segments than any map with names has; only a map of codes is cut here. */
  private static final int SHOWN = 30;

  private static final int INDENT = 2;

  private ReportText() {}

  static String of(RfmSegmentReport report) {
    return withoutData(report)
        + report.dataReport().map(data -> "\n" + data.toString().stripTrailing() + "\n").orElse("");
  }

  static String withoutData(RfmSegmentReport report) {
    StringBuilder out = new StringBuilder();
    out.append(TextWrap.wrap(title(report), INDENT)).append(table(report));
    for (String warning : report.warnings()) {
      out.append(TextWrap.wrap("! " + warning, INDENT));
    }
    out.append(TextWrap.wrap("cut points: " + cuts(report), INDENT));
    out.append('\n').append(report.risk());
    String actions = actions(report);
    out.append(actions.isEmpty() ? "" : "\n").append(actions);
    return out.toString();
  }

  private static String title(RfmSegmentReport report) {
    int without = report.withoutPurchase();
    return RfmText.count(report.customers())
        + (report.customers() == 1 ? " customer " : " customers ")
        + report.convention()
        + (without == 0 ? "" : "; left out " + RfmText.count(without) + " with returns only");
  }

  private static String table(RfmSegmentReport report) {
    TextTable table =
        TextTable.of(
            "segment",
            "customers",
            "share",
            "orders",
            "revenue",
            "share",
            "an order",
            "R",
            "F",
            "M");
    List<SegmentFigures> used =
        report.segments().stream().filter(figures -> figures.customers() > 0).toList();
    for (SegmentFigures figures : used.subList(0, Math.min(SHOWN, used.size()))) {
      table.row(
          figures.segment().name(),
          RfmText.count(figures.customers()),
          RfmText.percent(figures.share()),
          figures.orders().isPresent() ? RfmText.count(figures.orders().getAsLong()) : "",
          RfmText.brief(figures.revenue()),
          RfmText.percent(figures.revenueShare()),
          RfmText.brief(figures.meanOrderValue()),
          RfmText.number(figures.medianRecency()),
          RfmText.number(figures.medianFrequency()),
          RfmText.brief(figures.medianMonetary()));
    }
    String more = used.size() > SHOWN ? "… " + used.size() + " segments in all\n" : "";
    String unused =
        report.segments().size() > SHOWN
            ? ""
            : report.segments().stream()
                .filter(figures -> figures.customers() == 0)
                .map(figures -> figures.segment().name())
                .collect(Collectors.joining(", "));
    return table
        + more
        + (unused.isEmpty() ? "" : TextWrap.wrap("no customers: " + unused, INDENT))
        + "R, F, M: medians\n";
  }

  private static String cuts(RfmSegmentReport report) {
    return report.levels().stream()
        .map(
            levels ->
                levels.dimension().letter()
                    + " "
                    + levels.cuts().stream().map(RfmText::number).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  private static String actions(RfmSegmentReport report) {
    return report.segments().stream()
        .filter(figures -> figures.customers() > 0)
        .map(SegmentFigures::segment)
        .filter(segment -> !(segment.description() + segment.action()).isEmpty())
        .map(
            segment ->
                TextWrap.wrap(
                    segment.name() + ": " + segment.description() + " " + segment.action(), INDENT))
        .collect(Collectors.joining());
  }
}
