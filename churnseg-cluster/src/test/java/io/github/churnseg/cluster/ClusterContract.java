package io.github.churnseg.cluster;

import io.github.churnseg.contract.SegmenterContract;
import io.github.churnseg.features.CustomerFeatures;

/** What every segmenter of this module is held to; only the plans differ. */
abstract class ClusterContract extends SegmenterContract<CustomerFeatures> {

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
