package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The segmentation of the UK gift shop as the reference project reports it, and the better way
 * beside it. The reference's figures were re-run with scikit-learn 1.2.1 on the same file.
 */
class OnlineRetailTest {

  private static CustomerFeatures all = Customers.of(new double[0]);

  @BeforeAll
  static void load() throws IOException {
    assumeTrue(Files.exists(OnlineRetail.FILE), () -> "skipped: no " + OnlineRetail.FILE + " here");
    all = OnlineRetail.customers();
  }

  private static CustomerFeatures withoutTheBest() {
    double[] orders = all.numeric("frequency");
    double[] money = all.numeric("monetary");
    double mostOrders = new ColumnValues(orders.clone()).quantile(0.95);
    double mostMoney = new ColumnValues(money.clone()).quantile(0.95);
    return all.select(
        IntStream.range(0, all.size())
            .filter(row -> orders[row] <= mostOrders && money[row] <= mostMoney)
            .toArray());
  }

  @Test
  void theReferencesWayGivesTheReferencesNumbers() {
    assertThat(all.size()).isEqualTo(4334);
    CustomerFeatures some = withoutTheBest();
    assertThat(some.size()).isEqualTo(4044);
    PcaModel pca = Pca.components(2).scaling(Scaling.Z_SCORE).fit(some);
    assertThat(pca.explained()).containsExactly(new double[] {0.67747, 0.24013}, within(0.000005));
    KReport report = KMeans.scan(2, 10).scaling(Scaling.NONE).seed(42).evaluate(pca.extract(some));
    double[] reference = {.500, .524, .498, .455, .448, .420, .421, .409, .398};
    // Where the groups are better than the reference's, by inertia, its curve is no measure.
    double[] inertia = {
      5589.109, 2775.708, 1872.545, 1492.908, 1152.642, 987.217, 870.683, 774.023, 680.952
    };
    for (int k = 2; k <= 10; k++) {
      KReport.Candidate candidate = report.candidate(k);
      assertThat(candidate.inertia()).isLessThan(inertia[k - 2] * 1.002);
      if (k <= 7 || candidate.inertia() > inertia[k - 2] * 0.9999) {
        assertThat(candidate.silhouette()).isCloseTo(reference[k - 2], within(0.005));
      }
    }
    assertThat(report.best(KReport.Criterion.SILHOUETTE).k()).isEqualTo(3);
    KMeansModel three = report.candidate(3).model();
    // Two of the reference's 2,269, 999 and 776 are nearer to the next centre: it stopped early.
    assertThat(three.sizes()).containsExactly(2267, 1001, 776);
    assertThat(three.inertia()).isCloseTo(2775.6971588976, within(1e-6));
    Assignments assigned = three.assign(pca.extract(some));
    ClusterProfile profile =
        ClusterProfile.of(
            new Assignments(
                some,
                assigned.labels(),
                IntStream.range(0, some.size()).map(assigned::labelIndex).toArray()));
    double[][] means = {{51.22, 2.329, 660.07}, {253.47, 1.403, 386.28}, {31.94, 7.068, 2657.75}};
    for (int group = 0; group < 3; group++) {
      ProfiledGroup one = profile.groups().get(group);
      assertThat(one.mean("recency")).isCloseTo(means[group][0], within(0.5));
      assertThat(one.mean("frequency")).isCloseTo(means[group][1], within(0.005));
      assertThat(one.mean("monetary")).isCloseTo(means[group][2], within(1.0));
    }
    assertThat(profile.groups().get(1).name()).isEqualTo("lost");
    assertThat(profile.groups().get(2).name()).isEqualTo("loyal");
  }

  /**
   * The start is the one that scikit-learn's KMeans(3, random_state=42, n_init=10) found best, and
   * {@code 1e-4} is its default tolerance; it stopped after six iterations.
   */
  @Test
  void stoppedWhereTheReferenceStoppedTheSizesAreItsOwn() {
    CustomerFeatures some = withoutTheBest();
    KMeans plan =
        KMeans.k(3)
            .scaling(Scaling.NONE)
            .centres(
                new double[][] {
                  {-2.1671012106968766, 1.752897810374707},
                  {3.262035872269811, 0.5792410103981797},
                  {-0.7117578926772596, -0.9635401865406374}
                });
    CustomerFeatures scores = Pca.components(2).scaling(Scaling.Z_SCORE).fit(some).extract(some);
    KMeansModel early = plan.tolerance(1e-4).fit(scores);
    assertThat(early.sizes()).containsExactly(2269, 999, 776);
    assertThat(early.iterations()).isEqualTo(6);
    assertThat(early.inertia()).isCloseTo(2775.7071045161, within(1e-6));
    assertThat(plan.fit(scores).sizes()).containsExactly(2267, 1001, 776);
  }

  @Test
  void theBetterWayKeepsTheBestCustomers() {
    KReport report = KMeans.scan(2, 10).seed(42).evaluate(all);
    KMeansModel model = report.candidate(4).model();
    Assignments assigned = model.assign(all);
    assertThat(Arrays.stream(model.sizes()).sum()).isEqualTo(4334);
    ClusterProfile profile = ClusterProfile.of(assigned);
    assertThat(profile.groups()).extracting(ProfiledGroup::name).contains("loyal");
    ProfiledGroup loyal =
        profile.groups().stream().filter(g -> g.name().equals("loyal")).findFirst().orElseThrow();
    Assignments named = profile.named();
    double[] orders = all.numeric("frequency");
    double[] money = all.numeric("monetary");
    double mostOrders = new ColumnValues(orders.clone()).quantile(0.95);
    double mostMoney = new ColumnValues(money.clone()).quantile(0.95);
    int[] best =
        IntStream.range(0, all.size())
            .filter(row -> orders[row] > mostOrders || money[row] > mostMoney)
            .toArray();
    assertThat(best).hasSize(290);
    long amongLoyal =
        Arrays.stream(best).filter(row -> named.label(row).name().equals("loyal")).count();
    assertThat(report.suggestion()).isEmpty();
    assertThat(amongLoyal).isGreaterThan(200);
    assertThat(loyal.median("recency")).isLessThan(51);
  }
}
