package io.github.churnseg.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Greedy k-means++: each centre is drawn among the points with a probability proportional to the
 * squared distance from the nearest centre so far; of a few draws the one that leaves the least sum
 * of such distances stays. D. Arthur, S. Vassilvitskii, "k-means++: the advantages of careful
 * seeding", SODA 2007; the greedy form is theirs too, with 2 + ln k draws as in scikit-learn.
 */
final class Seeds {

  private static final int CHUNK = 4096;

  private final Points points;
  private final Workers workers;
  private final SplittableRandom random;
  private final int chunks;

  /** The squared distance of each point from the nearest centre so far. */
  private double[] nearest;

  private double[] candidate;

  private Seeds(Points points, Workers workers, SplittableRandom random) {
    this.points = points;
    this.workers = workers;
    this.random = random;
    this.chunks = (points.size() + CHUNK - 1) / CHUNK;
    this.nearest = new double[points.size()];
    this.candidate = new double[points.size()];
  }

  static double[][] draw(Points points, int k, SplittableRandom random, Workers workers) {
    return new Seeds(points, workers, random).draw(k);
  }

  private double[][] draw(int k) {
    double[][] centres = new double[k][];
    Arrays.fill(nearest, 1);
    centres[0] = points.point(pick(potentials()));
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    double[] potentials = lower(centres[0]);
    swap();
    int draws = 2 + (int) Math.log(k);
    for (int c = 1; c < k; c++) {
      Workers.checkInterrupted();
      potentials = draw(centres, c, draws, potentials);
    }
    return centres;
  }

  private double[] draw(double[][] centres, int c, int draws, double[] potentials) {
    double least = Double.POSITIVE_INFINITY;
    for (int draw = 0; draw < draws; draw++) {
      double[] centre = points.point(pick(potentials));
      double potential = Arrays.stream(lower(centre)).sum();
      if (potential < least) {
        least = potential;
        centres[c] = centre;
      }
    }
    double[] lowered = lower(centres[c]);
    swap();
    return lowered;
  }

  private void swap() {
    double[] old = nearest;
    nearest = candidate;
    candidate = old;
  }

  private double[] potentials() {
    double[] potentials = new double[chunks];
    for (int point = 0; point < nearest.length; point++) {
      potentials[point / CHUNK] += points.weight(point) * nearest[point];
    }
    return potentials;
  }

  /** What the nearest distances would be with one centre more; returns their sums by chunk. */
  private double[] lower(double[] centre) {
    double[] potentials = new double[chunks];
    workers.forEach(
        chunks,
        chunk -> {
          int end = Math.min(points.size(), (chunk + 1) * CHUNK);
          double sum = 0;
          for (int point = chunk * CHUNK; point < end; point++) {
            candidate[point] = Math.min(nearest[point], points.distance(point, centre));
            sum += points.weight(point) * candidate[point];
          }
          potentials[chunk] = sum;
        });
    return potentials;
  }

  /** Draws a point, with a probability proportional to its part of the potentials. */
  private int pick(double[] potentials) {
    double total = Arrays.stream(potentials).sum();
    double rest = random.nextDouble() * total;
    int chunk = 0;
    while (chunk < chunks - 1 && rest >= potentials[chunk]) {
      rest -= potentials[chunk++];
    }
    int last = -1;
    int end = Math.min(points.size(), (chunk + 1) * CHUNK);
    for (int point = chunk * CHUNK; point < end; point++) {
      double part = points.weight(point) * nearest[point];
      if (part > 0) {
        last = point;
        if (rest < part) {
          return point;
        }
        rest -= part;
      }
    }
    return last >= 0 ? last : firstWithPart();
  }

  /** Where rounding has led past the last point that could be drawn. */
  private int firstWithPart() {
    int point = 0;
    while (point < points.size() - 1 && !(points.weight(point) * nearest[point] > 0)) {
      point++;
    }
    return point;
  }
}
