package io.github.churnseg.classify;

import io.github.churnseg.Progress;
import io.github.churnseg.internal.Interruption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs numbered tasks on the common pool, or on the pool the caller is in. Each task may depend on
 * its number only, so the number of threads never shows.
 */
final class Parallel {

  private Parallel() {}

  /** The results in order. Progress is told by the calling thread, between batches of tasks. */
  static <T> List<T> map(int tasks, String stage, Progress progress, IntFunction<T> task) {
    int batch = Math.max(2, 2 * Runtime.getRuntime().availableProcessors());
    List<T> results = new ArrayList<>(tasks);
    for (int from = 0; from < tasks; from += batch) {
      Interruption.check(stage);
      int to = Math.min(tasks, from + batch);
      results.addAll(IntStream.range(from, to).parallel().mapToObj(task).toList());
      progress.update(stage, (double) to / tasks);
    }
    return results;
  }
}
