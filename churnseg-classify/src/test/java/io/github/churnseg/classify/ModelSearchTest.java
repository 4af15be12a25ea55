package io.github.churnseg.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Labels;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Predictions;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ModelSearchTest {

  private static final CustomerFeatures CUSTOMERS = customers(160, 3);

  private static final ModelSearch SEARCH =
      ModelSearch.of(
              Candidate.of(GradientBoosting.rounds(10)),
              Candidate.of(LogisticRegression.withDefaults())
                  .vary("l2", LogisticRegression::l2, 0.01, 1.0)
                  .scalings(LogisticRegression::preprocessing, Scaling.Z_SCORE, Scaling.MIN_MAX),
              Candidate.of(Baseline.prior()))
          .validation(CrossValidation.folds(4).seed(5))
          .withoutNested();

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  /** Whoever has a larger sum of two columns leaves, more or less; the third column is noise. */
  static CustomerFeatures customers(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = new double[rows];
    double[] y = new double[rows];
    double[] z = new double[rows];
    String[] left = new String[rows];
    for (int row = 0; row < rows; row++) {
      x[row] = random.nextDouble();
      y[row] = random.nextDouble();
      z[row] = random.nextDouble();
      left[row] = x[row] + y[row] + 0.8 * random.nextDouble() > 1.5 ? "left" : "stayed";
    }
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, rows).mapToObj("c%04d"::formatted)),
            DoubleColumn.create("x", x),
            DoubleColumn.create("y", y),
            DoubleColumn.create("z", z),
            StringColumn.create("status", left)),
        c -> c.id("id").numeric("x", "y", "z").target("status", "left"));
  }

  @Test
  void takesTheSimplestOfThoseWithinOneStandardErrorOfTheBest() {
    SearchReport report = SEARCH.evaluate(CUSTOMERS);
    assertThat(report.results()).hasSize(6);
    double best = report.best().validated().mean(Metric.AUC);
    double error = report.best().validated().standardError(Metric.AUC);
    assertThat(report.results())
        .extracting(result -> result.validated().mean(Metric.AUC))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(report.winner().plan()).isInstanceOf(LogisticRegression.class);
    assertThat(report.winner().name())
        .isEqualTo("LogisticRegression.l2(0.01): l2=0.01, scaling=Z_SCORE");
    for (SearchResult result : report.results()) {
      assertThat(report.isTied(result))
          .isEqualTo(result.validated().mean(Metric.AUC) >= best - error);
    }
    assertThat(report.results().get(5).plan()).hasToString("Baseline.prior()");
    assertThat(report.isTied(report.results().get(5))).isFalse();
    assertThat(report.winner().plan().fit(CUSTOMERS).predict(CUSTOMERS).size()).isEqualTo(160);
  }

  @Test
  void theStandardErrorIsCorrectedForSharedTrainingRows() {
    CrossValidated result = SEARCH.evaluate(CUSTOMERS).best().validated();
    // 4 folds, each predicted one for three learnt from: sqrt(1/4 + 1/3) of the deviation
    assertThat(result.standardError(Metric.AUC))
        .isCloseTo(Math.sqrt(1 / 4.0 + 1 / 3.0) * result.deviation(Metric.AUC), within(1e-12));
  }

  @Test
  void withoutToleranceTheBestWins() {
    SearchReport report = SEARCH.within(0).evaluate(CUSTOMERS);
    assertThat(report.winner()).isSameAs(report.best());
    assertThat(SEARCH.within(1e9).evaluate(CUSTOMERS).winner().plan())
        .hasToString("Baseline.prior()");
  }

  @ParameterizedTest
  @EnumSource(names = {"AUC", "PR_AUC", "F1", "LOG_LOSS", "BRIER"})
  void ranksByAnyMetricTheRightWayRound(Metric metric) {
    SearchReport report =
        ModelSearch.of(Baseline.prior(), LogisticRegression.withDefaults())
            .metric(metric)
            .withoutNested()
            .evaluate(CUSTOMERS);
    assertThat(report.metric()).isEqualTo(metric);
    assertThat(report.winner().plan()).isInstanceOf(LogisticRegression.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anyNumberOfThreadsAndAnyOrderOfRowsGiveTheSameAnswer(int threads) throws Exception {
    String expected = SEARCH.draws(3).evaluate(CUSTOMERS).toTable().print();
    int[] reversed = IntStream.range(0, 160).map(row -> 159 - row).toArray();
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      assertThat(
              pool.submit(
                      () -> SEARCH.draws(3).evaluate(CUSTOMERS.select(reversed)).toTable().print())
                  .get())
          .isEqualTo(expected);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theNestedEstimateSearchesAnewInEachFold() {
    SearchReport report = SEARCH.validation(CrossValidation.folds(3).seed(5)).evaluate(CUSTOMERS);
    assertThat(report.nested()).isEmpty();
    assertThat(report.toString()).contains("not measured on customers the search has not seen");
    report =
        ModelSearch.of(Baseline.prior(), LogisticRegression.withDefaults())
            .validation(CrossValidation.folds(3))
            .evaluate(CUSTOMERS);
    CrossValidated nested = report.nested().orElseThrow();
    assertThat(nested.folds()).hasSize(3);
    assertThat(nested.mean(Metric.AUC))
        .isCloseTo(report.winner().validated().mean(Metric.AUC), within(0.05));
    assertThat(report.toString()).contains("on customers the search has not seen: AUC 0.");
  }

  @Test
  void drawsDifferentCombinationsAndValuesFromRanges() {
    Candidate<LogisticRegression> candidate =
        Candidate.of(LogisticRegression.withDefaults())
            .between("l2", LogisticRegression::l2, 0.01, 100)
            .scalings(LogisticRegression::preprocessing, Scaling.Z_SCORE, Scaling.ROBUST);
    List<Trial> trials = Trial.of(List.of(candidate), 12, 4);
    assertThat(trials).extracting(Trial::settings).doesNotHaveDuplicates().hasSize(12);
    assertThat(trials).extracting(Trial::settings).allMatch(text -> text.startsWith("l2="));
    assertThat(Trial.of(List.of(candidate), 12, 4))
        .extracting(Trial::settings)
        .isEqualTo(trials.stream().map(Trial::settings).toList());
    assertThat(trials)
        .extracting(trial -> trial.plan().toString())
        .allMatch(text -> text.startsWith("LogisticRegression.l2("));
    Candidate<ExtraTrees> grid =
        Candidate.of(ExtraTrees.trees(5)).vary("leastSplit", ExtraTrees::leastSplit, 5.0, 4.0, 3.0);
    assertThat(Trial.of(List.of(grid), 7, 0)).hasSize(3);
    assertThat(Trial.of(List.of(grid), 2, 0)).hasSize(2);
  }

  @Test
  void theStandardLineUpFindsAPlan() {
    assertThat(ModelSearch.withDefaults().toString())
        .startsWith("ModelSearch of [Baseline.prior()");
    assertThat(Trial.of(ModelSearch.withDefaults().candidates(), 0, 0)).hasSize(25);
  }

  @Test
  void isAPlanItself() {
    List<Double> done = new ArrayList<>();
    var model =
        SEARCH.fit(CUSTOMERS, CUSTOMERS.labels().orElseThrow(), (stage, share) -> done.add(share));
    assertThat(done).isSorted().endsWith(1.0);
    var winner = SEARCH.evaluate(CUSTOMERS).winner().plan().fit(CUSTOMERS);
    assertThat(model.predict(CUSTOMERS).probability(7))
        .isEqualTo(winner.predict(CUSTOMERS).probability(7));
  }

  @Test
  void canBeInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SEARCH.evaluate(CUSTOMERS)).isInstanceOf(CancellationException.class);
  }

  @Test
  void printsWithinAHundredColumns() {
    SearchReport report = SEARCH.evaluate(CUSTOMERS);
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(report.toString())
        .startsWith("6 plans by AUC, CrossValidation.folds(4).repeats(1).seed(5)\n")
        .contains("chosen  LogisticRegression.l2(0.01): l2=0.01, scaling=Z_SCORE");
    Table table = report.toTable();
    assertThat(table.rowCount()).isEqualTo(6);
    assertThat(table.columnNames()).contains("plan", "settings", "mean", "standard error", "AUC");
    assertThat(table.doubleColumn("behind the best").get(0)).isZero();
  }

  @Test
  void saysWhatCannotBeSearched() {
    assertThatThrownBy(() -> ModelSearch.of(new Candidate<?>[0]))
        .hasMessage("no candidates; give at least one plan to choose");
    Candidate<LogisticRegression> range =
        Candidate.of(LogisticRegression.withDefaults())
            .between("l2", LogisticRegression::l2, 0.01, 100);
    assertThatThrownBy(() -> ModelSearch.of(range).evaluate(CUSTOMERS))
        .hasMessage(
            "LogisticRegression.l2(1.0) with [l2] has a range, which has no grid; set draws(…),"
                + " such as 20");
    assertThatThrownBy(() -> range.vary("l2", LogisticRegression::l2, 1.0))
        .hasMessage("setting 'l2' is varied twice");
    assertThatThrownBy(() -> range.between("c", LogisticRegression::l2, 0, 1))
        .hasMessageContaining("choose two numbers above 0");
    assertThatThrownBy(() -> SEARCH.draws(0)).hasMessageContaining("draws=0; choose 1 to");
    assertThatThrownBy(() -> SEARCH.within(-1)).hasMessage("within=-1.0; choose 0 or more");
  }

  @Test
  void rollingOriginLearnsFromThePastOnly() {
    LocalDate start = LocalDate.of(2020, 1, 1);
    CrossValidation plan =
        CrossValidation.rollingOrigin(
            3, id -> start.plusDays(Integer.parseInt(id.substring(1)) / 2));
    List<Fold> folds = plan.deal(CUSTOMERS, CUSTOMERS.labels().orElseThrow());
    assertThat(folds).hasSize(3);
    assertThat(folds.get(0).seen).containsExactly(IntStream.range(0, 40).toArray());
    assertThat(folds.get(2).unseen).containsExactly(IntStream.range(120, 160).toArray());
    List<Fold> apart = plan.gap(Period.ofDays(5)).deal(CUSTOMERS, CUSTOMERS.labels().orElseThrow());
    // day 15 plus 5 is the day on which the first fold begins
    assertThat(apart.get(0).seen).containsExactly(IntStream.range(0, 32).toArray());
    CrossValidated result = plan.evaluate(LogisticRegression.withDefaults(), CUSTOMERS);
    assertThat(result.outOfFold().size()).isEqualTo(120);
    assertThat(result.mean(Metric.AUC)).isGreaterThan(0.8);
    SearchReport report =
        ModelSearch.of(Baseline.prior(), LogisticRegression.withDefaults())
            .validation(CrossValidation.rollingOrigin(2, id -> start.plusDays(id.hashCode() % 97)))
            .evaluate(CUSTOMERS);
    assertThat(report.nested()).isPresent();
    assertThat(plan).hasToString("CrossValidation.rollingOrigin(3)");
  }

  @Test
  void rollingOriginSaysWhatItCannotSplit() {
    LocalDate day = LocalDate.of(2020, 1, 1);
    assertThatThrownBy(
            () -> CrossValidation.rollingOrigin(2, id -> day).evaluate(Baseline.prior(), CUSTOMERS))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("160 rows on 1 days cannot be split by time into 2 folds; choose fewer");
    var labels = CUSTOMERS.labels().orElseThrow();
    assertThatThrownBy(
            () ->
                CrossValidation.rollingOrigin(
                        1,
                        id ->
                            labels.of(CUSTOMERS.rowOf(id).orElseThrow()).equals("left")
                                ? day
                                : day.plusDays(1))
                    .evaluate(Baseline.prior(), CUSTOMERS))
        .hasMessageContaining("are not of two classes; choose fewer folds");
    assertThatThrownBy(() -> CrossValidation.folds(3).gap(Period.ofDays(1)))
        .hasMessageContaining("see rollingOrigin");
    assertThatThrownBy(() -> CrossValidation.rollingOrigin(3, id -> day).repeats(2))
        .hasMessageContaining("the order of time can be had once only");
    assertThatThrownBy(() -> CrossValidation.rollingOrigin(0, id -> day))
        .hasMessage("folds=0; choose 1 or more");
    assertThatThrownBy(() -> CrossValidation.rollingOrigin(3, id -> day).gap(Period.ofDays(-1)))
        .hasMessageContaining("choose a period of 0 or more");
  }

  @Test
  void splitsAsOftenAsAskedEachBySeed() {
    CrossValidation twenty = CrossValidation.holdOut(0.25).repeats(20).seed(3);
    Labels labels = CUSTOMERS.labels().orElseThrow();
    List<Fold> splits = twenty.deal(CUSTOMERS, labels);
    assertThat(splits).hasSize(20);
    for (int split = 0; split < 20; split++) {
      Fold fold = splits.get(split);
      assertThat(fold.seen).hasSize(CUSTOMERS.size() - fold.unseen.length);
      Fold alone = CrossValidation.holdOut(0.25).seed(3 + split).deal(CUSTOMERS, labels).get(0);
      assertThat(fold.unseen).containsExactly(alone.unseen);
      labels
          .counts()
          .forEach(
              (name, count) ->
                  assertThat(labels.select(fold.unseen).counts().get(name))
                      .isEqualTo((int) Math.round(0.25 * count)));
    }
  }

  @Test
  void measuresEachSplitByItselfAndAllOutOfFold() {
    CrossValidated result =
        CrossValidation.holdOut(0.25).repeats(6).evaluate(Baseline.prior(), CUSTOMERS);
    assertThat(result.folds()).hasSize(6);
    for (int split = 0; split < 6; split++) {
      assertThat(result.folds().get(split).get(Metric.BRIER))
          .isEqualTo(result.evaluation(split).get(Metric.BRIER));
    }
    assertThat(result.mean(Metric.BRIER)).isEqualTo(result.pooled(Metric.BRIER));
    Predictions all = result.outOfFold();
    assertThat(all.size()).isBetween(100, 160).isEqualTo(result.evaluation().size());
    assertThat(all.probability(0)).isCloseTo(all.probability(1), within(1e-12));
    assertThat(result.toTable().rowCount()).isEqualTo(6);
    assertThat(result.toString()).contains("splits: 6, " + all.size() + " customers");
  }

  @Test
  void refusesSplitsThatLeaveAPartWithoutAClass() {
    assertThatThrownBy(() -> CrossValidation.holdOut(1))
        .hasMessage("holdOut=1.0; choose a share above 0 and below 1, such as 0.25");
    assertThatThrownBy(() -> CrossValidation.holdOut(0.001).evaluate(Baseline.prior(), CUSTOMERS))
        .hasMessageMatching(
            "class '.*' has \\d+ customers, of which a share of 0.001 is 0; choose another share,"
                + " or leave the class out");
  }
}
