package io.github.churnseg;

import io.github.churnseg.internal.Interruption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Goes through the stages of a fit, tells of each, and stops between them when interrupted. */
record Stages(Progress progress) {

  static final String FEATURES = "features";
  static final String COMBINE = "combine";
  static final String NEWCOMERS = "newcomers";
  static final String HOLD_OUT = "hold-out";
  static final String CLASSIFIER = "classifier";
  static final String REPORT = "report";

  /** The names that segmenters cannot have. */
  static final Set<String> OWN =
      new TreeSet<>(Set.of(FEATURES, COMBINE, NEWCOMERS, HOLD_OUT, CLASSIFIER, REPORT));

  /** Does the work of a stage that cannot say how far it is. */
  <T> T stage(String name, Supplier<T> work) {
    check(name);
    progress.update(name, 0);
    T result = work.get();
    progress.update(name, 1);
    return result;
  }

  /** What a part of the chain tells of its steps, under the name of the stage. */
  Progress of(String name) {
    check(name);
    return (step, done) -> progress.update(name, done);
  }

  private static void check(String stage) {
    Interruption.check("the fit, at '" + stage + "',");
  }
}
