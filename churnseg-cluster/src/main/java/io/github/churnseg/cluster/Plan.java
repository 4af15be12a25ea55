package io.github.churnseg.cluster;

import io.github.churnseg.features.Scaling;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The settings of a K-means, checked; other ways to group share them. Immutable. */
final class Plan {

  private final Draft set;

  private Plan(Draft set) {
    this.set = set;
    atLeastOne("k", set.k);
    atLeastOne("restarts", set.restarts);
    atLeastOne("maxIterations", set.maxIterations);
    atLeastOne("threads", set.threads);
    if (!(set.tolerance >= 0 && set.tolerance < 1)) {
      throw new IllegalArgumentException(
          "tolerance=" + set.tolerance + "; choose 0 (until no customer moves) or a little more");
    }
    if (!set.centres.isEmpty() && set.centres.size() != set.k) {
      throw new IllegalArgumentException(
          "k=" + set.k + " but " + set.centres.size() + " centres were given; give one a group");
    }
  }

  /** Settings while a wither changes them; the values are the defaults. */
  private static final class Draft {
    int k = 1;
    Scaling scaling = Scaling.LOG_Z_SCORE;
    List<String> columns = List.of();
    Optional<String> weights = Optional.empty();
    long seed;
    int restarts = 10;
    List<List<Double>> centres = List.of();
    int maxIterations = 1000;
    double tolerance;
    int threads = Runtime.getRuntime().availableProcessors();
  }

  /** The defaults for so many groups. */
  static Plan of(int k) {
    Draft draft = new Draft();
    draft.k = k;
    return new Plan(draft);
  }

  private Plan with(Consumer<Draft> change) {
    Draft draft = new Draft();
    draft.k = set.k;
    draft.scaling = set.scaling;
    draft.columns = set.columns;
    draft.weights = set.weights;
    draft.seed = set.seed;
    draft.restarts = set.restarts;
    draft.centres = set.centres;
    draft.maxIterations = set.maxIterations;
    draft.tolerance = set.tolerance;
    draft.threads = set.threads;
    change.accept(draft);
    return new Plan(draft);
  }

  private static void atLeastOne(String setting, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(setting + "=" + value + "; choose at least 1");
    }
  }

  /** Groups. */
  int k() {
    return set.k;
  }

  Plan k(int value) {
    return with(draft -> draft.k = value);
  }

  /** How columns are made comparable. */
  Scaling scaling() {
    return set.scaling;
  }

  Plan scaling(Scaling value) {
    return with(draft -> draft.scaling = value);
  }

  /** The columns to use; empty for all. */
  List<String> columns() {
    return set.columns;
  }

  Plan columns(List<String> value) {
    return with(draft -> draft.columns = List.copyOf(value));
  }

  /** The column of weights, if any. */
  Optional<String> weights() {
    return set.weights;
  }

  Plan weights(String value) {
    return with(draft -> draft.weights = Optional.of(value));
  }

  /** Of all random draws. */
  long seed() {
    return set.seed;
  }

  Plan seed(long value) {
    return with(draft -> draft.seed = value);
  }

  /** How many starts the best is taken of. */
  int restarts() {
    return set.restarts;
  }

  Plan restarts(int value) {
    return with(draft -> draft.restarts = value);
  }

  /** Where to start, in original units; empty to draw. */
  List<List<Double>> centres() {
    return set.centres;
  }

  Plan centres(List<List<Double>> value) {
    return with(draft -> draft.centres = List.copyOf(value));
  }

  /** Per start. */
  int maxIterations() {
    return set.maxIterations;
  }

  Plan maxIterations(int value) {
    return with(draft -> draft.maxIterations = value);
  }

  /** How little centres may move to count as settled; 0 for not at all. */
  double tolerance() {
    return set.tolerance;
  }

  Plan tolerance(double value) {
    return with(draft -> draft.tolerance = value);
  }

  /** At most. */
  int threads() {
    return set.threads;
  }

  Plan threads(int value) {
    return with(draft -> draft.threads = value);
  }

  /** How many starts there will be: given centres leave nothing to draw. */
  int starts() {
    return set.centres.isEmpty() ? set.restarts : 1;
  }

  String inWords() {
    String start =
        set.centres.isEmpty()
            ? "best of %d starts, seed %d".formatted(set.restarts, set.seed)
            : "from given centres";
    return "K-means, k=%d, scaling %s, %s".formatted(set.k, set.scaling, start);
  }
}
