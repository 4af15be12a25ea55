package io.github.churnseg.cluster;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.model.SegmentReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the groups of a {@link KMeansModel} are: a row a group with its size, its share and its
 * centre in original units, then how they were found, and warnings. Immutable.
 */
public final class KMeansReport implements SegmentReport {

  /** A column with at least this share of the sum of squares decides nearly alone. */
  private static final double DOMINANT = 0.8;

  private static final int WIDTH = 100;

  private final String origin;
  private final List<String> columns;
  private final double[][] centres;
  private final int[] sizes;
  private final List<String> warnings;

  KMeansReport(KMeansModel model, Origin origin) {
    this.columns = model.columns();
    this.centres = model.centres();
    this.sizes = model.sizes();
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
    double all = variances.stream().mapToDouble(variance -> variance).sum();
    long varying = variances.stream().filter(variance -> variance > 0).count();
    for (int j = 0; j < variances.size(); j++) {
      double variance = variances.get(j);
      if (variance == 0) {
        warnings.add("column '" + model.columns().get(j) + "' is constant: it tells nobody apart");
      } else if (varying > 1 && variance >= DOMINANT * all) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "column '%s' makes up %.0f %% of the distances; choose another scaling, or leave"
                    + " it out",
                model.columns().get(j),
                100 * variance / all));
      }
    }
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
    int k = sizes.length;
    String[] segments = new String[k];
    double[] shares = new double[k];
    for (int group = 0; group < k; group++) {
      segments[group] = Integer.toString(group + 1);
      shares[group] = share(group);
    }
    Table table =
        Table.create(
            "k-means",
            StringColumn.create("segment", segments),
            IntColumn.create("customers", sizes),
            DoubleColumn.create("share", shares));
    for (int j = 0; j < columns.size(); j++) {
      int column = j;
      table.addColumns(
          DoubleColumn.create(
              columns.get(j), Arrays.stream(centres).mapToDouble(c -> c[column]).toArray()));
    }
    return table;
  }

  private double share(int group) {
    return sizes[group] / (double) Arrays.stream(sizes).sum();
  }

  /** The table, how the groups were found, and the warnings. */
  @Override
  public String toString() {
    List<String> header = new ArrayList<>(List.of("segment", "customers", "share"));
    header.addAll(columns);
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int group = 0; group < sizes.length; group++) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(group + 1));
      cells.add(String.format(Locale.ROOT, "%,d", sizes[group]));
      cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * share(group)));
      for (double value : centres[group]) {
        cells.add(String.format(Locale.ROOT, "%,.2f", value));
      }
      table.row(cells.toArray(String[]::new));
    }
    StringBuilder text = new StringBuilder(table.toString());
    appendWrapped(text, origin);
    warnings.forEach(warning -> appendWrapped(text, "Warning: " + warning));
    return text.toString();
  }

  private static void appendWrapped(StringBuilder text, String sentence) {
    int used = 0;
    for (String word : sentence.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > WIDTH) {
        text.append('\n');
        used = 0;
      } else if (used > 0) {
        text.append(' ');
        used++;
      }
      text.append(word);
      used += word.length();
    }
    text.append('\n');
  }
}
