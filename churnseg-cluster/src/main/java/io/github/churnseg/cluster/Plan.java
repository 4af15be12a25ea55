package io.github.churnseg.cluster;

import io.github.churnseg.features.Scaling;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a K-means, checked.
 *
 * @param k groups
 * @param scaling how columns are made comparable
 * @param columns the columns to use; empty for all
 * @param weights the column of weights, if any
 * @param seed of all random draws
 * @param restarts how many starts the best is taken of
 * @param centres where to start, in original units; empty to draw
 * @param maxIterations per start
 * @param tolerance how little centres may move to count as settled; 0 for not at all
 * @param threads at most
 */
record Plan(
    int k,
    Scaling scaling,
    List<String> columns,
    Optional<String> weights,
    long seed,
    int restarts,
    List<List<Double>> centres,
    int maxIterations,
    double tolerance,
    int threads) {

  Plan {
    atLeastOne("k", k);
    atLeastOne("restarts", restarts);
    atLeastOne("maxIterations", maxIterations);
    atLeastOne("threads", threads);
    if (!(tolerance >= 0 && tolerance < 1)) {
      throw new IllegalArgumentException(
          "tolerance=" + tolerance + "; choose 0 (until no customer moves) or a little more");
    }
    if (!centres.isEmpty() && centres.size() != k) {
      throw new IllegalArgumentException(
          "k=" + k + " but " + centres.size() + " centres were given; give one a group");
    }
    columns = List.copyOf(columns);
    centres = List.copyOf(centres);
  }

  private static void atLeastOne(String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + "=" + value + "; choose at least 1");
    }
  }

  /** How many starts there will be: given centres leave nothing to draw. */
  int starts() {
    return centres.isEmpty() ? restarts : 1;
  }

  String inWords() {
    String start =
        centres.isEmpty()
            ? "best of %d starts, seed %d".formatted(restarts, seed)
            : "from given centres";
    return "K-means, k=%d, scaling %s, %s".formatted(k, scaling, start);
  }

  Plan k(int value) {
    return new Plan(
        value,
        scaling,
        columns,
        weights,
        seed,
        restarts,
        centres,
        maxIterations,
        tolerance,
        threads);
  }

  Plan scaling(Scaling value) {
    return new Plan(
        k, value, columns, weights, seed, restarts, centres, maxIterations, tolerance, threads);
  }

  Plan columns(List<String> value) {
    return new Plan(
        k, scaling, value, weights, seed, restarts, centres, maxIterations, tolerance, threads);
  }

  Plan weights(String value) {
    return new Plan(
        k,
        scaling,
        columns,
        Optional.of(value),
        seed,
        restarts,
        centres,
        maxIterations,
        tolerance,
        threads);
  }

  Plan seed(long value) {
    return new Plan(
        k, scaling, columns, weights, value, restarts, centres, maxIterations, tolerance, threads);
  }

  Plan restarts(int value) {
    return new Plan(
        k, scaling, columns, weights, seed, value, centres, maxIterations, tolerance, threads);
  }

  Plan centres(List<List<Double>> value) {
    return new Plan(
        k, scaling, columns, weights, seed, restarts, value, maxIterations, tolerance, threads);
  }

  Plan maxIterations(int value) {
    return new Plan(
        k, scaling, columns, weights, seed, restarts, centres, value, tolerance, threads);
  }

  Plan tolerance(double value) {
    return new Plan(
        k, scaling, columns, weights, seed, restarts, centres, maxIterations, value, threads);
  }

  Plan threads(int value) {
    return new Plan(
        k, scaling, columns, weights, seed, restarts, centres, maxIterations, tolerance, value);
  }
}
