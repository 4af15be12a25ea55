package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A partition point by point, for many dimensions: one bound a point says until when it keeps its
 * centre ({@link Drift}). Blocks of points go through the kernel, as a whole where many are due.
 */
final class PointPartition implements Partition {

  private static final int BLOCK = Kernel.MOST_POINTS;

  /** Blocks a task. */
  private static final int CHUNK = 8;

  /** Points of a block that foretell how many are due. */
  private static final int SAMPLE = 64;

  private static final int NONE = -1;

  private final Points points;
  private final Workers workers;
  private final int k;
  private final int blocks;
  private final Drift drift;
  private final int[] groups;

  /** Until when a point keeps its centre, rounded down. */
  private final float[] expiry;

  /** Until when all points of a block keep theirs. */
  private final double[] blockExpiry;

  private final Sums sums;
  private final Task[] tasks;

  PointPartition(Points points, int k, Workers workers) {
    this.points = points;
    this.workers = workers;
    this.k = k;
    this.blocks = (points.size() + BLOCK - 1) / BLOCK;
    this.drift = new Drift(k);
    this.groups = new int[points.size()];
    this.expiry = new float[points.size()];
    this.blockExpiry = new double[blocks];
    Arrays.fill(groups, NONE);
    this.sums = points.sums(k);
    this.tasks = new Task[workers.threads()];
    Arrays.setAll(tasks, worker -> new Task());
  }

  @Override
  public Sums sums() {
    return sums;
  }

  @Override
  public void moved(double[] moves) {
    drift.add(moves);
  }

  @Override
  public void assign(double[][] centres) {
    workers.forEach(
        (blocks + CHUNK - 1) / CHUNK,
        (worker, chunk) -> {
          int end = Math.min(blocks, (chunk + 1) * CHUNK);
          for (int block = chunk * CHUNK; block < end; block++) {
            if (drift.moved()[k] >= blockExpiry[block]) {
              tasks[worker].run(centres, block);
            }
          }
        });
    for (Task task : tasks) {
      task.movers.settle();
      sums.drain(task.change);
    }
  }

  @Override
  public Clustering clustering(double[][] last, int iterations, boolean converged) {
    int[] counts = new int[k];
    for (int group : groups) {
      counts[group]++;
    }
    return Clustering.of(points, sums, groups, counts, last, iterations, converged, workers);
  }

  /** The work of one thread. */
  private final class Task {

    /** What this thread has changed in the sums. */
    private final Sums change = points.sums(k);

    private final Kernel kernel = Kernels.best();
    private final Kernel.Found found = new Kernel.Found(points.dimensions());
    private final double[][] gathered = found.block;
    private final int[] due = new int[BLOCK];
    private final ByGroup byGroup = new ByGroup(k);
    private final Movers movers = new Movers(change, k, points.dimensions());
    private final int[] all = IntStream.range(0, k).toArray();

    void run(double[][] centres, int block) {
      int from = block * BLOCK;
      int to = Math.min(points.size(), from + BLOCK);
      boolean first = groups[from] == NONE;
      int some = Math.min(to, from + SAMPLE);
      int count = first ? 0 : due(from, some, 0);
      boolean whole = first || count > (some - from) / 2;
      count = whole ? to - from : due(some, to, count);
      if (whole) {
        for (int j = 0; j < gathered.length; j++) {
          System.arraycopy(points.column(j), from, gathered[j], 0, count);
        }
        for (int i = 0; i < count; i++) {
          due[i] = from + i;
        }
      } else {
        gather(count);
      }
      if (count > 0) {
        kernel.nearest(gathered, count, centres, all, k, found);
        if (first) {
          System.arraycopy(found.centre, 0, groups, from, count);
          byGroup.take(found.centre, count);
          change.addPoints(gathered, count, from, byGroup);
        } else {
          movers.move(gathered, count, due, found.centre, groups);
        }
        remember(count);
      }
      // Where most were due, some soon are again.
      blockExpiry[block] = whole ? Double.NEGATIVE_INFINITY : earliest(from, to);
    }

    /** Adds those of some points that are due to so many, and returns how many there are then. */
    private int due(int from, int to, int before) {
      double[] moved = drift.moved();
      int count = before;
      for (int point = from; point < to; point++) {
        // Without a branch, since nothing foretells which way it would go.
        due[count] = point;
        count += expiry[point] > moved[groups[point]] ? 0 : 1;
      }
      return count;
    }

    private void gather(int count) {
      for (int j = 0; j < gathered.length; j++) {
        double[] column = points.column(j);
        for (int i = 0; i < count; i++) {
          gathered[j][i] = column[due[i]];
        }
      }
    }

    private void remember(int count) {
      for (int i = 0; i < count; i++) {
        double expired = drift.expiry(found.centre[i], found.margin[i]);
        expiry[due[i]] = (float) (expired * (1 - 0x1p-22));
      }
    }

    private double earliest(int from, int to) {
      double[] moved = drift.moved();
      double least = Double.POSITIVE_INFINITY;
      for (int point = from; point < to; point++) {
        double left = expiry[point] - moved[groups[point]];
        least = left < least ? left : least;
      }
      return drift.expiry(k, least);
    }
  }
}
