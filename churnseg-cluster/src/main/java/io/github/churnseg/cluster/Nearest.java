package io.github.churnseg.cluster;

import java.util.Arrays;

/** Puts rows, in any order, to their nearest centres; at equal distances as the run did. */
final class Nearest {

  private static final int CHUNK = 32 * Kernel.MOST_POINTS;

  private Nearest() {}

  /** The group of each row. */
  static int[] groups(double[][] columns, Clustering clustering, int threads) {
    int size = columns[0].length;
    int k = clustering.places.length;
    double[][] centres = new double[k][];
    int[] groupOf = new int[k];
    for (int group = 0; group < k; group++) {
      int place = clustering.places[group];
      centres[place] = clustering.centres[group];
      groupOf[place] = group;
    }
    Kernel kernel = new ScalarKernel();
    int[] groups = new int[size];
    int chunks = (size + CHUNK - 1) / CHUNK;
    try (Workers workers = new Workers(Math.max(1, Math.min(threads, chunks)))) {
      Kernel.Found[] found = new Kernel.Found[workers.threads()];
      Arrays.setAll(found, worker -> new Kernel.Found());
      workers.forEach(
          chunks,
          (worker, chunk) -> {
            Kernel.Found own = found[worker];
            int end = Math.min(size, (chunk + 1) * CHUNK);
            for (int from = chunk * CHUNK; from < end; from += Kernel.MOST_POINTS) {
              int count = Math.min(Kernel.MOST_POINTS, end - from);
              kernel.nearestOnly(columns, from, count, centres, own);
              for (int i = 0; i < count; i++) {
                groups[from + i] = groupOf[own.centre[i]];
              }
            }
          });
    }
    return groups;
  }
}
