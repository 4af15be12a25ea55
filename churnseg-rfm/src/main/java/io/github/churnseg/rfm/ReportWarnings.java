package io.github.churnseg.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what a reader of the segments should be careful about. */
final class ReportWarnings {

  /** With fewer customers a level, its borders are a matter of chance. */
  private static final int FEWEST_A_LEVEL = 10;

  private ReportWarnings() {}

  static List<String> of(RfmSegmentReport report) {
    List<String> warnings = new ArrayList<>();
    for (ScoreLevels levels : report.levels()) {
      if (levels.tiedShare() > 0 || !levels.emptyLevels().isEmpty()) {
        warnings.add(collapsed(levels));
      }
    }
    int most =
        report.levels().stream().mapToInt(levels -> levels.customers().size()).max().orElse(1);
    if (report.customers() < most * FEWEST_A_LEVEL) {
      warnings.add(
          "only "
              + report.customers()
              + (report.customers() == 1 ? " customer for " : " customers for ")
              + most
              + " levels; the cut points are a matter of chance below "
              + most * FEWEST_A_LEVEL);
    }
    return warnings;
  }

  private static String collapsed(ScoreLevels levels) {
    String letter = levels.dimension().letter();
    StringBuilder text = new StringBuilder(letter).append(": ");
    if (levels.emptyLevels().isEmpty()) {
      text.append("two cut points or more are equal");
    } else {
      text.append("no customer has level ")
          .append(
              levels.emptyLevels().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    if (levels.tiedShare() > 0) {
      text.append(", because ")
          .append(RfmText.percent(levels.tiedShare()))
          .append(" of customers share the value ")
          .append(RfmText.number(levels.tiedValue()))
          .append("; thresholds(Dimension.")
          .append(levels.dimension())
          .append(", …) sets cut points by hand");
    }
    return text.toString();
  }
}
