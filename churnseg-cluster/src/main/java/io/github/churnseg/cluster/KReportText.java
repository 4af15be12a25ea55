package io.github.churnseg.cluster;

import io.github.churnseg.cluster.KReport.Candidate;
import io.github.churnseg.cluster.KReport.Criterion;
import io.github.churnseg.internal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report of a scan, for a terminal. */
final class KReportText {

  private final ScanPlan plan;
  private final int customers;
  private final KReport report;

  KReportText(ScanPlan plan, int customers, KReport report) {
    this.plan = plan;
    this.customers = customers;
    this.report = report;
  }

  static String line(Candidate candidate) {
    return String.format(
        Locale.ROOT,
        "k=%d, inertia %.6g, silhouette %.3f",
        candidate.k(),
        candidate.inertia(),
        candidate.silhouette());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(table().toString());
    text.append(origin());
    text.append("Votes: ").append(votes()).append('\n');
    OptionalInt suggestion = report.suggestion();
    text.append(suggestion.isPresent() ? "Suggestion: k=" + suggestion.getAsInt() : "No clear k");
    text.append('\n');
    report.reasons().forEach(reason -> text.append("  ").append(reason).append('\n'));
    if (!report.skipped().isEmpty()) {
      text.append("Out of time, left out: ")
          .append(String.join(", ", report.skipped()))
          .append('\n');
    }
    return text.toString();
  }

  private TextTable table() {
    boolean sampled = report.candidates().stream().anyMatch(c -> c.silhouetteError() > 0);
    List<String> header = new ArrayList<>(List.of("k", "inertia", "silhouette"));
    if (sampled) {
      header.add("± error");
    }
    header.addAll(List.of("Calinski-H.", "Davies-B."));
    if (plan.references() > 0) {
      header.add("gap");
    }
    if (plan.resamples() > 0) {
      header.add("stability");
    }
    header.addAll(List.of("smallest", "suggestion"));
    TextTable table = TextTable.of(header.toArray(String[]::new));
    report.candidates().forEach(c -> table.row(cells(c, sampled).toArray(String[]::new)));
    return table;
  }

  private List<String> cells(Candidate candidate, boolean sampled) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(candidate.k()));
    cells.add(number("%,.1f", candidate.inertia()));
    cells.add(number("%.3f", candidate.silhouette()));
    if (sampled) {
      cells.add(number("%.3f", candidate.silhouetteError()));
    }
    cells.add(number("%,.1f", candidate.calinskiHarabasz()));
    cells.add(number("%.3f", candidate.daviesBouldin()));
    if (plan.references() > 0) {
      cells.add(number("%.3f", candidate.gap()));
    }
    if (plan.resamples() > 0) {
      cells.add(number("%.2f", candidate.stability()));
    }
    cells.add(String.format(Locale.ROOT, "%,d", candidate.smallestGroup()));
    OptionalInt suggestion = report.suggestion();
    boolean suggested = suggestion.isPresent() && suggestion.getAsInt() == candidate.k();
    cells.add(suggested ? "<- this one" : "");
    return cells;
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }

  private String origin() {
    return String.format(
        Locale.ROOT,
        "%,d customers, scaling %s, best of %d starts, seed %d; %s silhouette%n",
        customers,
        plan.kMeans().scaling(),
        plan.kMeans().restarts(),
        plan.kMeans().seed(),
        plan.silhouette() == Silhouette.EUCLIDEAN ? "Euclidean" : "squared Euclidean");
  }

  /** Such as {@code k=3 silhouette, gap; k=4 parity}. */
  private String votes() {
    Map<Integer, List<Criterion>> byK =
        report.votes().keySet().stream()
            .sorted()
            .collect(Collectors.groupingBy(c -> vote(c), TreeMap::new, Collectors.toList()));
    return byK.entrySet().stream()
        .map(
            entry ->
                "k=%d %s"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().stream()
                            .map(KReportText::name)
                            .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("; "));
  }

  private int vote(Criterion criterion) {
    return report.votes().getOrDefault(criterion, 1);
  }

  private static String name(Criterion criterion) {
    return switch (criterion) {
      case SILHOUETTE -> "silhouette";
      case CALINSKI_HARABASZ -> "Calinski-Harabasz";
      case DAVIES_BOULDIN -> "Davies-Bouldin";
      case PARITY -> "parity";
      case GAP -> "gap";
      case STABILITY -> "stability";
    };
  }
}
