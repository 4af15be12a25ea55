package io.github.churnseg.cluster;

import io.github.churnseg.contract.SegmenterContract;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Segmenter;

class GaussianMixtureContractTest extends SegmenterContract<CustomerFeatures> {

  @Override
  protected Segmenter<CustomerFeatures> segmenter() {
    return GaussianMixture.k(4).seed(42);
  }

  @Override
  protected Segmenter<CustomerFeatures> segmenter(int threads) {
    return GaussianMixture.k(4).seed(42).threads(threads);
  }

  @Override
  protected CustomerFeatures customers() {
    return Shops.shop(700, 7);
  }

  @Override
  protected CustomerFeatures pick(CustomerFeatures customers, int... rows) {
    return customers.select(rows);
  }

  @Override
  protected CustomerFeatures withMissingValue() {
    return Shops.spend(1, Double.NaN, 3);
  }
}
