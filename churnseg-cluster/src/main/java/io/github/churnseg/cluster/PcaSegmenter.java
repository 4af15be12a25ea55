package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

/** Components first, segments of them next. */
record PcaSegmenter(Pca pca, Segmenter<CustomerFeatures> segmenter)
    implements Segmenter<CustomerFeatures> {

  @Override
  public PcaSegmentModel fit(CustomerFeatures customers, Progress progress) {
    PcaModel components = pca.fit(customers);
    return new PcaSegmentModel(components, segmenter.fit(components.extract(customers), progress));
  }
}
