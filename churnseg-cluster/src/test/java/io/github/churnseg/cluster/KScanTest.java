package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.cluster.KReport.Candidate;
import io.github.churnseg.cluster.KReport.Criterion;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class KScanTest {

  private static final KScan SCAN = KMeans.scan(2, 8).scaling(Scaling.Z_SCORE).seed(42);

  @AfterEach
  void forgetInterruption() {
    Thread.interrupted();
  }

  @ParameterizedTest
  @CsvSource({"2, 2", "3, 2", "4, 2", "5, 3", "6, 3"})
  void findsTheGroupsThereAre(int k, int dimensions) {
    KReport report = SCAN.evaluate(Customers.of(Customers.groups(600, dimensions, k, 8, k)));
    assertThat(report.suggestion()).hasValue(k);
    assertThat(report.best(Criterion.SILHOUETTE).k()).isEqualTo(k);
    assertThat(report.toString()).contains("<- this one", "Suggestion: k=" + k);
    assertThat(report.reasons()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "1000, 2", "600, 3", "300, 8"})
  void noKIsClearInUniformNoise(int customers, int dimensions) {
    KReport report = SCAN.evaluate(Customers.of(Customers.uniform(customers, dimensions, 5)));
    assertThat(report.suggestion()).isEmpty();
    assertThat(report.toString()).contains("No clear k").doesNotContain("<- this one");
    assertThat(report.reasons()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100, 1", "1000, 2", "600, 3", "300, 8"})
  void noKIsClearInASingleNormalGroup(int customers, int dimensions) {
    KReport report = SCAN.evaluate(Customers.of(Customers.groups(customers, dimensions, 1, 0, 6)));
    assertThat(report.suggestion()).isEmpty();
    assertThat(report.votes()).containsEntry(Criterion.GAP, 1);
  }

  @Test
  void anOutlierIsNoGroup() {
    double[][] columns = Customers.groups(400, 2, 1, 0, 7);
    columns[0][0] = 1000;
    KReport report = SCAN.evaluate(Customers.of(columns));
    assertThat(report.suggestion()).isEmpty();
    assertThat(report.reasons())
        .anyMatch(reason -> reason.endsWith("a group is a single customer: an outlier"));
  }

  @Test
  void saysWhyAKIsClear() {
    KReport report = SCAN.evaluate(Customers.of(Customers.groups(600, 2, 3, 8, 3)));
    assertThat(report.suggestion()).hasValue(3);
    assertThat(report.reasons().get(0)).matches("[3-6] of 6 criteria are for k=3");
    assertThat(report.reasons().get(1))
        .matches("the squared silhouette is 0\\.9\\d; customers without groups give 0\\.[5-7]\\d");
    assertThat(report.reasons().get(2))
        .matches(
            "resampled customers come to the same groups \\(adjusted Rand (1\\.00|0\\.9\\d)\\)");
  }

  @Test
  void saysWhyNoKIsClear() {
    KReport report = SCAN.evaluate(Customers.of(Customers.uniform(200, 2, 5)));
    assertThat(report.reasons())
        .containsExactly(
            "only 2 of 6 criteria are for k=6",
            "the squared silhouette with k=6, 0.57, is not 0.20 above the 0.57 of customers without"
                + " groups",
            "the gap statistic sees one group",
            "resampled customers come to other groups with k=6 (adjusted Rand 0.68)");
  }

  @Test
  void figuresAreThoseOfEachModel() {
    CustomerFeatures customers = Customers.of(Customers.formula());
    KReport report = SCAN.scaling(Scaling.NONE).evaluate(customers);
    Candidate three = report.candidate(3);
    // Golden: scikit-learn 1.2.1 on the same groups.
    assertThat(three.silhouette()).isCloseTo(0.7085743932636341, within(1e-12));
    assertThat(three.calinskiHarabasz()).isCloseTo(646.8747782454888, within(1e-9));
    assertThat(three.daviesBouldin()).isCloseTo(0.3994802356606912, within(1e-12));
    assertThat(three.inertia()).isCloseTo(74.30514, within(1e-9));
    assertThat(three.smallestGroup()).isEqualTo(40);
    assertThat(three.stability()).isCloseTo(1, within(1e-9));
    assertThat(three.silhouetteError()).isZero();
    assertThat(three.gapError()).isBetween(0.001, 0.2);
    assertThat(three.model().sizes()).containsExactly(40, 40, 40);
    assertThat(three.model().assign(customers).counts()).hasSize(3);
    assertThat(three.time()).isPositive();
    assertThat(three).hasToString("k=3, inertia 74.3051, silhouette 0.709");
    assertThat(report.candidates()).extracting(Candidate::k).containsExactly(2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void squaredSilhouetteIsExactForAnyNumber() {
    KReport report =
        SCAN.scaling(Scaling.NONE)
            .silhouette(Silhouette.SQUARED_EUCLIDEAN)
            .evaluate(Customers.of(Customers.formula()));
    assertThat(report.candidate(3).silhouette()).isCloseTo(0.8948395315929838, within(1e-12));
    assertThat(report.toString()).contains("squared Euclidean silhouette");
  }

  @Test
  void manyCustomersAreSampledWithAStandardError() {
    CustomerFeatures customers = Customers.of(Customers.groups(3000, 2, 3, 6, 8));
    KScan quick = SCAN.restarts(2).stability(0).references(0);
    KReport sampled = quick.silhouetteSample(500).evaluate(customers);
    KReport exact = quick.evaluate(customers);
    assertThat(sampled.toString()).contains("± error");
    assertThat(exact.toString()).doesNotContain("± error");
    for (int k = 2; k <= 8; k++) {
      double error = sampled.candidate(k).silhouetteError();
      assertThat(error).isBetween(1e-4, 0.03);
      assertThat(sampled.candidate(k).silhouette())
          .isCloseTo(exact.candidate(k).silhouette(), within(5 * error));
    }
  }

  @Test
  void parityWeighsInertiaAgainstSilhouette() {
    KReport report = SCAN.evaluate(Customers.of(Customers.groups(600, 2, 4, 8, 9)));
    List<Candidate> all = report.candidates();
    double first = all.get(0).inertia();
    double last = all.get(all.size() - 1).inertia();
    double low = all.stream().mapToDouble(Candidate::silhouette).min().orElseThrow();
    double high = all.stream().mapToDouble(Candidate::silhouette).max().orElseThrow();
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (Candidate candidate : all) {
      double merit =
          Math.min(
              (first - candidate.inertia()) / (first - last),
              (candidate.silhouette() - low) / (high - low));
      if (merit > most) {
        most = merit;
        best = candidate.k();
      }
    }
    assertThat(report.best(Criterion.PARITY).k()).isEqualTo(best);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void anyNumberOfThreadsGivesTheSameReport(int threads) {
    CustomerFeatures customers = Customers.of(Customers.groups(500, 3, 3, 3, 10));
    assertThat(SCAN.threads(threads).evaluate(customers))
        .hasToString(SCAN.threads(1).evaluate(customers).toString());
  }

  @Test
  void theOrderOfCustomersDoesNotMatter() {
    CustomerFeatures customers = Customers.of(Customers.groups(500, 3, 3, 3, 10));
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 500).boxed().toList());
    Collections.shuffle(rows, new Random(1));
    CustomerFeatures shuffled =
        customers.select(rows.stream().mapToInt(Integer::intValue).toArray());
    assertThat(SCAN.evaluate(shuffled)).hasToString(SCAN.evaluate(customers).toString());
  }

  @Test
  void whatIsSwitchedOffIsNeitherShownNorAsked() {
    KReport report =
        SCAN.stability(0).references(0).evaluate(Customers.of(Customers.groups(300, 2, 3, 8, 11)));
    assertThat(report.suggestion()).hasValue(3);
    assertThat(report.toString()).doesNotContain("gap", "stability");
    assertThatThrownBy(() -> report.best(Criterion.GAP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no k has a figure for GAP; scan k >= 2 with references(10)");
    assertThatThrownBy(() -> report.best(Criterion.STABILITY))
        .hasMessage("no k has a figure for STABILITY; scan k >= 2 with stability(20)");
  }

  @Test
  void oneGroupHasNoSilhouetteButMayBeScanned() {
    KReport report =
        KMeans.scan(1, 3).seed(1).evaluate(Customers.of(Customers.groups(200, 2, 2, 9, 12)));
    assertThat(report.candidate(1).silhouette()).isNaN();
    assertThat(report.suggestion()).hasValue(2);
    assertThat(report.toString().lines().skip(1).findFirst().orElseThrow()).contains("–");
    KReport one = KMeans.scan(1, 1).evaluate(Customers.of(new double[] {1, 2}));
    assertThat(one.suggestion()).isEmpty();
    assertThatThrownBy(() -> one.best(Criterion.SILHOUETTE))
        .hasMessageContaining("no k has a figure for SILHOUETTE");
  }

  @Test
  void asManyGroupsAsCustomersIsNoTrouble() {
    KReport report = KMeans.scan(2, 4).evaluate(Customers.of(new double[] {1, 2, 8, 9}));
    assertThat(report.candidate(4).inertia()).isZero();
    assertThat(report.candidates()).hasSize(3);
    assertThat(report.toString()).isNotBlank();
  }

  @Test
  void duplicatesAndConstantColumnsAreNoTrouble() {
    double[] few = IntStream.range(0, 300).mapToDouble(i -> i % 9).toArray();
    KReport report = KMeans.scan(2, 9).evaluate(Customers.of(few, new double[300]));
    assertThat(report.candidate(9).inertia()).isZero();
    assertThat(report.candidate(9).silhouette()).isCloseTo(1, within(1e-12));
  }

  @Test
  void rejectsMoreGroupsThanDistinctCustomers() {
    assertThatThrownBy(() -> SCAN.evaluate(Customers.of(new double[] {1, 2, 3, 3, 2})))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("scan up to k=8 but only 3 distinct customers; choose scan(2, 3)");
  }

  @Test
  void rejectsSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> KMeans.scan(0, 3))
        .hasMessage("scan from k=0 to k=3; choose 1 <= from <= to, such as scan(2, 10)");
    assertThatThrownBy(() -> KMeans.scan(5, 3)).hasMessageContaining("from k=5 to k=3");
    assertThatThrownBy(() -> SCAN.silhouetteSample(9)).hasMessageContaining("at least 100");
    assertThatThrownBy(() -> SCAN.stability(-1)).hasMessageContaining("choose 0 for none");
    assertThatThrownBy(() -> SCAN.references(1)).hasMessageContaining("at least 2");
    assertThatThrownBy(() -> SCAN.timeLimit(Duration.ZERO))
        .hasMessage("time limit PT0S; choose more than nothing");
    assertThatThrownBy(() -> SCAN.evaluate(Customers.of(Customers.formula())).candidate(9))
        .hasMessage("k=9 was not scanned; there are k=2 to k=8");
  }

  @Test
  void outOfTimeItReportsWhatIsDone() {
    KReport report =
        SCAN.timeLimit(Duration.ofNanos(1)).evaluate(Customers.of(Customers.formula()));
    assertThat(report.candidates()).extracting(Candidate::k).containsExactly(2);
    assertThat(report.skipped())
        .containsExactly("k=3..8", "stability", "the comparison with chance");
    assertThat(report.toString()).contains("Out of time, left out: k=3..8, stability");
    KReport whole =
        SCAN.timeLimit(Duration.ofDays(1_000_000)).evaluate(Customers.of(Customers.formula()));
    assertThat(whole.skipped()).isEmpty();
  }

  @Test
  void interruptionEndsTheWork() {
    CustomerFeatures customers = Customers.of(Customers.formula());
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SCAN.evaluate(customers)).isInstanceOf(CancellationException.class);
  }

  @Test
  void progressComesFromTheCallingThread() {
    List<String> stages = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    SCAN.evaluate(
        Customers.of(Customers.formula()),
        (stage, done) -> {
          stages.add(stage);
          threads.add(Thread.currentThread());
          assertThat(done).isBetween(0.0, 1.0);
        });
    assertThat(stages).contains("k-means", "silhouette", "stability", "references");
    assertThat(threads).containsOnly(Thread.currentThread());
  }

  @Test
  void weightsAndChosenColumnsAreThoseOfKMeans() {
    double[][] columns = Customers.formula();
    CustomerFeatures customers =
        Customers.of(
            new String[] {"a", "b", "w"},
            columns[0],
            columns[1],
            IntStream.range(0, 120).mapToDouble(i -> 1 + i % 2).toArray());
    KReport report = SCAN.columns("a", "b", "w").weights("w").maxIterations(50).evaluate(customers);
    assertThat(report.candidate(3).model().columns()).containsExactly("a", "b");
    assertThat(SCAN).hasToString("scan of k=2..8, Z_SCORE, best of 10 starts, seed 42");
  }

  @Test
  void tableHasAColumnAFigure() {
    Table table = SCAN.evaluate(Customers.of(Customers.formula())).toTable();
    assertThat(table.rowCount()).isEqualTo(7);
    assertThat(table.columnNames())
        .containsExactly(
            "k",
            "inertia",
            "silhouette",
            "silhouette error",
            "calinski-harabasz",
            "davies-bouldin",
            "gap",
            "gap error",
            "stability",
            "smallest group",
            "votes",
            "seconds");
  }

  @Test
  void printsWithinAHundredColumns() {
    KReport report = SCAN.silhouetteSample(100).evaluate(Customers.of(Customers.formula()));
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 100);
  }
}
