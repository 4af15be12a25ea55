package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * Which point belongs to which centre, kept up to date while the centres move.
 *
 * <p>A tile whose box lies on one side of all borders is settled as a whole; so is the filtering of
 * T. Kanungo et al., "An efficient k-means clustering algorithm: analysis and implementation", IEEE
 * Transactions on Pattern Analysis and Machine Intelligence 24 (2002),
 * doi:10.1109/TPAMI.2002.1017616. Of the others, each point is looked at, but only the centres that
 * can be nearest in the box. What was decided by a margin is not looked at again before the centres
 * have moved by as much ({@link Drift}). All comparisons leave room for rounding, so that the
 * result is what comparing all computed distances gives.
 */
final class Partition {

  /** Tiles a task; one look at their middles is one call of the kernel. */
  private static final int CHUNK = 128;

  private static final int NONE = -1;

  private final Points points;
  private final Tiles tiles;
  private final Workers workers;
  private final Kernel kernel;
  private final int k;
  private final int[] all;
  private final Drift drift;

  /** The centre of each point; of points in settled tiles it may be an old one. */
  private final int[] groups;

  /** The centre of each settled tile, {@code k} for one that is open. */
  private final int[] owner;

  private final double[] expiry;

  /** The same for each point of an open tile, rounded down. */
  private final float[] pointExpiry;

  private final Sums sums;
  private final Task[] tasks;
  private double[][] centres = new double[0][];

  Partition(Points points, int k, Workers workers) {
    this.points = points;
    this.tiles = points.tiles();
    this.workers = workers;
    this.k = k;
    this.kernel = new ScalarKernel();
    this.all = new int[k];
    Arrays.setAll(all, c -> c);
    this.drift = new Drift(k);
    this.groups = new int[points.size()];
    this.owner = new int[tiles.count()];
    this.expiry = new double[tiles.count()];
    this.pointExpiry = new float[points.size()];
    Arrays.fill(owner, NONE);
    Arrays.fill(expiry, Double.NEGATIVE_INFINITY);
    this.sums = tiles.sums.empty(k);
    this.tasks = new Task[workers.threads()];
    Arrays.setAll(tasks, worker -> new Task());
  }

  /** The sums of the points of each centre. */
  Sums sums() {
    return sums;
  }

  /** Tells how far each centre has moved since points were last assigned. */
  void moved(double[] moves) {
    drift.add(moves);
  }

  /** Gives each point to its nearest centre. */
  void assign(double[][] newCentres) {
    centres = newCentres;
    workers.forEach(
        (tiles.count() + CHUNK - 1) / CHUNK,
        (worker, chunk) ->
            tasks[worker].run(chunk * CHUNK, Math.min(tiles.count(), (chunk + 1) * CHUNK)));
    for (Task task : tasks) {
      sums.drain(task.change);
    }
  }

  /** The work of one thread. */
  private final class Task {

    /** What this thread has changed in the sums. */
    private final Sums change = tiles.sums.empty(k);

    private final Kernel.Found found = new Kernel.Found();
    private final double[][] middles = new double[points.dimensions()][CHUNK];
    private final int[] due = new int[CHUNK];
    private final int[] duePoints = new int[Tiles.MOST_POINTS + 1];
    private final int[] candidates = new int[k];

    /** Points that are to be looked at one by one, gathered from several tiles. */
    private final double[][] gathered = new double[points.dimensions()][Kernel.MOST_POINTS];

    private final int[] gatheredFrom = new int[Kernel.MOST_POINTS];
    private int gatheredCount;

    void run(int from, int to) {
      double[] moved = drift.moved();
      int count = 0;
      for (int tile = from; tile < to; tile++) {
        int before = owner[tile];
        if (before == NONE || moved[before] >= expiry[tile]) {
          if (before == k) {
            lookAtPoints(tile);
          } else {
            due[count++] = tile;
          }
        }
      }
      if (count > 0) {
        lookAtMiddles(count);
      }
      flush();
    }

