package io.github.churnseg.classify;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Steps that never fall, as close to what happened as such steps can be, joined by straight lines
 * (pool adjacent violators; Zadrozny, Elkan 2002, doi:10.1145/775047.775151).
 */
final class IsotonicCurve implements Curve {

  private final double[] given;
  private final double[] corrected;

  IsotonicCurve(double[] given, double[] corrected) {
    this.given = given;
    this.corrected = corrected;
  }

  /** No customer is certain: no share goes nearer to 0 or 1 than one of two more customers. */
  static IsotonicCurve fit(double[] probabilities, boolean[] yes) {
    Blocks blocks = Blocks.of(probabilities, yes);
    double least = 1.0 / (yes.length + 2);
    double[] given = new double[2 * blocks.count];
    double[] corrected = new double[2 * blocks.count];
    for (int block = 0; block < blocks.count; block++) {
      double share = blocks.hits[block] / blocks.rows[block];
      given[2 * block] = blocks.from[block];
      given[2 * block + 1] = blocks.to[block];
      Arrays.fill(corrected, 2 * block, 2 * block + 2, Math.min(Math.max(share, least), 1 - least));
    }
    return new IsotonicCurve(given, corrected);
  }

  /** Not to be changed. */
  double[] given() {
    return given;
  }

  /** Not to be changed. */
  double[] corrected() {
    return corrected;
  }

  @Override
  public double of(double probability) {
    int last = given.length - 1;
    if (probability <= given[0]) {
      return corrected[0];
    }
    if (probability >= given[last]) {
      return corrected[last];
    }
    int low = 0;
    int high = last;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (given[middle] <= probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double share = (probability - given[low]) / (given[high] - given[low]);
    return corrected[low] + share * (corrected[high] - corrected[low]);
  }

  /**
   * Neighbouring probabilities with one share; a block that is not above the one before joins it.
   */
  private static final class Blocks {

    final double[] from;
    final double[] to;
    final double[] hits;
    final double[] rows;
    int count;

    private Blocks(int most) {
      from = new double[most];
      to = new double[most];
      hits = new double[most];
      rows = new double[most];
    }

    static Blocks of(double[] probabilities, boolean[] yes) {
      int[] order =
          IntStream.range(0, yes.length)
              .boxed()
              .sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      Blocks blocks = new Blocks(yes.length);
      for (int at = 0; at < order.length; ) {
        double probability = probabilities[order[at]];
        int first = at;
        double hits = 0;
        while (at < order.length && probabilities[order[at]] == probability) {
          hits += yes[order[at++]] ? 1 : 0;
        }
        blocks.add(probability, hits, at - first);
      }
      return blocks;
    }

    private void add(double probability, double hit, int many) {
      from[count] = probability;
      to[count] = probability;
      hits[count] = hit;
      rows[count] = many;
      count++;
      while (count > 1 && hits[count - 1] * rows[count - 2] <= hits[count - 2] * rows[count - 1]) {
        count--;
        to[count - 1] = to[count];
        hits[count - 1] += hits[count];
        rows[count - 1] += rows[count];
      }
    }
  }
}
