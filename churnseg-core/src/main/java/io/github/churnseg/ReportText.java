package io.github.churnseg;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.Locale;

/** Prints the report of a fit. */
final class ReportText {

  private static final int SHOWN_SEGMENTS = 30;

  private ReportText() {}

  static String of(SegmentedReport report) {
    StringBuilder text = new StringBuilder();
    report.data().ifPresent(data -> part(text, "data", data.toString()));
    part(text, "conventions", lines(report.conventions()));
    report.segmenters().forEach((name, segments) -> part(text, name, segments.withoutData()));
    report.comparisons().forEach((names, both) -> part(text, names, both.toString()));
    if (report.segmenters().size() > 1) {
      part(text, "combined", combined(report));
    }
    report.classifier().ifPresent(quality -> part(text, "newcomers", quality.toString()));
    if (!report.warnings().isEmpty()) {
      part(text, "warnings", lines(report.warnings()));
    }
    part(text, "provenance", TextWrap.wrap(report.provenance().toString(), 2));
    return text.toString();
  }

  private static void part(StringBuilder text, String name, String content) {
    text.append(text.isEmpty() ? "" : "\n").append("== ").append(name).append(" ==\n");
    text.append(content.stripTrailing()).append('\n');
  }

  private static String lines(Iterable<String> sentences) {
    StringBuilder text = new StringBuilder();
    sentences.forEach(sentence -> text.append(TextWrap.wrap("- " + sentence, 2)));
    return text.toString();
  }

  private static String combined(SegmentedReport report) {
    int all = report.combined().values().stream().mapToInt(customers -> customers).sum();
    TextTable table = TextTable.of("segment", "customers", "share");
    report.combined().entrySet().stream()
        .limit(SHOWN_SEGMENTS)
        .forEach(
            entry ->
                table.row(
                    entry.getKey().name(),
                    String.format(Locale.ROOT, "%,d", entry.getValue()),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * entry.getValue() / all)));
    int more = report.combined().size() - SHOWN_SEGMENTS;
    return table + (more > 0 ? "… " + more + " more segments in toTable()\n" : "");
  }
}
