package io.github.churnseg.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * What each number of groups gives, made by {@link KScan}: prints as a table with a suggestion, or
 * with "no clear k" and the reasons. Immutable.
 */
public final class KReport {

  private final ScanPlan plan;
  private final int customers;
  private final List<Candidate> candidates;
  private final List<String> skipped;
  private final KVote vote;

  KReport(
      ScanPlan plan,
      int customers,
      List<Candidate> candidates,
      Optional<Chance> chance,
      List<String> skipped) {
    this.plan = plan;
    this.customers = customers;
    this.candidates = List.copyOf(candidates);
    this.skipped = List.copyOf(skipped);
    this.vote = new KVote(this.candidates, chance);
  }

  /** What makes one k better than another. */
  public enum Criterion {
    /** The highest mean silhouette. */
    SILHOUETTE,
    /** The highest Caliński-Harabasz index: spread between groups over spread within. */
    CALINSKI_HARABASZ,
    /** The lowest Davies-Bouldin index: overlap of the most alike pairs of groups. */
    DAVIES_BOULDIN,
    /**
     * The parity of inertia and silhouette. Both are brought to 0..1 over the scan: how much of the
     * whole fall of the inertia from the first k to the last is reached, and where the silhouette
     * lies between its lowest and its highest. A k is as good as the smaller of the two.
     */
    PARITY,
    /**
     * The gap statistic: the smallest k whose gap is at least that of k + 1 less its standard
     * error; where there is none, the largest gap.
     */
    GAP,
    /** The largest k whose stability is within .02 of the highest. */
    STABILITY
  }

  /** One k and its figures, with the model behind them. Immutable. */
  public static final class Candidate {

    private final KMeansModel model;
    private final Silhouettes.Score silhouette;
    private final double calinskiHarabasz;
    private final double daviesBouldin;
    private final int smallestGroup;
    private final double stability;
    private final double gap;
    private final double gapError;
    private final Duration time;

    Candidate(
        KMeansModel model,
        Silhouettes.Score silhouette,
        Spread spread,
        int smallestGroup,
        double stability,
        double gap,
        double gapError,
        Duration time) {
      this.model = model;
      this.silhouette = silhouette;
      this.calinskiHarabasz = spread.calinskiHarabasz();
      this.daviesBouldin = spread.daviesBouldin();
      this.smallestGroup = smallestGroup;
      this.stability = stability;
      this.gap = gap;
      this.gapError = gapError;
      this.time = time;
    }

    /**
     * The number of groups.
     *
     * @return k
     */
    public int k() {
      return model.k();
    }

    /**
     * The groups themselves: no need to fit again.
     *
     * @return the best of the starts
     */
    public KMeansModel model() {
      return model;
    }

    /**
     * The sum of squared distances from the centres, on the scale of the distances.
     *
     * @return 0 or more
     */
    public double inertia() {
      return model.inertia();
    }

    /**
     * The mean silhouette, in the distance of the scan.
     *
     * @return -1 to 1; NaN for one group
     */
    public double silhouette() {
      return silhouette.mean();
    }

    /**
     * The standard error of {@link #silhouette()}.
     *
     * @return 0 where it was taken of all customers
     */
    public double silhouetteError() {
      return silhouette.standardError();
    }

    /**
     * The Caliński-Harabasz index.
     *
     * @return 0 or more, higher is better; NaN for one group
     */
    public double calinskiHarabasz() {
      return calinskiHarabasz;
    }

    /**
     * The Davies-Bouldin index.
     *
     * @return 0 or more, lower is better; NaN for one group
     */
    public double daviesBouldin() {
      return daviesBouldin;
    }

    /**
     * The customers in the smallest group.
     *
     * @return 1 or more
     */
    public int smallestGroup() {
      return smallestGroup;
    }

    /**
     * How alike groups of resampled customers are to these: the mean adjusted Rand index.
     *
     * @return at most 1, around 0 for chance; NaN if not asked for
     */
    public double stability() {
      return stability;
    }

    /**
     * The gap statistic: how much smaller the logarithm of the inertia is than that of uniform
     * customers, on at most 1,000 customers.
     *
     * @return the gap; NaN if not asked for
     */
    public double gap() {
      return gap;
    }

    /**
     * The standard error of {@link #gap()}, with the factor of Tibshirani, Walther and Hastie.
     *
     * @return 0 or more; NaN if not asked for
     */
    public double gapError() {
      return gapError;
    }

    /**
     * How long the starts of this k took; it differs from run to run.
     *
     * @return the time
     */
    public Duration time() {
      return time;
    }

