package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.Progress;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class KMeansTest {

  private static final KMeans PLAIN = KMeans.k(2).scaling(Scaling.NONE);

  @Test
  void keepsNoCustomers() {
    KMeansModel model = KMeans.k(3).fit(Customers.of(Customers.groups(300, 2, 3, 8, 1)));
    assertThat(model.clustering().groups).isEmpty();
  }

  @Test
  void findsWhatIsApart() {
    KMeansModel model = PLAIN.fit(Shops.spend(1, 100, 2, 110, 3, 105, 2));
    assertThat(model.sizes()).containsExactly(4, 3);
    assertThat(model.centres()).isDeepEqualTo(new double[][] {{2}, {105}});
    assertThat(model.scaledCentres()).isDeepEqualTo(new double[][] {{2}, {105}});
    assertThat(model.inertia()).isEqualTo(52);
    assertThat(model.converged()).isTrue();
    assertThat(model.iterations()).isPositive();
    assertThat(model.k()).isEqualTo(2);
    assertThat(model.assign(Shops.spend(90, 0)).label(0).name()).isEqualTo("2");
    assertThat(model.toString())
        .contains(
            "segment  customers",
            "57.1 %",
            "K-means, k=2, scaling NONE, best of 10 starts, seed 0, 7 customers;");
  }

  @Test
  void startsFromGivenCentresOnce() {
    KMeans plan = PLAIN.centres(new double[][] {{100}, {0}});
    assertThat(plan).hasToString("K-means, k=2, scaling NONE, from given centres");
    assertThat(plan.fit(Shops.spend(1, 2, 99)).sizes()).containsExactly(2, 1);
  }

  @Test
  void aCentreWithoutCustomersMovesToTheFarthestOne() {
    double[][] start = {{0}, {1000}, {2000}};
    KMeansModel model =
        KMeans.k(3).scaling(Scaling.NONE).centres(start).fit(Shops.spend(1, 2, 3, 50, 51));
    // Both empty centres go out: first to 51, which is farthest from the mean 21.4, then to 1.
    assertThat(model.sizes()).containsExactly(2, 2, 1);
    assertThat(model.converged()).isTrue();
  }

  @Test
  void saysWhetherItConverged() {
    CustomerFeatures customers = Shops.shop(2000, 3);
    KMeansModel model = KMeans.k(6).restarts(1).maxIterations(2).fit(customers);
    assertThat(model.converged()).isFalse();
    assertThat(model.iterations()).isEqualTo(2);
    assertThat(model.report().warnings())
        .contains("not converged after 2 iterations; allow more with maxIterations(…)");
    assertThat(KMeans.k(6).restarts(1).tolerance(0.5).fit(customers).converged()).isTrue();
  }

  @Test
  void moreStartsAreNeverWorse() {
    CustomerFeatures customers = Shops.shop(1000, 5);
    double one = KMeans.k(7).restarts(1).seed(3).fit(customers).inertia();
    assertThat(KMeans.k(7).restarts(8).seed(3).fit(customers).inertia()).isLessThanOrEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void shuffledRowsAndThreadsGiveTheSameBits(int threads) {
    CustomerFeatures customers = Shops.shop(5000, 11);
    // 1,231 and 5,000 have no common factor, so that each row comes once.
    int[] order = IntStream.range(0, 5000).map(i -> i * 1231 % 5000).toArray();
    KMeansModel model = KMeans.k(5).restarts(2).threads(1).fit(customers);
    KMeansModel other = KMeans.k(5).restarts(2).threads(threads).fit(customers.select(order));
    assertThat(other.centres()).isDeepEqualTo(model.centres());
    assertThat(other.inertia()).isEqualTo(model.inertia());
    assertThat(other.report()).hasToString(model.report().toString());
  }

  @ParameterizedTest
  @EnumSource(Scaling.class)
  void centresComeBackInTheirOwnUnits(Scaling scaling) {
    CustomerFeatures customers = Shops.shop(500, 2);
    KMeansModel model = KMeans.k(3).scaling(scaling).fit(customers);
    assertThat(model.columns()).containsExactly("orders", "spend", "city=Oslo", "city=Tver");
    for (double[] centre : model.centres()) {
      assertThat(centre[0]).isBetween(1.0, 12.0);
      assertThat(centre[1]).isBetween(5.0, 300.0);
      assertThat(centre[2] + centre[3]).isCloseTo(1, within(1e-9));
    }
    KMeansModel again = KMeans.k(3).scaling(scaling).centres(model.centres()).fit(customers);
    assertThat(again.inertia()).isCloseTo(model.inertia(), within(1e-9 * model.inertia()));
  }

  @Test
  void weightsCountCustomersMoreThanOnce() {
    CustomerFeatures weighted = Shops.numbers(new double[] {0, 1, 9}, new double[] {3, 1, 1});
    CustomerFeatures repeated = Shops.spend(0, 0, 0, 1, 9);
    KMeansModel model = PLAIN.weights("x1").fit(weighted);
    assertThat(model.centres()).isDeepEqualTo(PLAIN.fit(repeated).centres());
    assertThat(model.inertia()).isEqualTo(PLAIN.fit(repeated).inertia());
    assertThat(model.sizes()).containsExactly(2, 1);
    assertThat(model.assign(Shops.spend(1)).label(0).name()).isEqualTo("1");
    assertThatThrownBy(() -> PLAIN.weights("x9").fit(weighted))
        .hasMessage("no numeric column 'x9' for weights; there are [spend, x1]");
    assertThatThrownBy(
            () -> PLAIN.weights("x1").fit(Shops.numbers(new double[2], new double[] {1, -1})))
        .hasMessage(
            "column 'x1', customer 'c1' (row 1, from 0): weight -1.0; a weight is 0 or more");
  }

  @Test
  void somebodyHasToCount() {
    assertThatThrownBy(
            () -> KMeans.k(1).weights("x1").fit(Shops.numbers(new double[] {1, 2}, new double[2])))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("all 2 customers weigh 0: nobody counts; give one a weight above 0");
  }

  @Test
  void everyCustomerMayBeAGroup() {
    KMeansModel model = KMeans.k(4).scaling(Scaling.NONE).fit(Shops.spend(4, 1, 3, 2));
    assertThat(model.inertia()).isZero();
    assertThat(model.centres()).isDeepEqualTo(new double[][] {{1}, {2}, {3}, {4}});
  }

  @Test
  void oneCustomerIsOneGroup() {
    KMeansModel model = KMeans.k(1).fit(Shops.spend(7));
    assertThat(model.sizes()).containsExactly(1);
    assertThat(model.inertia()).isZero();
  }

  @Test
  void rejectsKLargerThanDistinctCustomers() {
    assertThatThrownBy(() -> KMeans.k(3).fit(Shops.spend(1, 2, 2, 1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("k=3 but only 2 distinct customers; choose k <= 2");
    double[] thousands = new double[5000];
    Arrays.setAll(thousands, row -> row % 3);
    assertThatThrownBy(() -> KMeans.k(4).fit(Shops.spend(thousands)))
        .hasMessage("k=4 but only 3 distinct customers; choose k <= 3");
  }

  @Test
  void saysWhereCustomersDifferByTooLittleToTell() {
    double[] tiny = {1e-300, 2e-300, 5e-300};
    assertThatThrownBy(() -> PLAIN.fit(Shops.spend(tiny)))
        .hasMessage(
            "k=2 but only 1 whose squared distances are above 0: the others differ by too little;"
                + " choose a scaling other than NONE");
    assertThat(PLAIN.scaling(Scaling.MIN_MAX).fit(Shops.spend(tiny)).sizes()).containsExactly(2, 1);
  }

  /** Bins of such values are too narrow for a double to say how wide. */
  @ParameterizedTest
  @EnumSource(Scaling.class)
  void theSmallestNumbersComeToAnEnd(Scaling scaling) {
    CustomerFeatures customers =
        Shops.numbers(new double[] {1, 2, 3, 4}, new double[] {Double.MIN_VALUE, 0, 0, 0});
    assertThat(KMeans.k(2).scaling(scaling).fit(customers).converged()).isTrue();
  }

  @Test
  void aConstantColumnIsReportedAndTellsNobodyApart() {
    CustomerFeatures customers =
        Shops.numbers(new double[] {1, 2, 9}, new double[] {0.1, 0.1, 0.1});
    KMeansModel model = KMeans.k(2).fit(customers);
    assertThat(model.report().warnings())
        .containsExactly("column 'x1' is constant: it tells nobody apart");
    // on the plain scale, where the mean of three times 0.1 is not 0.1
    assertThat(KMeans.k(2).scaling(Scaling.NONE).fit(customers).report().warnings())
        .containsExactly("column 'x1' is constant: it tells nobody apart");
  }

  @Test
  void warnsWhereOneColumnDominates() {
    CustomerFeatures customers =
        Shops.numbers(new double[] {1000, 2000, 9000}, new double[] {1, 2, 1});
    assertThat(PLAIN.fit(customers).report().warnings())
        .containsExactly(
            "column 'spend' makes up 100 % of the distances; choose another scaling, or leave it"
                + " out");
    assertThat(KMeans.k(2).fit(customers).report().warnings()).isEmpty();
  }

  @Test
  void namesTheRowOfAValueItCannotUse() {
    assertThatThrownBy(() -> PLAIN.fit(Shops.spend(1, Double.NaN)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'spend', customer 'c1' (row 1, from 0): the value is missing; fill the gap or"
                + " leave such customers out");
    assertThatThrownBy(() -> PLAIN.fit(Shops.spend(1, 2, Double.NEGATIVE_INFINITY)))
        .hasMessageStartingWith("column 'spend', customer 'c2' (row 2, from 0): -Infinity has no");
    assertThatThrownBy(() -> PLAIN.fit(Shops.spend(1e200, 2)))
        .hasMessageEndingWith(
            "1.0E200 is beyond ±1e150, so that its square overflows; use LOG_Z_SCORE");
    assertThat(KMeans.k(2).fit(Shops.spend(1e200, 2, 1e300)).sizes()).containsExactly(2, 1);
  }

  @Test
  void namesMissingAndExtraColumnsOfNewcomers() {
    CustomerFeatures customers = Shops.shop(50, 1);
    KMeansModel model = KMeans.k(2).fit(customers);
    assertThatThrownBy(() -> model.assign(Shops.spend(1)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "numeric column 'orders' is missing; the model was fitted on [orders, spend, city],"
                + " these customers have [spend]");
    KMeansModel narrow = KMeans.k(2).fit(Shops.spend(1, 2, 30));
    assertThatThrownBy(() -> narrow.assign(customers))
        .hasMessageStartingWith(
            "column 'orders' is none of those the model was fitted on, [spend];");
    KMeansModel chosen = KMeans.k(2).columns("spend").fit(customers);
    assertThat(chosen.columns()).containsExactly("spend");
    assertThat(chosen.assign(customers).size()).isEqualTo(50);
    assertThatThrownBy(() -> KMeans.k(2).columns("age").fit(customers))
        .hasMessage("no column 'age'; these customers have [orders, spend, city]");
  }

  @Test
  void namesACategoryThatTheModelHasNotSeen() {
    KMeansModel model = KMeans.k(2).fit(Shops.shop(50, 1));
    assertThat(model.assign(from("Oslo", "Tver")).size()).isEqualTo(2);
    assertThatThrownBy(() -> model.assign(from("Oslo", "Rome")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "column 'city', customer 'x1' (row 1, from 0): category 'Rome' is unknown to the model,"
                + " which was fitted on [Oslo, Tver]; name one of these instead, or leave such"
                + " customers out");
  }

  @Test
  void namesACustomerWithoutCategory() {
    KMeansModel model = KMeans.k(2).fit(Shops.shop(50, 1));
    String reason =
        "column 'city', customer 'x1' (row 1, from 0): the category is missing; fill the gap or"
            + " leave such customers out";
    assertThatThrownBy(() -> model.assign(from("Oslo", ""))).hasMessage(reason);
    assertThatThrownBy(() -> KMeans.k(2).fit(from("Oslo", "")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(reason);
  }

  private static CustomerFeatures from(String... cities) {
    int size = cities.length;
    return CustomerFeatures.from(
        Table.create(
            StringColumn.create("id", IntStream.range(0, size).mapToObj(row -> "x" + row)),
            DoubleColumn.create("orders", IntStream.range(0, size).asDoubleStream().toArray()),
            DoubleColumn.create("spend", new double[size]),
            StringColumn.create("city", cities)),
        c -> c.id("id").numeric("orders", "spend").categorical("city"));
  }

  @Test
  void tellsOfEachIteration() {
    List<Double> shares = new ArrayList<>();
    KMeansModel model =
        KMeans.k(5)
            .restarts(1)
            .fit(
                Shops.shop(2000, 3),
                (stage, done) -> {
                  assertThat(stage).isEqualTo("k-means");
                  shares.add(done);
                });
    assertThat(model.iterations()).isGreaterThan(2);
    // The start, its iterations, the end.
    assertThat(shares).hasSize(model.iterations() + 2).isSorted().doesNotHaveDuplicates();
    assertThat(shares.get(0)).isZero();
    assertThat(shares.get(shares.size() - 1)).isEqualTo(1);
  }

  @Test
  void interruptionBetweenIterationsEndsTheWork() {
    List<Double> shares = new ArrayList<>();
    Progress impatient =
        (stage, done) -> {
          shares.add(done);
          if (done > 0) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> KMeans.k(5).restarts(1).fit(Shops.shop(2000, 3), impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(shares).hasSize(2);
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatThrownBy(() -> KMeans.k(0)).hasMessage("k=0; choose at least 1");
    assertThatThrownBy(() -> PLAIN.restarts(0)).hasMessage("restarts=0; choose at least 1");
    assertThatThrownBy(() -> PLAIN.threads(-1)).hasMessage("threads=-1; choose at least 1");
    assertThatThrownBy(() -> PLAIN.tolerance(Double.NaN)).hasMessageStartingWith("tolerance=NaN;");
    assertThatThrownBy(() -> PLAIN.centres(new double[][] {{1}}))
        .hasMessage("k=2 but 1 centres were given; give one a group");
    assertThatThrownBy(() -> PLAIN.centres(new double[2][2]).fit(Shops.spend(1, 2)))
        .hasMessage("centre 0 has 2 values, but there are 1 columns: [spend]");
  }

  @Test
  void farOutliersAndTinyDifferencesAreTakenAsTheyAre() {
    double[] spend = new double[3000];
    Arrays.setAll(spend, row -> row % 2 + 1e-3 * (row % 7));
    spend[17] = 1e12;
    KMeansModel model = KMeans.k(3).scaling(Scaling.Z_SCORE).fit(Shops.spend(spend));
    assertThat(model.sizes()).containsExactly(1500, 1499, 1);
  }
}
