package io.github.churnseg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.cluster.ClusterProfile;
import io.github.churnseg.cluster.GroupQuality;
import io.github.churnseg.cluster.KMeans;
import io.github.churnseg.cluster.KMeansModel;
import io.github.churnseg.cluster.KReport;
import io.github.churnseg.cluster.PcaModel;
import io.github.churnseg.cluster.ProfiledGroup;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.rfm.Rfm;
import io.github.churnseg.rfm.RfmTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The groups of the UK gift shop as a published notebook reports them, and the better way beside
 * it. Golden numbers are the notebook's, or, with more digits, of scikit-learn 1.2.1 re-run by its
 * recipe ({@code random_state=42}) on the same file.
 */
class GiftShopTest {

  private static final Path FILE = Path.of("../../shared/data/online-retail/online_retail.csv.gz");

  /** Silhouettes for k = 2 to 10, read off the notebook's chart to .002. */
  private static final double[] CURVE = {.500, .524, .498, .455, .448, .420, .421, .409, .398};

  /** Inertias of scikit-learn's groups for k = 2 to 10. */
  private static final double[] INERTIA = {
    5589.1086, 2775.7071, 1872.5449, 1492.9073, 1152.6416, 987.2171, 870.6822, 774.0221, 680.9516
  };

  private static RfmTable published;
  private static CustomerFeatures some;
  private static CustomerFeatures scores;

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(Files.exists(FILE), () -> "skipped: no " + FILE.toAbsolutePath().normalize());
    published = Rfm.withDefaults().extract(GiftShopLog.asPublished(FILE));
    some = GiftShop.withoutTheBest(published);
    scores = GiftShop.components(some).extract(some);
  }

  @ParameterizedTest
  @CsvSource({
    "12346, 325, 1, 0.00",
    "12347, 2, 7, 4310.00",
    "12348, 75, 4, 1437.24",
    "12350, 310, 1, 294.40",
    "18280, 277, 1, 180.60",
    "18283, 3, 16, 2039.58",
    "18287, 42, 3, 1837.28"
  })
  void rfmIsTheNotebooks(String id, int recency, int frequency, double monetary) {
    int row = published.rowOf(id).orElseThrow();
    assertThat(published.recency(row)).isEqualTo(recency);
    assertThat(published.frequency(row)).isEqualTo(frequency);
    assertThat(published.monetary(row)).isCloseTo(monetary, within(1e-9));
    assertThat(published.size()).isEqualTo(4334);
    assertThat(some.size()).isEqualTo(4044);
  }

  @Test
  void componentsExplainWhatTheNotebooksDo() {
    PcaModel components = GiftShop.components(some);
    assertThat(components.explained()).containsExactly(new double[] {.67747, .24013}, within(5e-6));
  }

  @Test
  void theSilhouetteCurveIsTheNotebooksWhereTheGroupsAre() {
    KReport report = GiftShop.scan(scores);
    for (int k = 2; k <= 10; k++) {
      KReport.Candidate candidate = report.candidate(k);
      assertThat(candidate.inertia()).isLessThan(INERTIA[k - 2] * 1.0001);
      // Ten other starts find better groups for k = 8, of inertia 870.1 and silhouette .429.
      if (k != 8) {
        assertThat(candidate.silhouette()).isCloseTo(CURVE[k - 2], within(0.005));
      }
    }
    assertThat(report.candidate(8).inertia()).isLessThan(870.2);
    assertThat(report.best(KReport.Criterion.SILHOUETTE).k()).isEqualTo(3);
    assertThat(report.suggestion()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 6, 2775.707104516115, 0.5242296656541482",
    "8, 17, 870.6822286575343, 0.42074472922878636",
    "9, 13, 774.0221251934001, 0.4089571765040919",
    "10, 28, 680.9515726850314, 0.3978434773672364"
  })
  void fromScikitLearnsStartsTheGroupsAreItsOwn(
      int k, int iterations, double inertia, double silhouette) {
    KMeansModel model =
        KMeans.k(k).scaling(Scaling.NONE).centres(GiftShopStarts.of(k)).tolerance(1e-4).fit(scores);
    assertThat(model.iterations()).isEqualTo(iterations);
    assertThat(model.inertia()).isCloseTo(inertia, within(1e-9 * inertia));
    GroupQuality quality = GroupQuality.of(model.assign(scores), Scaling.NONE);
    assertThat(quality.silhouette()).isCloseTo(silhouette, within(1e-9));
    assertThat(quality.silhouette()).isCloseTo(CURVE[k - 2], within(0.001));
  }

  @Test
  void sizesAndMeansAreTheNotebooks() {
    Assignments three = GiftShop.publishedGroups(some).assign(some);
    ClusterProfile profile = ClusterProfile.of(three);
    assertThat(profile.groups())
        .extracting(ProfiledGroup::customers)
        .containsExactly(2269, 999, 776);
    assertThat(profile.groups())
        .extracting(ProfiledGroup::name)
        .containsExactly("promising", "lost", "loyal");
    double[][] means = {{51.22, 2.329, 660.07}, {253.47, 1.403, 386.28}, {31.94, 7.068, 2657.75}};
    for (int group = 0; group < 3; group++) {
      ProfiledGroup one = profile.groups().get(group);
      assertThat(one.mean("recency")).isCloseTo(means[group][0], within(0.005));
      assertThat(one.mean("frequency")).isCloseTo(means[group][1], within(0.0005));
      assertThat(one.mean("monetary")).isCloseTo(means[group][2], within(0.005));
    }
  }

  /** Two of 2,269, 999 and 776 are nearer to the next centre: scikit-learn stops before. */
  @Test
  void settledGroupsDifferInTwoCustomers() {
    KMeans plan = KMeans.k(3).scaling(Scaling.NONE).centres(GiftShopStarts.of(3));
    assertThat(plan.fit(scores).sizes()).containsExactly(2267, 1001, 776);
    assertThat(plan.tolerance(1e-4).fit(scores).sizes()).containsExactly(2269, 999, 776);
  }

  /** scikit-learn's GaussianMixture(3), as it stops by default, and with tol=1e-8. */
  @Test
  void theMixtureOfTheNotebookHadNotSettled() {
    GroupQuality early = GroupQuality.of(GiftShop.mixture(1e-3, scores), Scaling.NONE);
    assertThat(early.silhouette()).isCloseTo(.436, within(.005));
    GroupQuality settled = GroupQuality.of(GiftShop.mixture(1e-8, scores), Scaling.NONE);
    assertThat(settled.silhouette()).isCloseTo(0.34663488764650247, within(1e-9));
  }

  @Test
  void theBetterWayKeepsTheBestCustomers() throws IOException {
    RfmTable all = Rfm.withDefaults().extract(GiftShopLog.matched(FILE));
    assertThat(all.size()).isEqualTo(4334);
    KReport report = KMeans.scan(2, 10).seed(42).evaluate(all);
    assertThat(report.suggestion()).isEmpty();
    ClusterProfile profile = ClusterProfile.of(report.candidate(4).model().assign(all));
    assertThat(profile.groups())
        .extracting(ProfiledGroup::name)
        .containsExactly("sleeping", "good", "promising", "loyal");
    int[] best =
        IntStream.range(0, all.size()).filter(row -> some.rowOf(all.id(row)).isEmpty()).toArray();
    assertThat(best).hasSize(290);
    assertThat(GiftShop.among(best, profile.named(), "loyal")).isEqualTo(268);
    double theirs = Arrays.stream(best).mapToDouble(all::monetary).sum();
    assertThat(theirs / Arrays.stream(all.numeric("monetary")).sum()).isBetween(.5, .55);
  }

  @Test
  void printsBothWaysAndWhatChanges() throws Exception {
    assertThat(ExamplesRunTest.printed(args -> GiftShop.main(new String[] {FILE.toString()})))
        .contains("4,044 of 4,334", "67.7 %", "All 4,334 customers", "No clear k", "loyal 268")
        .satisfies(
            text ->
                assertThat(text.lines())
                    .allMatch(line -> line.codePointCount(0, line.length()) <= 100));
  }
}
