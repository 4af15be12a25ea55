package io.github.churnseg.cluster;

import io.github.churnseg.internal.Interruption;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy k-means++: each centre is drawn among the points with a probability proportional to the
 * squared distance from the nearest centre so far; of a few draws the one that leaves the least sum
 * of such distances stays. D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful
 * seeding", SODA 2007; the greedy form is theirs too, with 2 + ln k draws as in scikit-learn.
 *
 * <p>A tile whose box is farther from a new centre than its farthest point is from the old ones is
 * left alone.
 */
final class Seeds {

  private static final int CHUNK = 128;

  private final Points points;
  private final Tiles tiles;
  private final Workers workers;
  private final SplittableRandom random;

  /** The squared distance of each point from the nearest centre so far. */
  private final double[] nearest;

  /** The largest of them in each tile. */
  private final double[] farthest;

  /** Their sum in each tile, each times its weight. */
  private final double[] potential;

  private Seeds(Points points, Workers workers, SplittableRandom random) {
    this.points = points;
    this.tiles = points.tiles();
    this.workers = workers;
    this.random = random;
    this.nearest = new double[points.size()];
    this.farthest = new double[tiles.count()];
    this.potential = new double[tiles.count()];
  }

  static double[][] draw(Points points, int k, SplittableRandom random, Workers workers) {
    return new Seeds(points, workers, random).draw(k);
  }

  private double[][] draw(int k) {
    double[][] centres = new double[k][];
    Arrays.fill(nearest, 1);
    for (int tile = 0; tile < potential.length; tile++) {
      potential[tile] = tileSum(tile);
    }
    centres[0] = points.point(pick());
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    Arrays.fill(farthest, Double.POSITIVE_INFINITY);
    add(centres[0]);
    int draws = k == 1 ? 0 : 2 + (int) Math.log(k);
    for (int c = 1; c < k; c++) {
      Interruption.check("K-means");
      centres[c] = bestOf(draws);
      add(centres[c]);
    }
    return centres;
  }

  private double[] bestOf(int draws) {
    double[] best = points.point(pick());
    double least = remaining(best);
    for (int draw = 1; draw < draws; draw++) {
      double[] centre = points.point(pick());
      double remaining = remaining(centre);
      if (remaining < least) {
        least = remaining;
        best = centre;
      }
    }
    return best;
  }

  /** What the potential would be with one centre more. */
  private double remaining(double[] centre) {
    double[] parts = new double[chunks()];
    workers.forEach(
        parts.length,
        (worker, chunk) -> {
          double sum = 0;
          int end = Math.min(tiles.count(), (chunk + 1) * CHUNK);
          for (int tile = chunk * CHUNK; tile < end; tile++) {
            sum += isNear(tile, centre) ? remaining(tile, centre) : potential[tile];
          }
          parts[chunk] = sum;
        });
    return Arrays.stream(parts).sum();
  }

  private int chunks() {
    return (tiles.count() + CHUNK - 1) / CHUNK;
  }

  /** Whether a centre can be nearer than those so far to some point of a tile. */
  private boolean isNear(int tile, double[] centre) {
    double square = 0;
    for (int j = 0; j < centre.length; j++) {
      double away = Math.abs(centre[j] - tiles.middle(tile, j)) - tiles.half(tile, j);
      square += away > 0 ? away * away : 0;
    }
    return square < farthest[tile];
  }

  private double remaining(int tile, double[] centre) {
    double sum = 0;
    for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
      sum += points.weight(point) * Math.min(nearest[point], points.distance(point, centre));
    }
    return sum;
  }

  private void add(double[] centre) {
    workers.forEach(
        chunks(),
        (worker, chunk) -> {
          int end = Math.min(tiles.count(), (chunk + 1) * CHUNK);
          for (int tile = chunk * CHUNK; tile < end; tile++) {
            if (isNear(tile, centre)) {
              lower(tile, centre);
            }
          }
        });
  }

  private void lower(int tile, double[] centre) {
    double most = 0;
    for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
      nearest[point] = Math.min(nearest[point], points.distance(point, centre));
      most = Math.max(most, nearest[point]);
    }
    farthest[tile] = most;
    potential[tile] = tileSum(tile);
  }

  private double tileSum(int tile) {
    double sum = 0;
    for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
      sum += points.weight(point) * nearest[point];
    }
    return sum;
  }

  /** Draws a point, with a probability proportional to its part of the potential. */
  private int pick() {
    double rest = random.nextDouble() * Arrays.stream(potential).sum();
    int last = -1;
    for (int tile = 0; tile < potential.length; tile++) {
      if (rest >= potential[tile] && tile < potential.length - 1) {
        rest -= potential[tile];
        continue;
      }
      for (int point = tiles.starts[tile]; point < tiles.starts[tile + 1]; point++) {
        double part = points.weight(point) * nearest[point];
        if (part > 0) {
          if (rest < part) {
            return point;
          }
          rest -= part;
          last = point;
        }
      }
    }
    return last >= 0 ? last : lastWithPart();
  }

  /** Where rounding has led past the last point that could be drawn. */
  private int lastWithPart() {
    int point = points.size() - 1;
    while (point > 0 && !(points.weight(point) * nearest[point] > 0)) {
      point--;
    }
    return point;
  }
}
