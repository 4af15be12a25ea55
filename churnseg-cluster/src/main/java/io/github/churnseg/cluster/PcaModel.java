package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FeatureExtractor;
import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import io.github.churnseg.model.Model;
import io.github.churnseg.model.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Principal components that {@link Pca} has learnt; turns customers into columns {@code pc1},
 * {@code pc2} and so on. Immutable and safe to share between threads.
 */
public final class PcaModel implements FeatureExtractor<CustomerFeatures, CustomerFeatures>, Model {

  /** Loadings below this part of the largest are not put into words. */
  private static final double SPOKEN = 0.4;

  private final Encoder encoder;
  private final double[] means;
  private final double[][] loadings;
  private final double[] explained;

  PcaModel(Encoder encoder, double[] means, double[][] loadings, double[] explained) {
    this.encoder = encoder;
    this.means = means;
    this.loadings = loadings;
    this.explained = explained;
  }

  Encoder encoder() {
    return encoder;
  }

  /** Not to be changed. */
  double[] means() {
    return means;
  }

  @Override
  public Provenance provenance() {
    return encoder.provenance(
        "PCA, %d components, scaling %s".formatted(loadings.length, encoder.plan().scaling()));
  }

  /**
   * Gives customers their scores, centred at those it was learnt from, with their ids.
   *
   * @param customers any number of customers with the columns it was learnt from
   * @return a column a component
   */
  @Override
  public CustomerFeatures extract(CustomerFeatures customers) {
    double[][] columns = encoder.encode(customers);
    String[] names =
        IntStream.rangeClosed(1, loadings.length).mapToObj(c -> "pc" + c).toArray(String[]::new);
    String[] ids =
        IntStream.range(0, customers.size()).mapToObj(customers::id).toArray(String[]::new);
    Table table = Table.create("components", StringColumn.create("customer", ids));
    for (int c = 0; c < names.length; c++) {
      double[] scores = new double[ids.length];
      for (int j = 0; j < means.length; j++) {
        for (int row = 0; row < scores.length; row++) {
          scores[row] += (columns[j][row] - means[j]) * loadings[c][j];
        }
      }
      table.addColumns(DoubleColumn.create(names[c], scores));
    }
    return CustomerFeatures.from(table, c -> c.id("customer").numeric(names));
  }

  /**
   * The columns the components are made of: the numeric ones, then one entry a category.
   *
   * @return names, in the order of the loadings
   */
  public List<String> columns() {
    return encoder.names();
  }

  /**
   * The share of the variance of the scaled columns that each component keeps.
   *
   * @return a new array, the largest first
   */
  public double[] explained() {
    return explained.clone();
  }

  /**
   * The weights of the scaled columns in each component.
   *
   * @return a new array, a row a component, each of length 1
   */
  public double[][] loadings() {
    return Arrays.stream(loadings).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * What each component stands for.
   *
   * @return such as {@code pc1: more frequency, more monetary, less recency}
   */
  public List<String> inWords() {
    return IntStream.range(0, loadings.length).mapToObj(this::inWords).toList();
  }

  private String inWords(int component) {
    double[] row = loadings[component];
    double largest = Arrays.stream(row).map(Math::abs).max().orElse(0);
    return IntStream.range(0, row.length)
        .boxed()
        .filter(j -> Math.abs(row[j]) >= SPOKEN * largest)
        .sorted(Comparator.comparingDouble(j -> -Math.abs(row[j])))
        .limit(5)
        .map(j -> (row[j] > 0 ? "more " : "less ") + columns().get(j))
        .collect(Collectors.joining(", ", "pc" + (component + 1) + ": ", ""));
  }

  /**
   * The loadings, a row a component.
   *
   * @return a new table with the columns {@code component}, {@code explained}, and one a column
   */
  public Table toTable() {
    Table table =
        Table.create(
            "components",
            StringColumn.create(
                "component", IntStream.rangeClosed(1, loadings.length).mapToObj(c -> "pc" + c)),
            DoubleColumn.create("explained", explained.clone()));
    for (int j = 0; j < means.length; j++) {
      int column = j;
      table.addColumns(
          DoubleColumn.create(
              "loading " + columns().get(j),
              Arrays.stream(loadings).mapToDouble(row -> row[column]).toArray()));
    }
    return table;
  }

  /** Whether the other was learnt from the same data with the same result. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PcaModel model
        && provenance().equals(model.provenance())
        && encoder.equals(model.encoder)
        && Arrays.equals(means, model.means)
        && Arrays.deepEquals(loadings, model.loadings)
        && Arrays.equals(explained, model.explained);
  }

  @Override
  public int hashCode() {
    return provenance().hashCode();
  }

  /** Explained variance and loadings, then what they stand for. */
  @Override
  public String toString() {
    List<String> header = new ArrayList<>(List.of("component", "explained"));
    header.addAll(columns());
    TextTable table = TextTable.of(header.toArray(String[]::new));
    for (int c = 0; c < loadings.length; c++) {
      List<String> cells = new ArrayList<>(List.of("pc" + (c + 1)));
      cells.add(String.format(Locale.ROOT, "%.1f %%", 100 * explained[c]));
      for (double loading : loadings[c]) {
        cells.add(String.format(Locale.ROOT, "%.3f", loading));
      }
      table.row(cells.toArray(String[]::new));
    }
    StringBuilder text = new StringBuilder(table.toString());
    inWords().forEach(words -> text.append(TextWrap.wrap(words, 2)));
    return text.toString();
  }
}
