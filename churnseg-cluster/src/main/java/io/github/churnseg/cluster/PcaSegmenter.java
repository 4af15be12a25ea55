package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import io.github.churnseg.model.SegmentModel;
import io.github.churnseg.model.SegmentReport;
import io.github.churnseg.model.Segmenter;
import java.util.List;

/** Components first, segments of them next. */
record PcaSegmenter(Pca pca, Segmenter<CustomerFeatures> segmenter)
    implements Segmenter<CustomerFeatures> {

  @Override
  public SegmentModel<CustomerFeatures> fit(CustomerFeatures customers, Progress progress) {
    PcaModel components = pca.fit(customers);
    return new Model(components, segmenter.fit(components.extract(customers), progress));
  }

  private record Model(PcaModel components, SegmentModel<CustomerFeatures> segments)
      implements SegmentModel<CustomerFeatures> {

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

    /** The components, then the segments. */
    @Override
    public String toString() {
      return components + "\n" + segments;
    }
  }
}
