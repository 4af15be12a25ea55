package io.github.churnseg.cluster;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a scan, checked.
 *
 * @param from the smallest k
 * @param to the largest k
 * @param kMeans the settings that all ks share
 * @param silhouette its distance
 * @param silhouetteSample up to how many customers it is exact
 * @param resamples for the stability
 * @param references sets without groups, of each kind
 * @param timeLimit after which no more is begun
 */
record ScanPlan(
    int from,
    int to,
    Plan kMeans,
    Silhouette silhouette,
    int silhouetteSample,
    int resamples,
    int references,
    Optional<Duration> timeLimit) {

  ScanPlan {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "scan from k=%d to k=%d; choose 1 <= from <= to, such as scan(2, 10)"
              .formatted(from, to));
    }
    if (silhouetteSample < 100) {
      throw new IllegalArgumentException(
          "silhouetteSample=" + silhouetteSample + "; choose at least 100 customers");
    }
    if (resamples < 0) {
      throw new IllegalArgumentException(
          "stability over " + resamples + " resamples; choose 0 for none, or some 20");
    }
    if (references < 0 || references == 1) {
      throw new IllegalArgumentException(
          "references=" + references + "; choose 0 for none, or at least 2 to see how they vary");
    }
    if (timeLimit.isPresent() && (timeLimit.get().isNegative() || timeLimit.get().isZero())) {
      throw new IllegalArgumentException(
          "time limit " + timeLimit.get() + "; choose more than nothing");
    }
  }

  private ScanPlan with(Plan plan, Silhouette distance, int sample, int again, int sets) {
    return new ScanPlan(from, to, plan, distance, sample, again, sets, timeLimit);
  }

  ScanPlan kMeans(Plan value) {
    return with(value, silhouette, silhouetteSample, resamples, references);
  }

  ScanPlan silhouette(Silhouette value) {
    return with(kMeans, value, silhouetteSample, resamples, references);
  }

  ScanPlan silhouetteSample(int value) {
    return with(kMeans, silhouette, value, resamples, references);
  }

  ScanPlan resamples(int value) {
    return with(kMeans, silhouette, silhouetteSample, value, references);
  }

  ScanPlan references(int value) {
    return with(kMeans, silhouette, silhouetteSample, resamples, value);
  }

  ScanPlan timeLimit(Duration value) {
    return new ScanPlan(
        from, to, kMeans, silhouette, silhouetteSample, resamples, references, Optional.of(value));
  }
}