    private void lookAtMiddles(int count) {
      for (int j = 0; j < middles.length; j++) {
        double[] middle = tiles.middle[j];
        double[] dueOnes = middles[j];
        for (int i = 0; i < count; i++) {
          dueOnes[i] = middle[due[i]];
        }
      }
      kernel.nearest(middles, 0, count, centres, all, k, found);
      int open = 0;
      for (int i = 0; i < count; i++) {
        int tile = due[i];
        double gap = Math.sqrt(found.second[i]) - Math.sqrt(found.nearest[i]);
        double margin = gap - 2 * tiles.radius[tile] - rounding() * Math.sqrt(found.second[i]);
        if (margin > 0) {
          settle(tile, found.centre[i], margin);
        } else {
          found.centre[open] = found.centre[i];
          due[open++] = tile;
        }
      }
      int[] nearest = Arrays.copyOf(found.centre, open);
      for (int i = 0; i < open; i++) {
        lookCloser(due[i], nearest[i]);
      }
    }

    /** Looks at those points of an open tile whose decisions have expired. */
    private void lookAtPoints(int tile) {
      double[] moved = drift.moved();
      int from = tiles.starts[tile];
      int to = tiles.starts[tile + 1];
      int count = 0;
      for (int point = from; point < to; point++) {
        // Without a branch, since nothing foretells which way it would go.
        duePoints[count] = point;
        count += pointExpiry[point] > moved[groups[point]] ? 0 : 1;
      }
      if (count == 0) {
        expiry[tile] = tileExpiry(from, to);
      } else if (count > (to - from) / 4) {
        lookCloser(tile, groups[from + (to - from) / 2]);
      } else {
        expiry[tile] = Double.NEGATIVE_INFINITY;
        gather(count);
      }
    }

    private double tileExpiry(int from, int to) {
      double[] moved = drift.moved();
      double least = Double.POSITIVE_INFINITY;
      for (int point = from; point < to; point++) {
        least = Math.min(least, pointExpiry[point] - moved[groups[point]]);
      }
      return drift.expiry(k, least);
    }

    private void gather(int count) {
      if (gatheredCount + count > Kernel.MOST_POINTS) {
        flush();
      }
      for (int j = 0; j < gathered.length; j++) {
        double[] from = points.column(j);
        double[] to = gathered[j];
        for (int i = 0; i < count; i++) {
          to[gatheredCount + i] = from[duePoints[i]];
        }
      }
      System.arraycopy(duePoints, 0, gatheredFrom, gatheredCount, count);
      gatheredCount += count;
    }

    private void flush() {
      if (gatheredCount > 0) {
        kernel.nearest(gathered, 0, gatheredCount, centres, all, k, found);
        for (int i = 0; i < gatheredCount; i++) {
          decide(gatheredFrom[i], i, Double.POSITIVE_INFINITY);
        }
        gatheredCount = 0;
      }
    }

    /** Takes over what the kernel has found; returns the margin. */
    private double decide(int point, int i, double otherMargin) {
      int centre = found.centre[i];
      if (groups[point] != centre) {
        change.movePoint(point, groups[point], centre);
        groups[point] = centre;
      }
      double far = Math.sqrt(found.second[i]);
      double gap = far - Math.sqrt(found.nearest[i]) - rounding() * far;
      double margin = Math.min(gap, otherMargin);
      pointExpiry[point] = (float) (drift.expiry(centre, margin) * (1 - 0x1p-22));
      return margin;
    }

    /** Looks at the corner of the box that is nearest to each other centre's side. */
    private void lookCloser(int tile, int near) {
      int count = 0;
      double margin = Double.POSITIVE_INFINITY;
      for (int c = 0; c < k; c++) {
        double lead = c == near ? 0 : lead(tile, near, c);
        if (lead > 0) {
          margin = Math.min(margin, lead);
        } else {
          candidates[count++] = c;
        }
      }
      if (count == 1) {
        settle(tile, near, margin);
      } else {
        open(tile, near, count, margin);
      }
    }

