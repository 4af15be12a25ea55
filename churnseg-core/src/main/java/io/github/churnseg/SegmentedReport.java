package io.github.churnseg;

import io.github.churnseg.data.DataReport;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentComparison;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a fit has read and learnt, and what to be careful about; prints at no more than 100 columns.
 *
 * @param data what was read, kept and refused; nothing if the customers do not come from a log
 * @param conventions what the numbers mean, in sentences
 * @param segmenters each segmenter's report by its name, in the order of the plan
 * @param combined customers by combined label, in the order of the labels
 * @param comparisons each two segmentations side by side, by names such as {@code value ×
 *     behaviour}; none if there is one segmenter only
 * @param classifier how well newcomers' segments are found; nothing without a classifier
 * @param warnings sentences; those of the segmenters begin with their names
 * @param provenance where the segments come from
 */
public record SegmentedReport(
    Optional<DataReport> data,
    List<String> conventions,
    Map<String, SegmentReport> segmenters,
    Map<SegmentLabel, Integer> combined,
    Map<String, SegmentComparison> comparisons,
    Optional<HoldOut> classifier,
    List<String> warnings,
    Provenance provenance) {

  /**
   * Copies lists and maps.
   *
   * @param data what was read, kept and refused; nothing if the customers do not come from a log
   * @param conventions what the numbers mean
   * @param segmenters each segmenter's report by its name
   * @param combined customers by combined label
   * @param comparisons each two segmentations side by side
   * @param classifier how well newcomers' segments are found
   * @param warnings sentences
   * @param provenance where the segments come from
   */
  public SegmentedReport {
    conventions = List.copyOf(conventions);
    segmenters = Collections.unmodifiableMap(new LinkedHashMap<>(segmenters));
    combined = Collections.unmodifiableMap(new LinkedHashMap<>(combined));
    comparisons = Collections.unmodifiableMap(new LinkedHashMap<>(comparisons));
    warnings = List.copyOf(warnings);
  }

  /** The same with what is to be said of the classifier. */
  SegmentedReport withClassifier(
      HoldOut quality, List<String> moreConventions, List<String> moreWarnings) {
    List<String> sentences = new ArrayList<>(conventions);
    sentences.addAll(moreConventions);
    List<String> allWarnings = new ArrayList<>(warnings);
    allWarnings.addAll(moreWarnings);
    return new SegmentedReport(
        data,
        sentences,
        segmenters,
        combined,
        comparisons,
        Optional.of(quality),
        allWarnings,
        provenance);
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

  /**
   * The combined segments, with the columns {@code segment}, {@code customers} and {@code share}.
   *
   * @return a new table; the other parts of the report have tables of their own
   */
  public Table toTable() {
    int all = combined.values().stream().mapToInt(customers -> customers).sum();
    return Table.create(
        "combined segments",
        StringColumn.create("segment", combined.keySet().stream().map(SegmentLabel::name).toList()),
        IntColumn.create(
            "customers", combined.values().stream().mapToInt(customers -> customers).toArray()),
        DoubleColumn.create(
            "share",
            combined.values().stream()
                .mapToDouble(customers -> customers / (double) all)
                .toArray()));
  }

  /**
   * All of it as JSON (RFC 8259): {@code data}, {@code conventions}, {@code segmenters}, {@code
   * combined}, {@code comparisons}, {@code classifier}, {@code warnings} and {@code provenance};
   * tables are arrays of objects, one a row, and what is missing is {@code null}.
   *
   * @return the text, indented, the same for equal reports
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** All parts, one after the other, each under its name. */
  @Override
  public String toString() {
    return ReportText.of(this);
  }
}
