package io.github.churnseg.classify;

import java.util.Arrays;

/** Figures that follow from the order of the probabilities alone. */
final class Ranking {

  private final long[] hits;
  private final long[] misses;
  private final long positives;
  private final long negatives;

  private Ranking(long[] hits, long[] misses, long positives, long negatives) {
    this.hits = hits;
    this.misses = misses;
    this.positives = positives;
    this.negatives = negatives;
  }

  /** Groups equal scores, highest first: how many of each group are of the class, and are not. */
  static Ranking of(double[] scores, boolean[] positive) {
    double[] distinct = Arrays.stream(scores).distinct().sorted().toArray();
    long[] hits = new long[distinct.length];
    long[] misses = new long[distinct.length];
    long positives = 0;
    for (int row = 0; row < scores.length; row++) {
      int group = distinct.length - 1 - Arrays.binarySearch(distinct, scores[row]);
      if (positive[row]) {
        hits[group]++;
        positives++;
      } else {
        misses[group]++;
      }
    }
    return new Ranking(hits, misses, positives, scores.length - positives);
  }

  /** Of all pairs of one who is of the class and one who is not, the share ranked right. */
  double auc() {
    double right = 0;
    long above = 0;
    for (int group = 0; group < hits.length; group++) {
      right += (double) misses[group] * above + 0.5 * misses[group] * hits[group];
      above += hits[group];
    }
    return right / ((double) positives * negatives);
  }

  /** The precision at each group, weighted by the share of the class that is in it. */
  double averagePrecision() {
    double sum = 0;
    long found = 0;
    long seen = 0;
    for (int group = 0; group < hits.length; group++) {
      found += hits[group];
      seen += hits[group] + misses[group];
      sum += (double) hits[group] * found / seen;
    }
    return positives == 0 ? Double.NaN : sum / positives;
  }
}
