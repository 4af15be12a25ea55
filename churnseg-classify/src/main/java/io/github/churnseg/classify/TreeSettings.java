package io.github.churnseg.classify;

import io.github.churnseg.features.Preprocessing;
import io.github.churnseg.features.Scaling;

/**
 * What can be set of trees.
 *
 * @param trees how many
 * @param depth the most splits above a leaf
 * @param leastSplit the least weight of a node that is split
 * @param columns the share of columns tried at a split, or 0 for the square root of their number
 * @param bootstrap whether each tree sees rows drawn with replacement
 * @param randomSplits whether thresholds are drawn
 * @param seed of all draws
 * @param classWeights how much customers count
 * @param preprocessing how columns become numbers
 */
record TreeSettings(
    int trees,
    int depth,
    float leastSplit,
    double columns,
    boolean bootstrap,
    boolean randomSplits,
    long seed,
    ClassWeights classWeights,
    Preprocessing preprocessing) {

  static TreeSettings of(int trees, boolean bootstrap, boolean randomSplits) {
    if (trees < 1 || trees > 100_000) {
      throw new IllegalArgumentException("trees=" + trees + "; choose 1 to 100,000");
    }
    return new TreeSettings(
        trees,
        Integer.MAX_VALUE,
        2,
        0,
        bootstrap,
        randomSplits,
        0,
        ClassWeights.none(),
        Preprocessing.withDefaults().scaling(Scaling.NONE));
  }

  double columnShare(int count) {
    return columns > 0 ? columns : Math.sqrt(count) / count;
  }

  TreeSettings withDepth(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("depth=" + value + "; choose 1 or more");
    }
    return new TreeSettings(
        trees,
        value,
        leastSplit,
        columns,
        bootstrap,
        randomSplits,
        seed,
        classWeights,
        preprocessing);
  }

  TreeSettings withLeastSplit(double value) {
    if (!(value >= 1 && value < 1e9)) {
      throw new IllegalArgumentException("leastSplit=" + value + "; choose 1 or more customers");
    }
    return new TreeSettings(
        trees,
        depth,
        (float) value,
        columns,
        bootstrap,
        randomSplits,
        seed,
        classWeights,
        preprocessing);
  }

  TreeSettings withColumns(double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "columns=" + value + "; choose a share above 0, at most 1");
    }
    return new TreeSettings(
        trees,
        depth,
        leastSplit,
        value,
        bootstrap,
        randomSplits,
        seed,
        classWeights,
        preprocessing);
  }

  TreeSettings withSeed(long value) {
    return new TreeSettings(
        trees,
        depth,
        leastSplit,
        columns,
        bootstrap,
        randomSplits,
        value,
        classWeights,
        preprocessing);
  }

  TreeSettings withWeights(ClassWeights value) {
    return new TreeSettings(
        trees, depth, leastSplit, columns, bootstrap, randomSplits, seed, value, preprocessing);
  }

  TreeSettings withPreprocessing(Preprocessing value) {
    return new TreeSettings(
        trees, depth, leastSplit, columns, bootstrap, randomSplits, seed, classWeights, value);
  }
}