    /** By how much all points of a tile are nearer to one centre than to another, at least. */
    private double lead(int tile, int near, int far) {
      double[] a = centres[near];
      double[] b = centres[far];
      double least = 0;
      double toNear = 0;
      double toFar = 0;
      for (int j = 0; j < a.length; j++) {
        double low = tiles.low[j][tile];
        double high = tiles.high[j][tile];
        double corner = b[j] > a[j] ? high : low;
        least += (b[j] - a[j]) * ((b[j] - corner) + (a[j] - corner));
        double nearSide = Math.max(Math.abs(low - a[j]), Math.abs(high - a[j]));
        double farSide = Math.max(Math.abs(low - b[j]), Math.abs(high - b[j]));
        toNear += nearSide * nearSide;
        toFar += farSide * farSide;
      }
      double both = Math.sqrt(toNear) + Math.sqrt(toFar);
      return both > 0 ? least / both - rounding() * both : 0;
    }

    private void settle(int tile, int centre, double margin) {
      int before = owner[tile];
      if (before == NONE) {
        change.addGroup(centre, tiles.sums, tile, 1);
      } else if (before == k) {
        for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
          if (groups[point] != centre) {
            change.movePoint(point, groups[point], centre);
          }
        }
      } else if (before != centre) {
        change.addGroup(before, tiles.sums, tile, -1);
        change.addGroup(centre, tiles.sums, tile, 1);
      }
      owner[tile] = centre;
      expiry[tile] = drift.expiry(centre, margin);
    }

    private void open(int tile, int near, int count, double otherMargin) {
      int from = tiles.starts[tile];
      int to = tiles.starts[tile + 1];
      if (owner[tile] != k) {
        if (owner[tile] == NONE) {
          change.addGroup(near, tiles.sums, tile, 1);
          owner[tile] = near;
        }
        Arrays.fill(groups, from, to, owner[tile]);
        owner[tile] = k;
      }
      kernel.nearest(points.columns(), from, to - from, centres, candidates, count, found);
      double least = otherMargin;
      for (int i = 0; i < to - from; i++) {
        least = Math.min(least, decide(from + i, i, otherMargin));
      }
      expiry[tile] = drift.expiry(k, least);
    }
  }

  /** More than the relative error of the difference of two computed distances. */
  private double rounding() {
    return (points.dimensions() + 8) * 0x1p-49;
  }

  /** The partition as a result; the points must have been assigned to these centres. */
  Clustering clustering(double[][] last, int iterations, boolean converged) {
    int[] counts = counts();
    int[] places = Clustering.largestFirst(last, counts);
    int[] groupOf = new int[k];
    for (int group = 0; group < k; group++) {
      groupOf[places[group]] = group;
    }
    int count = tiles.count();
    double[] inertia = new double[count];
    workers.forEach(
        (count + CHUNK - 1) / CHUNK,
        (worker, chunk) -> {
          int end = Math.min(count, (chunk + 1) * CHUNK);
          for (int tile = chunk * CHUNK; tile < end; tile++) {
            inertia[tile] = finish(tile, groupOf);
          }
        });
    return new Clustering(
        Arrays.stream(places).mapToObj(c -> last[c]).toArray(double[][]::new),
        groups,
        Arrays.stream(places).map(c -> counts[c]).toArray(),
        places,
        Arrays.stream(inertia).sum(),
        iterations,
        converged);
  }

  private int[] counts() {
    int[] counts = new int[k];
    for (int tile = 0; tile < tiles.count(); tile++) {
      if (owner[tile] < k) {
        counts[owner[tile]] += tiles.starts[tile + 1] - tiles.starts[tile];
      } else {
        for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
          counts[groups[point]]++;
        }
      }
    }
    return counts;
  }

  /** Numbers the points of a tile by their groups; returns their part of the inertia. */
  private double finish(int tile, int[] groupOf) {
    double sum = 0;
    for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
      int centre = owner[tile] < k ? owner[tile] : groups[point];
      sum += points.weight(point) * points.distance(point, centres[centre]);
      groups[point] = groupOf[centre];
    }
    return sum;
  }
}
