package io.github.churnseg.classify;

import io.github.churnseg.features.Preprocessing;

/**
 * What can be set of boosting.
 *
 * @param rounds trees for each class
 * @param rate the share of a correction that is taken
 * @param depth the most splits above a leaf
 * @param leastLeaf the fewest customers of a leaf
 * @param l2 added to the curvature of a leaf
 * @param rowShare drawn for each round
 * @param columnShare drawn for each tree
 * @param seed of all draws
 * @param classWeights how much customers count
 * @param preprocessing how columns become numbers
 */
record BoostingSettings(
    int rounds,
    double rate,
    int depth,
    int leastLeaf,
    double l2,
    double rowShare,
    double columnShare,
    long seed,
    ClassWeights classWeights,
    Preprocessing preprocessing) {

  static void require(boolean met, String name, Number seen, String allowed) {
    if (!met) {
      throw new IllegalArgumentException(name + "=" + seen + "; choose " + allowed);
    }
  }

  BoostingSettings withRate(double value) {
    return new BoostingSettings(
        rounds,
        value,
        depth,
        leastLeaf,
        l2,
        rowShare,
        columnShare,
        seed,
        classWeights,
        preprocessing);
  }

  BoostingSettings withDepth(int value) {
    return new BoostingSettings(
        rounds,
        rate,
        value,
        leastLeaf,
        l2,
        rowShare,
        columnShare,
        seed,
        classWeights,
        preprocessing);
  }

  BoostingSettings withLeastLeaf(int value) {
    return new BoostingSettings(
        rounds, rate, depth, value, l2, rowShare, columnShare, seed, classWeights, preprocessing);
  }

  BoostingSettings withL2(double value) {
    return new BoostingSettings(
        rounds,
        rate,
        depth,
        leastLeaf,
        value,
        rowShare,
        columnShare,
        seed,
        classWeights,
        preprocessing);
  }

  BoostingSettings withSampling(double rows, double columns) {
    return new BoostingSettings(
        rounds, rate, depth, leastLeaf, l2, rows, columns, seed, classWeights, preprocessing);
  }

  BoostingSettings withSeed(long value) {
    return new BoostingSettings(
        rounds,
        rate,
        depth,
        leastLeaf,
        l2,
        rowShare,
        columnShare,
        value,
        classWeights,
        preprocessing);
  }

  BoostingSettings withWeights(ClassWeights value) {
    return new BoostingSettings(
        rounds, rate, depth, leastLeaf, l2, rowShare, columnShare, seed, value, preprocessing);
  }

  BoostingSettings withPreprocessing(Preprocessing value) {
    return new BoostingSettings(
        rounds, rate, depth, leastLeaf, l2, rowShare, columnShare, seed, classWeights, value);
  }
}
