package io.github.churnseg.cluster;

import io.github.churnseg.model.AssignmentsBuilder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts rows, in any order, to their nearest centres; at equal distances as the run did. */
final class Nearest {

  private static final int CHUNK = 16 * ScoreIndex.MOST_POINTS;

  /** In the order of the run, so that the first of equally near ones wins as it did there. */
  private final double[][] centres;

  private final int[] groupOf;
  private final int[] all;

  Nearest(Clustering clustering) {
    int k = clustering.places.length;
    centres = new double[k][];
    groupOf = new int[k];
    all = IntStream.range(0, k).toArray();
    for (int group = 0; group < k; group++) {
      int place = clustering.places[group];
      centres[place] = clustering.centres[group];
      groupOf[place] = group;
    }
  }

  /** Puts each row into its group. */
  void put(Encoder.Parts parts, int size, int threads, AssignmentsBuilder assignments) {
    int chunks = (size + CHUNK - 1) / CHUNK;
    // Each thread makes its own, while others begin.
    @Nullable Task[] tasks = new Task[Math.max(1, Math.min(threads, chunks))];
    Workers.once(
        tasks.length,
        chunks,
        (worker, chunk) -> {
          Task task = tasks[worker];
          if (task == null) {
            task = new Task(parts, assignments);
            tasks[worker] = task;
          }
          task.run(chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK));
        });
  }

  /** The work of one thread. */
  private final class Task {

    private final Encoder.Parts parts;
    private final AssignmentsBuilder assignments;
    private final int[] groups = new int[CHUNK];
    private final ScoreIndex scores = new ScoreIndex(centres, groupOf);
    private final double[][] block = scores.block();

    Task(Encoder.Parts parts, AssignmentsBuilder assignments) {
      this.parts = parts;
      this.assignments = assignments;
    }

    void run(int chunkFrom, int chunkTo) {
      if (scores.fits()) {
        find(chunkFrom, chunkTo);
      } else {
        compare(chunkFrom, chunkTo);
      }
      assignments.put(chunkFrom, chunkTo - chunkFrom, groups);
    }

    private void find(int chunkFrom, int chunkTo) {
      for (int from = chunkFrom; from < chunkTo; from += ScoreIndex.MOST_POINTS) {
        int count = Math.min(ScoreIndex.MOST_POINTS, chunkTo - from);
        int at = from - chunkFrom;
        parts.read(from, count, block);
        if (!scores.find(block, count, groups, at)) {
          parts.check(from, count, block, new double[count]);
          scores.compare(block, count, groups, at);
        }
      }
    }

    private void compare(int chunkFrom, int chunkTo) {
      Kernel kernel = Kernels.best();
      Kernel.Found found = new Kernel.Found(0);
      for (int from = chunkFrom; from < chunkTo; from += ScoreIndex.MOST_POINTS) {
        int count = Math.min(ScoreIndex.MOST_POINTS, chunkTo - from);
        parts.read(from, count, block);
        parts.check(from, count, block, found.distance);
        kernel.nearest(block, count, centres, all, all.length, found);
        for (int i = 0; i < count; i++) {
          groups[from - chunkFrom + i] = groupOf[found.centre[i]];
        }
      }
    }
  }
}
