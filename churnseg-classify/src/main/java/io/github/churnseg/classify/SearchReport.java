package io.github.churnseg.classify;

import io.github.churnseg.internal.TextTable;
import io.github.churnseg.internal.TextWrap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a {@link ModelSearch} measured, and what it chose. Immutable. */
public final class SearchReport {

  private static final int SHOWN = 15;

  private final Metric metric;
  private final String validation;
  private final double tolerance;
  private final List<SearchResult> results;
  private final SearchResult winner;
  private final Optional<CrossValidated> nested;

  SearchReport(
      Metric metric,
      String validation,
      double tolerance,
      List<SearchResult> results,
      Optional<CrossValidated> nested) {
    this.metric = metric;
    this.validation = validation;
    this.tolerance = tolerance;
    this.results = results;
    this.winner = winner(metric, tolerance, results);
    this.nested = nested;
  }

  /** Of results, best first, the simplest that is as good as the first within its error. */
  static SearchResult winner(Metric metric, double tolerance, List<SearchResult> results) {
    return results.stream()
        .filter(result -> isTied(metric, tolerance, results.get(0), result))
        .min((a, b) -> Simplicity.SIMPLEST_FIRST.compare(a.trial(), b.trial()))
        .orElseThrow();
  }

  private static boolean isTied(
      Metric metric, double tolerance, SearchResult best, SearchResult other) {
    double error = tolerance == 0 ? 0 : tolerance * best.validated().standardError(metric);
    // An error that does not exist, as of one fold, ties nothing but what is equal.
    return best == other
        || best.merit(metric) - other.merit(metric) <= (Double.isNaN(error) ? 0 : error);
  }

  /**
   * What the plans were compared by.
   *
   * @return the metric
   */
  public Metric metric() {
    return metric;
  }

  /**
   * All plans.
   *
   * @return the best mean first
   */
  public List<SearchResult> results() {
    return results;
  }

  /**
   * The plan with the best mean.
   *
   * @return the first of {@link #results()}
   */
  public SearchResult best() {
    return results.get(0);
  }

  /**
   * The simplest of the plans that are as good as the best within its standard error: the choice.
   *
   * @return one of {@link #results()}
   */
  public SearchResult winner() {
    return winner;
  }

  /**
   * Whether a plan counts as equally good as the best.
   *
   * @param result one of {@link #results()}
   * @return true if its mean is behind by no more than the best's standard error, or as many of
   *     them as {@link ModelSearch#within} says
   */
  public boolean isTied(SearchResult result) {
    return isTied(metric, tolerance, best(), result);
  }

  /**
   * How good the chosen plan is on customers that the search has not seen: in each fold a search of
   * its own chose, which may have chosen otherwise.
   *
   * @return the figures, or nothing where {@link ModelSearch#withoutNested} was asked for
   */
  public Optional<CrossValidated> nested() {
    return nested;
  }

  /**
   * What may be wrong with the data, or with the choice; see {@link Evaluation#warnings()}.
   *
   * @return the warnings of the winner's evaluation out of fold
   */
  public List<Warning> warnings() {
    return winner.validated().evaluation().warnings();
  }

  /**
   * A table with the columns {@code plan}, {@code settings}, {@code mean}, {@code standard error},
   * {@code behind the best}, {@code error of behind}, {@code tied}, {@code winner}, and the mean of
   * each metric. The error of a plan's distance to the best is of their differences fold by fold.
   *
   * @return a new table, a row a plan, the best first
   */
  public Table toTable() {
    DoubleColumn mean = DoubleColumn.create("mean");
    DoubleColumn error = DoubleColumn.create("standard error");
    DoubleColumn behind = DoubleColumn.create("behind the best");
    DoubleColumn errorBehind = DoubleColumn.create("error of behind");
    BooleanColumn tied = BooleanColumn.create("tied");
    BooleanColumn won = BooleanColumn.create("winner");
    for (SearchResult result : results) {
      mean.append(result.validated().mean(metric));
      error.append(result.validated().standardError(metric));
      behind.append(behind(result));
      errorBehind.append(errorBehind(result));
      tied.append(isTied(result));
      won.append(result == winner);
    }
    Table table =
        Table.create(
            "model search",
            StringColumn.create("plan", results.stream().map(one -> one.plan().toString())),
            StringColumn.create("settings", results.stream().map(one -> one.trial().settings())),
            mean,
            error,
            behind,
            errorBehind,
            tied,
            won);
    for (Metric one : Metric.values()) {
      double[] means = results.stream().mapToDouble(it -> it.validated().mean(one)).toArray();
      table.addColumns(DoubleColumn.create(one.toString(), means));
    }
    return table;
  }

  private double behind(SearchResult result) {
    return best().merit(metric) - result.merit(metric);
  }

  private double errorBehind(SearchResult result) {
    return best().validated().standardErrorOfDifference(metric, result.validated());
  }

  /** The plans, best first, what was chosen, and how good the choice is on unseen customers. */
  @Override
  public String toString() {
    TextTable table = TextTable.of("", "plan", metric.toString(), "± error", "behind", "± error");
    for (SearchResult result : results.subList(0, Math.min(SHOWN, results.size()))) {
      table.row(
          result == winner ? "chosen" : isTied(result) ? "tied" : "",
          result.name(),
          digits(result.validated().mean(metric)),
          digits(result.validated().standardError(metric)),
          digits(behind(result)),
          digits(errorBehind(result)));
    }
    String more = results.size() > SHOWN ? "… " + results.size() + " plans in all\n" : "";
    return TextWrap.wrap(results.size() + " plans by " + metric + ", " + validation, 2)
        + table
        + more
        + TextWrap.wrap("chosen: " + winner.name(), 2)
        + nested
            .map(
                one ->
                    "on customers the search has not seen: %s %s ± %s\n"
                        .formatted(
                            metric, digits(one.mean(metric)), digits(one.standardError(metric))))
            .orElse("not measured on customers the search has not seen\n")
        + warnings().stream()
            .map(one -> TextWrap.wrap("warning: " + one, 2))
            .collect(Collectors.joining());
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
