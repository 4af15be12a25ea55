package io.github.churnseg.cluster;

import io.github.churnseg.model.SegmentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;

/**
 * What the groups of a {@link KMeansModel} are: a row a group with its size, its share and its
 * centre in original units, then how they were found, and warnings. Immutable.
 */
public final class KMeansReport implements SegmentReport {

  private final String origin;
  private final GroupTable groups;
  private final List<String> warnings;

  KMeansReport(KMeansModel model, Origin origin) {
    this.groups = new GroupTable(model.columns(), model.centres(), model.sizes());
    this.origin =
        String.format(
            Locale.ROOT,
            "%s, %,d customers; inertia %.6g after %d %s",
            origin.plan(),
            origin.customers(),
            model.inertia(),
            model.iterations(),
            origin.steps());
    this.warnings = warnings(model, origin.variances());
  }

  private static List<String> warnings(KMeansModel model, List<Double> variances) {
    List<String> warnings = new ArrayList<>();
    if (!model.converged()) {
      warnings.add(
          "not converged after %d iterations; allow more with maxIterations(…)"
              .formatted(model.iterations()));
    }
    warnings.addAll(ColumnWarnings.of(model.columns(), variances));
    return List.copyOf(warnings);
  }

  /**
   * What a reader should know before trusting the groups: that they have not converged, that a
   * column is constant or makes up 80 % or more of the distances.
   *
   * @return sentences, none if all is well
   */
  @Override
  public List<String> warnings() {
    return warnings;
  }

  @Override
  public Table toTable() {
    return groups.toTable("k-means");
  }

  /** The table, how the groups were found, and the warnings. */
  @Override
  public String toString() {
    return groups.text(origin, warnings);
  }
}
