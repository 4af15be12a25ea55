package io.github.churnseg;

import io.github.churnseg.model.SegmentReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The reports of all segmenters of a {@link SegmentedModel}; prints them one after the other.
 *
 * @param segmenters each segmenter's report by its name, in the order of the plan
 */
public record SegmentedReport(Map<String, SegmentReport> segmenters) {

  /**
   * Copies the map.
   *
   * @param segmenters each segmenter's report by its name, in the order of the plan
   */
  public SegmentedReport {
    segmenters = Collections.unmodifiableMap(new LinkedHashMap<>(segmenters));
  }

  /**
   * The report of one segmenter.
   *
   * @param name its name in the plan
   * @return its report
   * @throws IllegalArgumentException if the plan has no such name; the message lists those it has
   */
  public SegmentReport of(String name) {
    SegmentReport report = segmenters.get(name);
    if (report == null) {
      throw new IllegalArgumentException(
          "no segmenter is called '" + name + "'; this report has " + segmenters.keySet());
    }
    return report;
  }

  @Override
  public String toString() {
    return segmenters.entrySet().stream()
        .map(entry -> "== " + entry.getKey() + " ==\n" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
