package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class KMeansContractTest extends ClusterContract {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return KMeans.k(4).seed(42).restarts(3);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return KMeans.k(4).seed(42).restarts(3).threads(threads);
  }
}
