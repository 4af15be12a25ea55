package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class GaussianMixtureContractTest extends ClusterContract {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return GaussianMixture.k(4).seed(42);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return GaussianMixture.k(4).seed(42).threads(threads);
  }
}
