package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.Labels;
import io.github.churnseg.model.Predictions;
import java.util.Arrays;
import java.util.Optional;

/**
 * Figures that follow from the order of the probabilities alone. Equal probabilities are one group;
 * groups stand highest first.
 */
final class Ranking {

  private final double[] scores;
  private final long[] hits;
  private final long[] misses;
  private final long positives;
  private final long negatives;

  private Ranking(double[] scores, long[] hits, long[] misses, long positives, long negatives) {
    this.scores = scores;
    this.hits = hits;
    this.misses = misses;
    this.positives = positives;
    this.negatives = negatives;
  }

  /** Groups equal scores, highest first: how many of each group are of the class, and are not. */
  static Ranking of(double[] scores, boolean[] positive) {
    double[] distinct = Arrays.stream(scores).distinct().sorted().toArray();
    double[] falling = new double[distinct.length];
    Arrays.setAll(falling, group -> distinct[distinct.length - 1 - group]);
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
    return new Ranking(falling, hits, misses, positives, scores.length - positives);
  }

  /** By the probability of the positive class. */
  static Ranking ofPositive(Predictions predictions, Labels truth) {
    if (predictions.size() != truth.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions but " + truth.size() + " labels; give one a customer");
    }
    if (truth.size() == 0) {
      throw new InvalidDataException("no customers: there is nothing to choose by");
    }
    double[] scores = new double[truth.size()];
    boolean[] is = new boolean[truth.size()];
    for (int row = 0; row < is.length; row++) {
      scores[row] = predictions.probability(row);
      is[row] = predictions.positiveClass().equals(Optional.of(truth.of(row)));
    }
    return of(scores, is);
  }

  int groups() {
    return hits.length;
  }

  double score(int group) {
    return scores[group];
  }

  long hits(int group) {
    return hits[group];
  }

  long misses(int group) {
    return misses[group];
  }

  long size(int group) {
    return hits[group] + misses[group];
  }

  long positives() {
    return positives;
  }

  long negatives() {
    return negatives;
  }

  long size() {
    return positives + negatives;
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

  /**
   * The variance of {@link #auc} by the shares of the others that each customer is ranked right to
   * (DeLong, DeLong, Clarke-Pearson 1988, doi:10.2307/2531595).
   */
  double varianceOfAuc() {
    double auc = auc();
    double ofHits = 0;
    double ofMisses = 0;
    long hitsAbove = 0;
    long missesAbove = 0;
    for (int group = 0; group < hits.length; group++) {
      double below = negatives - missesAbove - 0.5 * misses[group];
      double right = below / negatives - auc;
      double over = (hitsAbove + 0.5 * hits[group]) / positives - auc;
      ofHits += hits[group] * right * right;
      ofMisses += misses[group] * over * over;
      hitsAbove += hits[group];
      missesAbove += misses[group];
    }
    return ofHits / (positives - 1.0) / positives + ofMisses / (negatives - 1.0) / negatives;
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

  /**
   * How many of the class are expected among so many customers with the highest scores, if those
   * who are equal are taken in any order.
   */
  double found(double customers) {
    double found = 0;
    double left = customers;
    for (int group = 0; group < hits.length && left > 0; group++) {
      double taken = Math.min(left, (double) size(group));
      found += hits[group] * taken / size(group);
      left -= taken;
    }
    return found;
  }
}