    /** k, inertia and silhouette. */
    @Override
    public String toString() {
      return KReportText.line(this);
    }
  }

  /**
   * What each k gives.
   *
   * @return in the order of k; shorter than asked for if the time ran out
   */
  public List<Candidate> candidates() {
    return candidates;
  }

  /**
   * What one k gives.
   *
   * @param k one of those scanned
   * @return its figures
   * @throws IllegalArgumentException if it was not scanned; the message says what was
   */
  public Candidate candidate(int k) {
    int place = k - candidates.get(0).k();
    if (place < 0 || place >= candidates.size()) {
      throw new IllegalArgumentException(
          "k=%d was not scanned; there are k=%d to k=%d"
              .formatted(k, candidates.get(0).k(), candidates.get(candidates.size() - 1).k()));
    }
    return candidates.get(place);
  }

  /**
   * The best k of 2 or more by one criterion; of equally good ones the smallest. A best there
   * always is, whether or not the customers fall into groups: see {@link #suggestion()}.
   *
   * @param criterion what makes a k good
   * @return the best
   * @throws IllegalArgumentException if no k has such a figure, since it was not asked for
   */
  public Candidate best(Criterion criterion) {
    return vote.best(criterion)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no k has a figure for %s; scan k >= 2 with %s"
                        .formatted(
                            criterion,
                            switch (criterion) {
                              case GAP -> "references(10)";
                              case STABILITY -> "stability(20)";
                              default -> "more customers than groups";
                            })));
  }

  /**
   * The k each criterion is for, where it has a figure; 1 for the gap statistic where it sees one
   * group only.
   *
   * @return votes in the order of the criteria
   */
  public Map<Criterion, Integer> votes() {
    return Map.copyOf(vote.votes());
  }

  /**
   * The k that the customers call for: at least half of the criteria are for it, its silhouette is
   * at least .05 and three standard deviations above what customers without groups would give (.2
   * where the gap statistic sees one group), resampled customers come to the same groups (adjusted
   * Rand index .75 or more), and no group is a single customer. Where references or stability were
   * switched off, the rest decides.
   *
   * @return k, or nothing if no k is clear
   */
  public OptionalInt suggestion() {
    return vote.suggestion();
  }

  /**
   * Why the suggestion is made, or why there is none.
   *
   * @return sentences
   */
  public List<String> reasons() {
    return List.copyOf(vote.reasons());
  }

  /**
   * What the time limit left out.
   *
   * @return parts of the scan, none without a limit
   */
  public List<String> skipped() {
    return skipped;
  }

  /**
   * The figures, a row a k.
   *
   * @return a new table with the columns {@code k}, {@code inertia}, {@code silhouette}, {@code
   *     silhouette error}, {@code calinski-harabasz}, {@code davies-bouldin}, {@code gap}, {@code
   *     gap error}, {@code stability}, {@code smallest group}, {@code votes} and {@code seconds}
   */
  public Table toTable() {
    return Table.create(
        "k",
        IntColumn.create("k", candidates.stream().mapToInt(Candidate::k)),
        column("inertia", candidates.stream().mapToDouble(Candidate::inertia).toArray()),
        column("silhouette", candidates.stream().mapToDouble(Candidate::silhouette).toArray()),
        column(
            "silhouette error",
            candidates.stream().mapToDouble(Candidate::silhouetteError).toArray()),
        column(
            "calinski-harabasz",
            candidates.stream().mapToDouble(Candidate::calinskiHarabasz).toArray()),
        column(
            "davies-bouldin", candidates.stream().mapToDouble(Candidate::daviesBouldin).toArray()),
        column("gap", candidates.stream().mapToDouble(Candidate::gap).toArray()),
        column("gap error", candidates.stream().mapToDouble(Candidate::gapError).toArray()),
        column("stability", candidates.stream().mapToDouble(Candidate::stability).toArray()),
        IntColumn.create("smallest group", candidates.stream().mapToInt(Candidate::smallestGroup)),
        IntColumn.create("votes", candidates.stream().mapToInt(c -> (int) vote.support(c.k()))),
        column(
            "seconds", candidates.stream().mapToDouble(c -> c.time().toNanos() * 1e-9).toArray()));
  }

  private static DoubleColumn column(String name, double[] values) {
    return DoubleColumn.create(name, values);
  }

  /** The table, the votes, and the suggestion or "no clear k" with the reasons. */
  @Override
  public String toString() {
    return new KReportText(plan, customers, this).toString();
  }
}
