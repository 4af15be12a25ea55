package io.github.churnseg.cluster;

import io.github.churnseg.cluster.KReport.Candidate;
import io.github.churnseg.cluster.KReport.Criterion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What each criterion is for, and whether that makes one k clear. A k is clear if at least half of
 * the criteria are for it, customers without groups would not give as good a figure, resampled
 * customers come to the same groups, and no group is a single customer.
 */
final class KVote {

  /**
   * By how much the silhouette must exceed that of customers without groups. Below it, groups may
   * be more than chance and yet run into one another.
   */
  private static final double MARGIN = 0.05;

  /**
   * The same where the gap statistic sees one group. Customers spread evenly over a triangle, or
   * thinning out from a corner, split into stable thirds and are one group nevertheless.
   */
  private static final double WIDE_MARGIN = 0.2;

  /** And by how many standard deviations of chance. */
  private static final double DEVIATIONS = 3;

  /** Below this mean adjusted Rand index, other customers of the same kind give other groups. */
  private static final double STABLE = 0.75;

  private final List<Candidate> candidates;
  private final Optional<Chance> chance;
  private final Map<Criterion, Integer> votes = new EnumMap<>(Criterion.class);
  private final List<String> doubts = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final OptionalInt winner;

  KVote(List<Candidate> candidates, Optional<Chance> chance) {
    this.candidates = candidates.stream().filter(c -> c.k() > 1).toList();
    this.chance = chance;
    for (Criterion criterion : Criterion.values()) {
      best(criterion).ifPresent(candidate -> votes.put(criterion, candidate.k()));
    }
    if (oneGroup()) {
      votes.put(Criterion.GAP, 1);
    }
    this.winner = winner();
    winner.ifPresent(k -> judge(this.candidates.get(k - this.candidates.get(0).k())));
  }

  /** The k each criterion is for; 1 where the gap statistic sees one group. */
  Map<Criterion, Integer> votes() {
    return votes;
  }

  OptionalInt suggestion() {
    return doubts.isEmpty() ? winner : OptionalInt.empty();
  }

  OptionalInt winnerOfVotes() {
    return winner;
  }

  List<String> reasons() {
    return doubts.isEmpty() ? reasons : doubts;
  }

  Optional<Candidate> best(Criterion criterion) {
    Comparator<Candidate> byMerit = Comparator.comparingDouble(c -> merit(criterion, c));
    // Of equally good ones the smallest k, which comes first.
    return candidates.stream()
        .filter(c -> Double.isFinite(merit(criterion, c)))
        .reduce((a, b) -> byMerit.compare(b, a) > 0 ? b : a);
  }

  private double merit(Criterion criterion, Candidate candidate) {
    return switch (criterion) {
      case SILHOUETTE -> candidate.silhouette();
      case CALINSKI_HARABASZ -> candidate.calinskiHarabasz();
      case DAVIES_BOULDIN -> -candidate.daviesBouldin();
      case PARITY -> parity(candidate);
      case GAP -> gap(candidate);
      case STABILITY -> stability(candidate);
    };
  }

  /** The smaller of how much of the fall in inertia and of the rise in silhouette is reached. */
  private double parity(Candidate candidate) {
    double first = candidates.get(0).inertia();
    double fall = first - candidates.get(candidates.size() - 1).inertia();
    double low = candidates.stream().mapToDouble(Candidate::silhouette).min().orElseThrow();
    double high = candidates.stream().mapToDouble(Candidate::silhouette).max().orElseThrow();
    return Math.min(
        (first - candidate.inertia()) / fall, (candidate.silhouette() - low) / (high - low));
  }

  /** Better the sooner the gap is as large as the next one less its error; else by the gap. */
  private double gap(Candidate candidate) {
    if (!Double.isFinite(candidate.gap())) {
      return Double.NaN;
    }
    int next = candidates.indexOf(candidate) + 1;
    boolean enough =
        next < candidates.size()
            && candidate.gap() >= candidates.get(next).gap() - candidates.get(next).gapError();
    return enough ? 1e9 - candidate.k() : candidate.gap();
  }

  private boolean oneGroup() {
    return chance.isPresent()
        && !candidates.isEmpty()
        && candidates.get(0).k() == 2
        && chance.get().gap(1) >= candidates.get(0).gap() - candidates.get(0).gapError();
  }

  /** As stable as the most stable, to a fiftieth, and then the larger k: it says more. */
  private double stability(Candidate candidate) {
    double most = candidates.stream().mapToDouble(Candidate::stability).max().orElse(Double.NaN);
    return candidate.stability() >= most - 0.02 ? candidate.k() : candidate.stability() - 1;
  }

  private OptionalInt winner() {
    return candidates.stream()
        .filter(candidate -> support(candidate.k()) > 0)
        .max(
            Comparator.<Candidate>comparingLong(candidate -> support(candidate.k()))
                .thenComparing(Candidate::silhouette)
                .thenComparing(candidate -> -candidate.k()))
        .map(candidate -> OptionalInt.of(candidate.k()))
        .orElse(OptionalInt.empty());
  }

  long support(int k) {
    return votes.values().stream().filter(vote -> vote == k).count();
  }

  private void judge(Candidate winner) {
    long support = support(winner.k());
    boolean half = 2 * support >= votes.size();
    say(
        half,
        half ? "%d of %d criteria are for k=%d" : "only %d of %d criteria are for k=%d",
        support,
        votes.size(),
        winner.k());
    chance.ifPresent(c -> judgeChance(winner.k(), c));
    if (!Double.isNaN(winner.stability())) {
      boolean stable = winner.stability() >= STABLE;
      say(
          stable,
          stable
              ? "resampled customers come to the same groups (adjusted Rand %.2f)"
              : "resampled customers come to other groups with k=%2$d (adjusted Rand %1$.2f)",
          winner.stability(),
          winner.k());
    }
    if (winner.smallestGroup() == 1) {
      doubts.add("with k=%d a group is a single customer: an outlier".formatted(winner.k()));
    }
  }

  private void judgeChance(int k, Chance chance) {
    boolean oneGroup = votes.getOrDefault(Criterion.GAP, k) == 1;
    double above =
        Math.max(oneGroup ? WIDE_MARGIN : MARGIN, DEVIATIONS * chance.chanceDeviation(k));
    if (Double.isFinite(chance.chance(k) + above)) {
      boolean clear = chance.silhouette(k) >= chance.chance(k) + above;
      say(
          clear,
          clear
              ? "the squared silhouette is %.2f; customers without groups give %.2f"
              : "the squared silhouette with k=%3$d, %1$.2f, is not %4$.2f above the %2$.2f of"
                  + " customers without groups",
          chance.silhouette(k),
          chance.chance(k),
          k,
          above);
      if (oneGroup && !clear) {
        doubts.add("the gap statistic sees one group");
      }
    }
  }

  private void say(boolean good, String format, Object... values) {
    (good ? reasons : doubts).add(String.format(Locale.ROOT, format, values));
  }
}
