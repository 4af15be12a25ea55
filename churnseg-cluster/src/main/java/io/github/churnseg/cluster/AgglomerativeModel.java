package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups that {@link Agglomerative} has found, numbered from 1, the largest first. A customer goes
 * where the nearest of those joined went. Immutable and safe to share between threads; holds the
 * places that were joined, up to 10,000.
 */
public final class AgglomerativeModel implements SegmentModel<CustomerFeatures> {

  private final Encoder encoder;
  private final Prototypes prototypes;
  private final int[] groups;
  private final double[][] centres;
  private final GroupReport report;

  AgglomerativeModel(Plan plan, Encoder encoder, Prototypes prototypes, int[] found) {
    this.encoder = encoder;
    this.prototypes = prototypes;
    int[] counts = new int[plan.k()];
    double[][] means = new double[plan.k()][encoder.dimensions().size()];
    for (int place = 0; place < found.length; place++) {
      counts[found[place]] += prototypes.sizes[place];
      for (int j = 0; j < means[0].length; j++) {
        means[found[place]][j] += prototypes.places[place][j] * prototypes.sizes[place];
      }
    }
    for (int group = 0; group < means.length; group++) {
      int size = counts[group];
      means[group] = Arrays.stream(means[group]).map(sum -> sum / size).toArray();
    }
    Integer[] order = new Integer[plan.k()];
    Arrays.setAll(order, group -> group);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(group -> -counts[group])
            .thenComparing((a, b) -> Arrays.compare(means[a], means[b])));
    int[] number = new int[plan.k()];
    for (int group = 0; group < number.length; group++) {
      number[order[group]] = group;
    }
    this.groups = Arrays.stream(found).map(group -> number[group]).toArray();
    this.centres = encoder.original(Arrays.stream(order).map(group -> means[group]).toList());
    this.report =
        new GroupReport(
            encoder.names(),
            centres,
            Arrays.stream(order).mapToInt(group -> counts[group]).toArray(),
            "Ward, k=%d, scaling %s, %d places joined"
                .formatted(plan.k(), plan.scaling(), found.length),
            ColumnWarnings.of(encoder.names(), prototypes.variances()));
  }

  Encoder encoder() {
    return encoder;
  }

  Prototypes prototypes() {
    return prototypes;
  }

  /** The group of each prototype; not to be changed. */
  int[] groups() {
    return groups;
  }

  @Override
  public Provenance provenance() {
    return encoder
        .provenance("Ward, k=%d, scaling %s".formatted(centres.length, encoder.plan().scaling()))
        .withSeed(encoder.plan().seed());
  }

  @Override
  public List<SegmentLabel> labels() {
    return GroupReport.labels(centres.length);
  }

  /**
   * The centres in the columns' own units; with a logarithmic scaling near the geometric mean.
   *
   * @return a new array, a row a group in the order of {@link #labels()}
   */
  public double[][] centres() {
    return Arrays.stream(centres).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public Assignments assign(CustomerFeatures customers) {
    double[][] columns = encoder.encode(customers);
    int[] labels = new int[customers.size()];
    Arrays.setAll(labels, row -> groups[prototypes.nearest(columns, row)]);
    return new Assignments(customers, labels(), labels);
  }

  @Override
  public GroupReport report() {
    return report;
  }

  /** Whether the other was learnt from the same data with the same result. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AgglomerativeModel model
        && provenance().equals(model.provenance())
        && encoder.equals(model.encoder)
        && Arrays.equals(groups, model.groups)
        && prototypes.sameAs(model.prototypes);
  }

  @Override
  public int hashCode() {
    return provenance().hashCode();
  }

  /** The report. */
  @Override
  public String toString() {
    return report.toString();
  }
}
