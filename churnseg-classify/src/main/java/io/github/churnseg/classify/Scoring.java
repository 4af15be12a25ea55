package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.FittedPreprocessing;
import io.github.churnseg.features.RowEncoder;
import io.github.churnseg.model.Predictions;
import io.github.churnseg.model.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores customers part by part: the encoded rows of a part stay in the cache, and a million
 * customers need no array of all their numbers. Many parts are scored by several threads; a row
 * gets the same bits in any part.
 */
final class Scoring {

  /** Rows that are encoded at a time. */
  private static final int PART = 1024;

  /** Rows that a thread takes at a time, each time with a scorer of its own. */
  private static final int TASK = 16 * PART;

  private final RowEncoder encoder;
  private final int rows;
  private final Supplier<Scorer> scorers;
  private final double[] probabilities;

  private Scoring(RowEncoder encoder, int rows, Supplier<Scorer> scorers, double... probabilities) {
    this.encoder = encoder;
    this.rows = rows;
    this.scorers = scorers;
    this.probabilities = probabilities;
  }

  static Predictions predict(
      FittedPreprocessing preprocessing,
      CustomerFeatures customers,
      List<String> classes,
      Optional<String> positive,
      Supplier<Scorer> scorers) {
    RowEncoder encoder = preprocessing.encoder(customers);
    return Predictions.computed(
        customers,
        classes,
        positive,
        filled -> new Scoring(encoder, customers.size(), scorers, filled).run());
  }

  private void run() {
    int tasks = (rows + TASK - 1) / TASK;
    if (tasks < 2) {
      score(0, rows);
      return;
    }
    try {
      IntStream.range(0, tasks)
          .parallel()
          .forEach(task -> score(task * TASK, Math.min(rows, (task + 1) * TASK)));
    } catch (InvalidDataException oneOfSeveral) {
      score(0, rows); // names the first of the rows that cannot be scored, whatever the threads did
      throw oneOfSeveral;
    }
  }

  private void score(int from, int to) {
    Scorer scorer = scorers.get();
    int some = Math.min(PART, to - from);
    double[] inputs = new double[some * scorer.inputs()];
    // One part alone goes straight to its place.
    double[] part = some == rows ? probabilities : new double[some * scorer.classes()];
    for (int first = from; first < to; first += PART) {
      int count = Math.min(PART, to - first);
      encoder.encode(first, count, inputs);
      scorer.score(inputs, 0, count, part);
      if (part != probabilities) {
        int width = scorer.classes();
        System.arraycopy(part, 0, probabilities, first * width, count * width);
      }
    }
  }
}
