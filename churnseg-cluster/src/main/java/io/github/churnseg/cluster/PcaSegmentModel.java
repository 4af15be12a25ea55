package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.Provenance;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import java.util.List;
import java.util.Objects;

/**
 * Segments of principal components; see {@link Pca#then}. Customers go through both. Immutable and
 * safe to share between threads.
 */
public final class PcaSegmentModel implements SegmentModel<CustomerFeatures> {

  private final PcaModel components;
  private final SegmentModel<CustomerFeatures> segments;

  PcaSegmentModel(PcaModel components, SegmentModel<CustomerFeatures> segments) {
    this.components = components;
    this.segments = segments;
  }

  /**
   * The components that come first.
   *
   * @return the model of the components
   */
  public PcaModel components() {
    return components;
  }

  /**
   * The segments of the components.
   *
   * @return the model that reads the columns {@code pc1}, {@code pc2} and so on
   */
  public SegmentModel<CustomerFeatures> segments() {
    return segments;
  }

  /** That of the components, with the settings of both. */
  @Override
  public Provenance provenance() {
    Provenance first = components.provenance();
    Provenance next = segments.provenance();
    Provenance both = first.withSettings(first.settings() + ", then " + next.settings());
    return next.seed().isPresent() ? both.withSeed(next.seed().getAsLong()) : both;
  }

  @Override
  public List<SegmentLabel> labels() {
    return segments.labels();
  }

  @Override
  public Assignments assign(CustomerFeatures customers) {
    Assignments assigned = segments.assign(components.extract(customers));
    int[] labels = new int[assigned.size()];
    for (int row = 0; row < labels.length; row++) {
      labels[row] = assigned.labelIndex(row);
    }
    return new Assignments(customers, labels(), labels);
  }

  @Override
  public SegmentReport report() {
    return segments.report();
  }

  /** Whether components and segments are equal. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PcaSegmentModel model
        && components.equals(model.components)
        && segments.equals(model.segments);
  }

  @Override
  public int hashCode() {
    return Objects.hash(components, segments);
  }

  /** The components, then the segments. */
  @Override
  public String toString() {
    return components + "\n" + segments;
  }
}
