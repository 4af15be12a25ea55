package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import io.github.churnseg.model.Provenance;
import java.util.Optional;

/** Learns from encoded rows. Must give the same function for the same rows, on any thread. */
@FunctionalInterface
interface Trainer {

  ScoreFunction train(TrainingRows rows, Progress progress);

  /** Where no column says anything, all there is to learn is how large the classes are. */
  static FittedClassifier fit(
      Provenance provenance,
      Trainer trainer,
      TrainingRows rows,
      Optional<String> positive,
      Progress progress) {
    Interruption.check("training");
    progress.update("training", 0);
    ScoreFunction function =
        rows.columns() == 0 ? ConstantFunction.prior(rows) : trainer.train(rows, progress);
    progress.update("training", 1);
    return new FittedClassifier(
        provenance, rows.preprocessing, rows.classNames, positive, function);
  }
}
