package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Groups that {@link GaussianMixture} has found, numbered from 1, the largest first. A customer is
 * put into the group it most likely belongs to. Immutable and safe to share between threads; holds
 * no customers.
 */
public final class GaussianMixtureModel implements SegmentModel<CustomerFeatures> {

  private final Covariance shape;
  private final Encoder encoder;
  private final Gaussian[] groups;
  private final double logLikelihood;
  private final int[] sizes;
  private final int customers;
  private final int iterations;
  private final boolean converged;
  private final GroupReport report;

  GaussianMixtureModel(
      Plan plan,
      Covariance shape,
      Encoder encoder,
      Gaussian[] groups,
      int[] sizes,
      double logLikelihood,
      int iterations,
      boolean converged) {
    this.shape = shape;
    this.encoder = encoder;
    this.groups = groups;
    this.logLikelihood = logLikelihood;
    this.customers = Arrays.stream(sizes).sum();
    this.sizes = sizes.clone();
    this.iterations = iterations;
    this.converged = converged;
    String origin =
        String.format(
            Locale.ROOT,
            "Gaussian mixture, k=%d, %s covariance, scaling %s; BIC %,.1f after %d iterations%s",
            groups.length,
            shape,
            plan.scaling(),
            bic(),
            iterations,
            converged ? "" : ", not converged");
    this.report = new GroupReport(encoder.names(), means(), sizes, origin, List.of());
  }

  Covariance shape() {
    return shape;
  }

  Encoder encoder() {
    return encoder;
  }

  /** The groups; not to be changed. */
  Gaussian[] groups() {
    return groups;
  }

  /** Customers of each group when it was fitted; not to be changed. */
  int[] sizes() {
    return sizes;
  }

  int iterations() {
    return iterations;
  }

  @Override
  public Provenance provenance() {
    return encoder
        .provenance(
            "Gaussian mixture, k=%d, %s covariance, scaling %s"
                .formatted(groups.length, shape, encoder.plan().scaling()))
        .withSeed(encoder.plan().seed());
  }

  @Override
  public List<SegmentLabel> labels() {
    return GroupReport.labels(groups.length);
  }

  /**
   * The means of the groups in the columns' own units; with a logarithmic scaling near the
   * geometric mean.
   *
   * @return a new array, a row a group in the order of {@link #labels()}
   */
  public double[][] means() {
    return encoder.original(Arrays.stream(groups).map(group -> group.mean).toList());
  }

  /**
   * The share of customers each group is expected to have.
   *
   * @return a new array, in the order of {@link #labels()}; sums to 1
   */
  public double[] shares() {
    return Arrays.stream(groups).mapToDouble(group -> group.share).toArray();
  }

  /**
   * The logarithm of the likelihood of the customers it was fitted on, on the scale of distances.
   *
   * @return the sum over the customers
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /**
   * The Bayesian information criterion: G. Schwarz, Annals of Statistics 6 (1978),
   * doi:10.1214/aos/1176344136. Comparable between ks and shapes, not between scalings or columns.
   *
   * @return smaller is better
   */
  public double bic() {
    long d = encoder.dimensions().size();
    long perGroup = d + (shape == Covariance.FULL ? d * (d + 1) / 2 : d);
    return (groups.length * (perGroup + 1) - 1) * Math.log(customers) - 2 * logLikelihood;
  }

  /**
   * Whether the likelihood settled before the iterations ran out.
   *
   * @return whether it settled
   */
  public boolean converged() {
    return converged;
  }

  /**
   * How likely each customer belongs to each group.
   *
   * @param some customers with the columns it was fitted on
   * @return a new array, a row a customer, in the order of {@link #labels()}; rows sum to 1
   */
  public double[][] memberships(CustomerFeatures some) {
    double[][] columns = encoder.encode(some);
    double[][] memberships = new double[some.size()][groups.length];
    for (int row = 0; row < memberships.length; row++) {
      for (int group = 0; group < groups.length; group++) {
        memberships[row][group] = groups[group].logDensity(columns, row);
      }
      double all = Gaussian.logSum(memberships[row]);
      double[] logs = memberships[row];
      Arrays.setAll(logs, group -> Math.exp(logs[group] - all));
    }
    return memberships;
  }

  @Override
  public Assignments assign(CustomerFeatures some) {
    double[][] columns = encoder.encode(some);
    int[] labels = new int[some.size()];
    Arrays.setAll(labels, row -> likeliest(groups, columns, row));
    return new Assignments(some, labels(), labels);
  }

  static int likeliest(Gaussian[] groups, double[][] columns, int row) {
    int likeliest = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < groups.length; group++) {
      double log = groups[group].logDensity(columns, row);
      if (log > most) {
        most = log;
        likeliest = group;
      }
    }
    return likeliest;
  }

  @Override
  public GroupReport report() {
    return report;
  }

  /** Whether the other was learnt from the same data with the same result. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GaussianMixtureModel model
        && provenance().equals(model.provenance())
        && encoder.equals(model.encoder)
        && shape == model.shape
        && Arrays.equals(sizes, model.sizes)
        && Double.compare(logLikelihood, model.logLikelihood) == 0
        && iterations == model.iterations
        && converged == model.converged
        && Arrays.equals(groups, model.groups);
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
