package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class AgglomerativeContractTest extends ClusterContract {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return Agglomerative.k(4).seed(42);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return Agglomerative.k(4).seed(42).threads(threads);
  }
}
