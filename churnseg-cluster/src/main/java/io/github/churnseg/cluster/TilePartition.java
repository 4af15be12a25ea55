package io.github.churnseg.cluster;

import java.util.Arrays;

/**
 * A partition by tiles, for few dimensions.
 *
 * <p>A tile whose box lies on one side of all borders is settled as a whole; so is the filtering of
 * T. Kanungo et al., "An efficient k-means clustering algorithm: analysis and implementation", IEEE
 * Transactions on Pattern Analysis and Machine Intelligence 24 (2002),
 * doi:10.1109/TPAMI.2002.1017616. The others are open: each of their points is looked at, but only
 * the centres that can be nearest in the box, mostly two ({@link BetweenTwo}, {@link AmongMany}).
 * What was decided by a margin is not looked at again before the centres have moved by as much
 * ({@link Drift}). All comparisons leave room for rounding, so that the result is what comparing
 * all computed distances gives.
 */
final class TilePartition implements Partition {

  /** Tiles a task; one look at their middles is one call of the kernel. */
  static final int CHUNK = 128;

  /** The owner of a tile that nobody has looked at. */
  static final int NONE = -1;

  /** Of how many times the centres are remembered: few decisions are left alone for longer. */
  private static final int REMEMBERED = 256;

  private static final double[][] FORGOTTEN = {};

  final Points points;
  final Tiles tiles;
  final int k;
  final Drift drift;

  /** The centre of each point in tiles that are open between many, and perhaps an old one else. */
  final int[] groups;

  /** The centre of each settled tile, {@link #between} or {@link #among} for one that is open. */
  final int[] owner;

  /** The owner of tiles that are open between two centres. */
  final int between;

  /** The owner of tiles that are open among more than two. */
  final int among;

  /** What was decided about the points of tiles between two centres. */
  final Sides sides;

  /** Until when what was decided about a tile holds. */
  final double[] expiry;

  /** The centres that can be nearest in an open tile, a bit each; none where k is above 64. */
  final long[] rivals;

  /** Until when no other centre can be nearest in an open tile. */
  final double[] rivalExpiry;

  /** How many times points have been assigned. */
  int time;

  /** The centres of the last few times, one after the other and over again. */
  private final double[][][] history = new double[REMEMBERED][0][];

  /**
   * For each chunk with tiles that are open among many, until when each of its points keeps its
   * centre there.
   */
  private final double[][] pointExpiry;

  private final Workers workers;
  private final Sums sums;
  private final TileTask[] tasks;

  TilePartition(Points points, int k, Workers workers) {
    this.points = points;
    this.tiles = points.tiles();
    this.workers = workers;
    this.k = k;
    this.between = k;
    this.among = k + 1;
    this.drift = new Drift(k);
    this.groups = new int[points.size()];
    this.owner = new int[tiles.count()];
    this.expiry = new double[tiles.count()];
    this.sides = new Sides(tiles.count());
    this.rivals = new long[tiles.count()];
    this.rivalExpiry = new double[tiles.count()];
    this.pointExpiry = new double[(tiles.count() + CHUNK - 1) / CHUNK][0];
    Arrays.fill(owner, NONE);
    this.sums = points.sums(k);
    this.tasks = new TileTask[workers.threads()];
    Arrays.setAll(tasks, worker -> new TileTask(this));
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
  public void assign(double[][] newCentres) {
    time++;
    history[time % REMEMBERED] = newCentres;
    workers.forEach(
        (tiles.count() + CHUNK - 1) / CHUNK,
        (worker, chunk) -> {
          int from = chunk * CHUNK;
          tasks[worker].run(newCentres, from, Math.min(tiles.count(), from + CHUNK));
        });
    for (TileTask task : tasks) {
      sums.drain(task.change);
    }
  }

  @Override
  public Clustering clustering(double[][] last, int iterations, boolean converged) {
    int count = tiles.count();
    workers.forEach(
        (count + CHUNK - 1) / CHUNK,
        (worker, chunk) -> {
          int end = Math.min(count, (chunk + 1) * CHUNK);
          for (int tile = chunk * CHUNK; tile < end; tile++) {
            write(tile);
          }
        });
    return Clustering.of(points, sums, groups, counts(), last, iterations, converged, workers);
  }

  /** The points of each centre, mostly whole tiles at a time. */
  private int[] counts() {
    int[] counts = new int[k];
    for (int tile = 0; tile < tiles.count(); tile++) {
      int from = tiles.starts[tile];
      int to = tiles.starts[tile + 1];
      if (owner[tile] < k) {
        counts[owner[tile]] += to - from;
      } else if (owner[tile] == between) {
        int seconds = sides.seconds(tile);
        counts[second(tile)] += seconds;
        counts[first(tile)] += to - from - seconds;
      } else {
        for (int point = from; point < to; point++) {
          counts[groups[point]]++;
        }
      }
    }
    return counts;
  }

  /**
   * Until when points in tiles that are open among many keep their centres, for a tile and its
   * neighbours.
   */
  double[] pointExpiry(int tile) {
    int chunk = tile / CHUNK;
    if (pointExpiry[chunk].length == 0) {
      int end = Math.min(tiles.count(), (chunk + 1) * CHUNK);
      pointExpiry[chunk] = new double[tiles.starts[end] - tiles.starts[chunk * CHUNK]];
    }
    return pointExpiry[chunk];
  }

  /** The place of the tile's first point there. */
  int place(int tile) {
    return tiles.starts[tile] - tiles.starts[tile / CHUNK * CHUNK];
  }

  /** The centres at some time; none if they are not remembered. */
  double[][] centresAt(int past) {
    return time - past < REMEMBERED ? history[past % REMEMBERED] : FORGOTTEN;
  }

  /** Gives each point of a tile the number of its own centre. */
  void write(int tile) {
    int from = tiles.starts[tile];
    int to = tiles.starts[tile + 1];
    if (owner[tile] < k) {
      Arrays.fill(groups, from, to, owner[tile]);
    } else if (owner[tile] == between) {
      int first = first(tile);
      int second = second(tile);
      for (int point = from; point < to; point++) {
        groups[point] = sides.isSecond(tile, point - from) ? second : first;
      }
    }
  }

  int first(int tile) {
    return Long.numberOfTrailingZeros(rivals[tile]);
  }

  int second(int tile) {
    return Long.SIZE - 1 - Long.numberOfLeadingZeros(rivals[tile]);
  }
}
