package io.github.churnseg.classify;

import io.github.churnseg.model.Scorer;

/**
 * What was learnt, as plain arrays: from encoded rows to probabilities. Immutable; knows nothing of
 * the library that trained it.
 */
interface ScoreFunction {

  /** Numbers a row going in. */
  int inputs();

  /** Probabilities a row coming out. */
  int classes();

  /** A scorer with working memory of its own, for one thread. */
  Scorer scorer();
}
