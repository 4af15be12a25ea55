package io.github.churnseg.classify;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Classifier;
import io.github.churnseg.model.ClassifierModel;
import io.github.churnseg.model.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses between plans: measures each on the same folds, and of those that are as good as the best
 * within its standard error takes the simplest. Immutable: each wither returns a new search.
 *
 * <pre>{@code
 * SearchReport report = ModelSearch.of(
 *         Candidate.of(LogisticRegression.withDefaults())
 *             .vary("l1", LogisticRegression::l1, 0.1, 1.0, 10.0),
 *         Candidate.of(ExtraTrees.trees(300)))
 *     .validation(CrossValidation.folds(5).repeats(2).seed(42))
 *     .evaluate(customers);
 * ClassifierModel model = report.winner().plan().fit(customers);
 * }</pre>
 *
 * <p>Simpler is: a {@link Baseline} before a {@link LogisticRegression}, a {@link DecisionTree},
 * {@link NearestNeighbours}, {@link SupportVectors}, a {@link RandomForest} or {@link ExtraTrees},
 * {@link GradientBoosting}, a {@link NeuralNetwork}, and plans of other makers; within a kind, what
 * has more of its settings near the start of their lists; then what was given first. The rule of
 * one standard error is that of Breiman et al. 1984; the standard error is corrected for folds that
 * share training rows, see {@link CrossValidated#standardError}.
 *
 * <p>The winner's own figure is a little too good, since it was the best of many. So the whole
 * search is run again inside the folds of another validation, and its winners are measured on
 * customers that the search has not seen: {@link SearchReport#nested()}.
 *
 * <p>Fits plans × folds × repeats models on all processors, and as many again for each fold of the
 * nested estimate. Holds 8 bytes for each customer, class, repeat and plan. Neither threads nor the
 * order of rows change the result. A search is a plan itself: {@link #fit} learns what wins.
 */
public final class ModelSearch implements Classifier {

  static final int MOST_TRIALS = 10_000;

  private final List<Candidate<?>> candidates;
  private final Metric metric;
  private final CrossValidation validation;
  private final Optional<CrossValidation> nested;
  private final int draws;
  private final long seed;
  private final double tolerance;

  private ModelSearch(
      List<Candidate<?>> candidates,
      Metric metric,
      CrossValidation validation,
      Optional<CrossValidation> nested,
      int draws,
      long seed,
      double tolerance) {
    this.candidates = candidates;
    this.metric = metric;
    this.validation = validation;
    this.nested = nested;
    this.draws = draws;
    this.seed = seed;
    this.tolerance = tolerance;
  }

  /**
   * A search over candidates by AUC, with 5 folds dealt once, the whole grid of each candidate, and
   * a nested estimate over 5 other folds.
   *
   * @param candidates at least one
   * @return the search
   */
  public static ModelSearch of(Candidate<?>... candidates) {
    if (candidates.length == 0) {
      throw new IllegalArgumentException("no candidates; give at least one plan to choose");
    }
    CrossValidation folds = CrossValidation.folds(5);
    return new ModelSearch(
        List.of(candidates), Metric.AUC, folds, Optional.of(folds.seed(1)), 0, 0, 1);
  }

  /**
   * The same over plans as they are.
   *
   * @param plans at least one
   * @return the search
   */
  public static ModelSearch of(Classifier... plans) {
    return of(Arrays.stream(plans).map(Candidate::of).toArray(Candidate<?>[]::new));
  }

  /**
   * A search over what often does well on a few thousand customers, with a few settings of each: 25
   * plans. There is no network among them, since that needs a native library; give one to {@link
   * #of(Candidate[])} if there is.
   *
   * @return the search
   */
  public static ModelSearch withDefaults() {
    return of(
        Candidate.of(Baseline.prior()),
        Candidate.of(LogisticRegression.withDefaults())
            .vary("l1", LogisticRegression::l1, 0.03, 0.1, 0.3, 1.0, 3.0)
            .scalings(LogisticRegression::preprocessing, Scaling.Z_SCORE, Scaling.LOG_Z_SCORE),
        Candidate.of(DecisionTree.withDefaults()).vary("depth", DecisionTree::depth, 3, 5),
        Candidate.of(NearestNeighbours.k(15)),
        Candidate.of(SupportVectors.rbf())
            .vary("cost", SupportVectors::cost, 0.3, 1.0, 3.0)
            .scalings(SupportVectors::preprocessing, Scaling.Z_SCORE, Scaling.LOG_Z_SCORE),
        Candidate.of(RandomForest.trees(200)),
        Candidate.of(ExtraTrees.trees(200))
            .vary("leastSplit", ExtraTrees::leastSplit, 10.0, 5.0, 2.0),
        Candidate.of(GradientBoosting.rounds(100)));
  }

  /**
   * Sets what is to be best; {@link Metric#AUC} unless set.
   *
   * @param figure the metric
   * @return a new search
   */
  public ModelSearch metric(Metric figure) {
    return new ModelSearch(candidates, figure, validation, nested, draws, seed, tolerance);
  }

  /**
   * Sets the folds on which all plans are measured, and those of the nested estimate: the same,
   * dealt once and with another seed, or the same order of time.
   *
   * @param folds stratified and perhaps repeated, or in the order of time; 5 stratified unless set
   * @return a new search
   */
  public ModelSearch validation(CrossValidation folds) {
    return new ModelSearch(
        candidates, metric, folds, nested.map(any -> folds.once()), draws, seed, tolerance);
  }

  /**
   * Leaves the nested estimate out, which takes most of the time. The winner's figure is then a
   * little too good, the more so the more plans there are and the fewer customers.
   *
   * @return a new search
   */
  public ModelSearch withoutNested() {
    return new ModelSearch(
        candidates, metric, validation, Optional.empty(), draws, seed, tolerance);
  }

  /**
   * Sets how many combinations of each candidate's settings are tried, drawn at random and none
   * twice; the whole grid unless set. A candidate with fewer combinations has all of them tried.
   *
   * @param combinations at least 1
   * @return a new search
   */
  public ModelSearch draws(int combinations) {
    if (combinations < 1 || combinations > MOST_TRIALS) {
      throw new IllegalArgumentException(
          "draws=" + combinations + "; choose 1 to " + MOST_TRIALS + ", such as 20");
    }
    return new ModelSearch(candidates, metric, validation, nested, combinations, seed, tolerance);
  }

  /**
   * Sets the seed of {@link #draws}; 0 unless set. Plans and folds have seeds of their own.
   *
   * @param value any number
   * @return a new search
   */
  public ModelSearch seed(long value) {
    return new ModelSearch(candidates, metric, validation, nested, draws, value, tolerance);
  }

  /**
   * Sets how many of its standard errors a plan may be behind the best and still count as equally
   * good; 1 unless set. With 0 the best wins, however small its lead.
   *
   * @param standardErrors 0 or more
   * @return a new search
   */
  public ModelSearch within(double standardErrors) {
    if (!(standardErrors >= 0)) {
      throw new IllegalArgumentException("within=" + standardErrors + "; choose 0 or more");
    }
    return new ModelSearch(candidates, metric, validation, nested, draws, seed, standardErrors);
  }

  /**
   * Measures all plans on customers that were loaded with a target.
   *
   * @param customers whom to learn from, with labels
   * @return what was measured, and the winner
   * @throws InvalidDataException if they have no labels, or too few for the folds
   */
  public SearchReport evaluate(CustomerFeatures customers) {
    return evaluate(customers, CrossValidation.labelsOf(customers), Progress.NONE);
  }

  /**
   * Measures all plans and tells how far it has come.
   *
   * @param customers whom to learn from
   * @param labels the class of each, in the same order
   * @param progress told of the stages {@code search} and {@code nested estimate}
   * @return what was measured, and the winner
   * @throws InvalidDataException if there are too few customers for the folds
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public SearchReport evaluate(CustomerFeatures customers, Labels labels, Progress progress) {
    List<SearchResult> results = measure(customers, labels, progress);
    Optional<CrossValidated> estimate =
        nested.map(outer -> estimate(outer, customers, labels, progress));
    return new SearchReport(metric, validation.toString(), tolerance, results, estimate);
  }

  /** Measures all plans, best first. */
  private List<SearchResult> measure(CustomerFeatures customers, Labels labels, Progress progress) {
    List<Trial> trials = Trial.of(candidates, draws, seed);
    List<Fold> folds = validation.deal(customers, labels);
    List<Predictions> predicted =
        Parallel.map(
            Math.multiplyExact(trials.size(), folds.size()),
            "search",
            progress,
            task ->
                CrossValidation.predict(
                    trials.get(task / folds.size()).plan(),
                    customers,
                    labels,
                    folds.get(task % folds.size())));
    List<SearchResult> results = new ArrayList<>();
    for (int at = 0; at < trials.size(); at++) {
      Trial trial = trials.get(at);
      List<Predictions> some = predicted.subList(at * folds.size(), (at + 1) * folds.size());
      results.add(
          new SearchResult(
              trial, CrossValidated.of(trial.plan().toString(), customers, labels, folds, some)));
    }
    return ranked(results);
  }

  private List<SearchResult> ranked(List<SearchResult> results) {
    Comparator<SearchResult> best = Comparator.comparingDouble(result -> -result.merit(metric));
    return results.stream()
        .sorted(best.thenComparing(SearchResult::trial, Simplicity.SIMPLEST_FIRST))
        .toList();
  }

  /** One search for each fold, on the rows it may learn from; its winner predicts the others. */
  private CrossValidated estimate(
      CrossValidation outer, CustomerFeatures customers, Labels labels, Progress progress) {
    List<Fold> folds = outer.deal(customers, labels);
    List<Predictions> predicted = new ArrayList<>();
    for (int at = 0; at < folds.size(); at++) {
      Fold fold = folds.get(at);
      double from = (double) at / folds.size();
      Progress part =
          (stage, done) -> progress.update("nested estimate", from + done / folds.size());
      CustomerFeatures seen = customers.select(fold.seen);
      List<SearchResult> inner = measure(seen, labels.select(fold.seen), part);
      Classifier winner = SearchReport.winner(metric, tolerance, inner).plan();
      predicted.add(CrossValidation.predict(winner, customers, labels, fold));
    }
    return CrossValidated.of("nested search", customers, labels, folds, predicted);
  }

  /** Searches, without the nested estimate, and fits the winner to all customers. */
  @Override
  public ClassifierModel fit(CustomerFeatures customers, Labels labels, Progress progress) {
    List<SearchResult> results =
        measure(customers, labels, (stage, done) -> progress.update(stage, 0.95 * done));
    return SearchReport.winner(metric, tolerance, results)
        .plan()
        .fit(customers, labels, (stage, done) -> progress.update(stage, 0.95 + 0.05 * done));
  }

  List<Candidate<?>> candidates() {
    return candidates;
  }

  /** What is searched, by what, and on which folds. */
  @Override
  public String toString() {
    return "ModelSearch of " + candidates + " by " + metric + ", " + validation;
  }
}
