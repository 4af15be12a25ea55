package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class BisectingKMeansContractTest extends ClusterContract {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return BisectingKMeans.k(4).seed(42).restarts(2);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return BisectingKMeans.k(4).seed(42).restarts(2).threads(threads);
  }
}
