package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.AssignmentsBuilder;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import java.util.Arrays;
import java.util.List;

/**
 * Groups that {@link KMeans} has found. They are numbered from 1, the largest first; of equally
 * large ones the one whose scaled centre is smaller in the first column that tells them apart.
 *
 * <p>Immutable and safe to share between threads; holds no customers.
 */
public final class KMeansModel implements SegmentModel<CustomerFeatures> {

  private final Plan plan;
  private final Encoder encoder;
  private final Clustering clustering;
  private final List<SegmentLabel> labels;
  private final Origin origin;
  private final KMeansReport report;

  KMeansModel(Plan plan, Encoder encoder, Clustering clustering, Origin origin) {
    this.plan = plan;
    this.encoder = encoder;
    this.clustering = clustering.withoutPoints();
    this.labels = GroupReport.labels(clustering.centres.length);
    this.origin = origin;
    this.report = new KMeansReport(this, origin);
  }

  Encoder encoder() {
    return encoder;
  }

  Clustering clustering() {
    return clustering;
  }

  Origin origin() {
    return origin;
  }

  @Override
  public Provenance provenance() {
    return encoder.provenance(origin.plan()).withSeed(plan.seed());
  }

  @Override
  public List<SegmentLabel> labels() {
    return labels;
  }

  /**
   * The number of groups.
   *
   * @return k
   */
  public int k() {
    return labels.size();
  }

  /**
   * What the values of a centre are of: the numeric columns, then one entry a category, such as
   * {@code city=Tver}.
   *
   * @return names, in the order of the values
   */
  public List<String> columns() {
    return encoder.names();
  }

  /**
   * The centres in the columns' own units. With {@link Scaling#LOG_Z_SCORE} a value is near the
   * geometric mean of the group, not its mean; that of a category is the share of customers who
   * have it.
   *
   * @return a new array, a row a group in the order of {@link #labels()}
   */
  public double[][] centres() {
    return encoder.original(List.of(clustering.centres));
  }

  /**
   * The centres on the scale that distances are taken on.
   *
   * @return a new array, a row a group in the order of {@link #labels()}
   */
  public double[][] scaledCentres() {
    return Arrays.stream(clustering.centres).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Customers in each group when it was fitted.
   *
   * @return a new array, in the order of {@link #labels()}
   */
  public int[] sizes() {
    return clustering.sizes.clone();
  }

  /**
   * The sum of the squared distances of the customers from the centres of their groups, each times
   * its weight, on the scale that distances are taken on.
   *
   * @return 0 or more
   */
  public double inertia() {
    return clustering.inertia;
  }

  /**
   * How many times the centres moved in the start that was best.
   *
   * @return 1 or more
   */
  public int iterations() {
    return clustering.iterations;
  }

  /**
   * Whether the centres settled before the iterations ran out.
   *
   * @return whether they settled
   */
  public boolean converged() {
    return clustering.converged;
  }

  @Override
  public Assignments assign(CustomerFeatures customers) {
    Encoder.Parts parts = encoder.parts(customers);
    AssignmentsBuilder assignments = new AssignmentsBuilder(customers, labels);
    new Nearest(clustering).put(parts, customers.size(), plan.threads(), assignments);
    return assignments.build();
  }

  @Override
  public KMeansReport report() {
    return report;
  }

  /** Whether the other was learnt from the same data with the same result. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KMeansModel model
        && provenance().equals(model.provenance())
        && origin.equals(model.origin)
        && encoder.equals(model.encoder)
        && clustering.sameAs(model.clustering);
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
