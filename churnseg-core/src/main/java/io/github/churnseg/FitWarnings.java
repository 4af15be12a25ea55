package io.github.churnseg;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.CombinedSegments;
import io.github.churnseg.model.SegmentReport;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** What to be careful about in the segments as a whole. */
final class FitWarnings {

  /** With fewer, a segment of a twentieth has fewer than 25 customers: its figures are chance. */
  private static final int FEWEST_CUSTOMERS = 500;

  /** In a shorter time most customers cannot show whether they come back: half a year. */
  private static final long FEWEST_DAYS = 180;

  private FitWarnings() {}

  static List<String> of(
      Optional<DataReport> data,
      Map<String, SegmentReport> reports,
      Map<String, Assignments> segmentations,
      CombinedSegments combined) {
    List<String> warnings = new ArrayList<>();
    int customers = segmentations.values().iterator().next().size();
    if (customers < FEWEST_CUSTOMERS) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "only %,d customers; below %d the figures of small segments are a matter of chance",
              customers,
              FEWEST_CUSTOMERS));
    }
    data.ifPresent(log -> addDays(log, warnings));
    reports.forEach(
        (name, report) ->
            report.warnings().forEach(warning -> warnings.add(name + ": " + warning)));
    segmentations.forEach((name, assigned) -> addCollapse(name, assigned, warnings));
    List<String> names = List.copyOf(segmentations.keySet());
    combined.warnings().forEach(warning -> warnings.add(named(warning, names)));
    return warnings;
  }

  private static void addDays(DataReport log, List<String> warnings) {
    long days =
        log.first()
            .flatMap(first -> log.last().map(last -> ChronoUnit.DAYS.between(first, last)))
            .orElse(0L);
    if (days < FEWEST_DAYS) {
      warnings.add(
          "the log covers only %d days; below %d few customers can show whether they come back"
              .formatted(days, FEWEST_DAYS));
    }
  }

  private static void addCollapse(String name, Assignments assigned, List<String> warnings) {
    long used = assigned.counts().values().stream().filter(count -> count > 0).count();
    if (used == 1 && assigned.labels().size() > 1) {
      warnings.add(
          "'%s' puts all customers into one of its %d segments: it tells nobody apart"
              .formatted(name, assigned.labels().size()));
    }
  }

  /** Segmentations have no names where they are combined; here they have. */
  private static String named(String warning, List<String> names) {
    String text = warning;
    for (int number = 1; number <= names.size(); number++) {
      text =
          text.replaceAll(
              "\\bsegmentation " + number + "\\b",
              Matcher.quoteReplacement("'" + names.get(number - 1) + "'"));
    }
    return text;
  }
}
