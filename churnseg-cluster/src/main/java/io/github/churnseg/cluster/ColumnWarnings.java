package io.github.churnseg.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is amiss with the columns that customers were grouped by. */
final class ColumnWarnings {

  /** A column with at least this share of the sum of squares decides nearly alone. */
  private static final double DOMINANT = 0.8;

  private ColumnWarnings() {}

  /**
   * Looks for columns that are constant, or that make up 80 % or more of the distances.
   *
   * @param variances of the scaled columns
   */
  static List<String> of(List<String> columns, List<Double> variances) {
    List<String> warnings = new ArrayList<>();
    double all = variances.stream().mapToDouble(variance -> variance).sum();
    long varying = variances.stream().filter(variance -> variance > 0).count();
    for (int j = 0; j < variances.size(); j++) {
      double variance = variances.get(j);
      if (variance == 0) {
        warnings.add("column '" + columns.get(j) + "' is constant: it tells nobody apart");
      } else if (varying > 1 && variance >= DOMINANT * all) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "column '%s' makes up %.0f %% of the distances; choose another scaling, or leave"
                    + " it out",
                columns.get(j),
                100 * variance / all));
      }
    }
    return warnings;
  }
}
