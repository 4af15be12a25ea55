package io.github.churnseg.cluster;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class MiniBatchKMeansContractTest extends ClusterContract {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return MiniBatchKMeans.k(4).seed(42).batchSize(150);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return MiniBatchKMeans.k(4).seed(42).batchSize(150).threads(threads);
  }
}
