package io.github.churnseg.cluster;

import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The state of one scan. */
final class ScanRun {

  private final ScanPlan plan;
  private final Encoder encoder;
  private final Points points;
  private final Workers workers;
  private final Progress progress;
  private final long began = System.nanoTime();
  private final OptionalLong allowed;
  private final List<Clustering> clusterings = new ArrayList<>();
  private final List<Grouping> groupings = new ArrayList<>();
  private final List<Duration> times = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private ScanRun(
      ScanPlan plan, Encoder encoder, Points points, Workers workers, Progress progress) {
    this.plan = plan;
    this.encoder = encoder;
    this.points = points;
    this.workers = workers;
    this.progress = progress;
    this.allowed =
        plan.timeLimit().map(limit -> OptionalLong.of(nanos(limit))).orElse(OptionalLong.empty());
  }

  private static long nanos(Duration limit) {
    // A limit of more than 292 years is none.
    return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? limit.toNanos() : Long.MAX_VALUE;
  }

  static KReport run(ScanPlan plan, CustomerFeatures customers, Progress progress) {
    Encoder.Encoded encoded = Encoder.learn(customers, plan.kMeans());
    try (Workers workers = new Workers(plan.kMeans().threads())) {
      Points points = Points.inTiles(encoded.columns, encoded.weights, workers);
      DistinctCustomers.require(
          plan.to(),
          points,
          "scan up to k=%d but only".formatted(plan.to()),
          distinct -> "choose scan(%d, %d)".formatted(Math.min(plan.from(), distinct), distinct));
      return new ScanRun(plan, encoded.encoder, points, workers, progress).run();
    }
  }

  private KReport run() {
    group();
    List<Spread> spreads = groupings.stream().map(this::spread).toList();
    List<Silhouettes.Score> silhouettes = silhouettes(spreads);
    Optional<double[]> stability = stability();
    Optional<Chance> chance = chance();
    List<KReport.Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < groupings.size(); i++) {
      int k = plan.from() + i;
      Clustering clustering = clusterings.get(i);
      candidates.add(
          new KReport.Candidate(
              new KMeansModel(
                  plan.kMeans().k(k),
                  encoder,
                  clustering,
                  Origin.of(plan.kMeans().k(k).inWords(), points)),
              silhouettes.get(i),
              spreads.get(i),
              groupings.get(i).smallest(),
              stability.map(all -> all[k - plan.from()]).orElse(Double.NaN),
              chance.map(c -> c.gap(k)).orElse(Double.NaN),
              chance.map(c -> c.gapError(k)).orElse(Double.NaN),
              times.get(i)));
    }
    return new KReport(plan, points.size(), candidates, chance, skipped);
  }

  private void group() {
    progress.update("k-means", 0);
    SplittableRandom random = new SplittableRandom(plan.kMeans().seed());
    Starts starts = Starts.draw(points, plan.kMeans().k(plan.to()), random, workers);
    double all = plan.to() - plan.from() + 1;
    for (int k = plan.from(); k <= plan.to(); k++) {
      if (k > plan.from() && isLate()) {
        skipped.add(k == plan.to() ? "k=" + k : "k=%d..%d".formatted(k, plan.to()));
        return;
      }
      long start = System.nanoTime();
      Clustering best = starts.best(k);
      clusterings.add(best);
      groupings.add(Grouping.of(best.groups, k));
      times.add(Duration.ofNanos(System.nanoTime() - start));
      progress.update("k-means", (k - plan.from() + 1) / all);
    }
  }

  private Spread spread(Grouping grouping) {
    return new Spread(points.columns(), grouping, workers);
  }

  private List<Silhouettes.Score> silhouettes(List<Spread> spreads) {
    progress.update("silhouette", 0);
    List<Silhouettes.Score> scores;
    if (plan.silhouette() == Silhouette.EUCLIDEAN) {
      long seed = plan.kMeans().seed();
      scores = Silhouettes.of(points.columns(), groupings, plan.silhouetteSample(), seed, workers);
    } else {
      scores =
          spreads.stream()
              .map(s -> new Silhouettes.Score(s.squaredSilhouette(), 0, points.size()))
              .toList();
    }
    progress.update("silhouette", 1);
    return scores;
  }

  private Optional<double[]> stability() {
    if (plan.resamples() == 0 || skip("stability")) {
      return Optional.empty();
    }
    progress.update("stability", 0);
    return Optional.of(
        Stability.of(
            points,
            clusterings,
            plan.kMeans(),
            plan.resamples(),
            workers,
            done -> progress.update("stability", done)));
  }

  private Optional<Chance> chance() {
    if (plan.references() == 0 || skip("the comparison with chance")) {
      return Optional.empty();
    }
    progress.update("references", 0);
    int to = plan.from() + groupings.size() - 1;
    return Optional.of(
        References.of(points, plan, to, workers, done -> progress.update("references", done)));
  }

  private boolean skip(String what) {
    boolean late = isLate();
    if (late) {
      skipped.add(what);
    }
    return late;
  }

  private boolean isLate() {
    return allowed.isPresent() && System.nanoTime() - began >= allowed.getAsLong();
  }
}
