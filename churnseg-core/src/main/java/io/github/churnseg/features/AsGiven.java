package io.github.churnseg.features;

/** Customers' features that need no deriving. */
record AsGiven<F extends CustomerFeatures>() implements FeatureExtractor<F, F> {

  @Override
  public F extract(F customers) {
    return customers;
  }

  @Override
  public String toString() {
    return "features as given";
  }
}
