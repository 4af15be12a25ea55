package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Golden numbers: scikit-learn 1.2.1 (Debian 12), sklearn.metrics with their defaults. */
class IndicesTest {

  private final Workers workers = new Workers(2);

  @AfterEach
  void stop() {
    workers.close();
  }

  private static Grouping grouping(int customers, int k, IntUnaryOperator groupOf) {
    return Grouping.of(IntStream.range(0, customers).map(groupOf).toArray(), k);
  }

  private double silhouette(double[][] columns, Grouping grouping) {
    return Silhouettes.of(columns, List.of(grouping), 10_000, 0, workers).get(0).mean();
  }

  @Test
  void agreeWithScikitLearnOnGroupsThatFit() {
    double[][] columns = Customers.formula();
    Grouping grouping = grouping(120, 3, i -> i % 3);
    Spread spread = new Spread(columns, grouping, workers);
    assertThat(silhouette(columns, grouping)).isCloseTo(0.7085743932636341, within(1e-12));
    assertThat(spread.squaredSilhouette()).isCloseTo(0.8948395315929838, within(1e-12));
    assertThat(spread.calinskiHarabasz()).isCloseTo(646.8747782454888, within(1e-9));
    assertThat(spread.daviesBouldin()).isCloseTo(0.3994802356606912, within(1e-12));
  }

  @Test
  void agreeWithScikitLearnOnGroupsThatDoNot() {
    double[][] columns = Customers.formula();
    Grouping grouping = grouping(120, 4, i -> i % 4);
    Spread spread = new Spread(columns, grouping, workers);
    assertThat(silhouette(columns, grouping)).isCloseTo(-0.04147246139436658, within(1e-12));
    assertThat(spread.squaredSilhouette()).isCloseTo(-0.052988858027179404, within(1e-12));
    assertThat(spread.calinskiHarabasz()).isCloseTo(0.026048554141558787, within(1e-11));
    assertThat(spread.daviesBouldin()).isCloseTo(130.90796925485148, within(1e-8));
  }

  @Test
  void distancesTakenOnceServeEveryGrouping() {
    double[][] columns = Customers.groups(700, 3, 4, 5, 1);
    List<Grouping> groupings =
        List.of(
            grouping(700, 2, i -> i % 2),
            grouping(700, 4, i -> i % 4),
            grouping(700, 1, i -> 0),
            grouping(700, 5, i -> i / 140));
    List<Silhouettes.Score> together = Silhouettes.of(columns, groupings, 1000, 0, workers);
    for (int g = 0; g < groupings.size(); g++) {
      Grouping one = groupings.get(g);
      if (one.k > 1) {
        assertThat(together.get(g).mean()).isCloseTo(plain(columns, one), within(1e-12));
      }
      assertThat(together.get(g).standardError()).isZero();
    }
    assertThat(together.get(2).mean()).isNaN();
  }

  @Test
  void groupsWithoutCustomersAndGroupsOfOneAreNoTrouble() {
    double[][] columns = {{0, 1, 5, 6, 100}};
    Grouping grouping = Grouping.of(new int[] {3, 3, 1, 1, 0}, 6);
    assertThat(grouping.k).isEqualTo(3);
    assertThat(grouping.smallest()).isEqualTo(1);
    assertThat(silhouette(columns, grouping)).isCloseTo(plain(columns, grouping), within(1e-12));
  }

  @Test
  void equalCustomersHaveASilhouetteOfNought() {
    double[][] columns = {{1, 1, 1, 1}};
    Grouping grouping = Grouping.of(new int[] {0, 1, 0, 1}, 2);
    assertThat(silhouette(columns, grouping)).isZero();
    assertThat(new Spread(columns, grouping, workers).squaredSilhouette()).isZero();
    assertThat(new Spread(columns, grouping, workers).daviesBouldin()).isZero();
  }

  @Test
  void aSampleIsAsNearAsItsStandardErrorSays() {
    double[][] columns = Customers.groups(6000, 2, 3, 4, 3);
    // A fourth group of 30 that a plain sample of 600 would see three of.
    Grouping grouping = grouping(6000, 4, i -> i < 30 ? 3 : i % 3);
    double exact = silhouette(columns, grouping);
    double errors = 0;
    for (int seed = 0; seed < 20; seed++) {
      Silhouettes.Score score =
          Silhouettes.of(columns, List.of(grouping), 600, seed, workers).get(0);
      assertThat(score.points()).isBetween(950, 1100);
      assertThat(score.standardError()).isBetween(0.002, 0.03);
      errors += Math.pow((score.mean() - exact) / score.standardError(), 2) / 20;
    }
    assertThat(errors).isBetween(0.2, 2.5);
  }

  @Test
  void manyGroupingsOfManyCustomersAreSampledInRounds() {
    double[][] columns = Customers.uniform(5000, 2, 4);
    List<Grouping> groupings =
        IntStream.rangeClosed(2, 12)
            .mapToObj(k -> grouping(5000, k, i -> (int) (columns[i * k % 2][i] * k)))
            .toList();
    List<Silhouettes.Score> scores = Silhouettes.of(columns, groupings, 400, 0, workers);
    for (int g = 0; g < scores.size(); g++) {
      assertThat(scores.get(g).mean()).isCloseTo(plain(columns, groupings.get(g)), within(0.06));
    }
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    double[][] columns = Customers.groups(9000, 3, 4, 3, 5);
    Grouping grouping = grouping(9000, 4, i -> i % 4);
    try (Workers one = new Workers(1);
        Workers four = new Workers(4)) {
      assertThat(Silhouettes.of(columns, List.of(grouping), 2000, 7, four))
          .isEqualTo(Silhouettes.of(columns, List.of(grouping), 2000, 7, one));
      assertThat(new Spread(columns, grouping, four).squaredSilhouette())
          .isEqualTo(new Spread(columns, grouping, one).squaredSilhouette());
    }
  }

  /** The definition, two loops over all customers. */
  private static double plain(double[][] columns, Grouping grouping) {
    int n = grouping.groups.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] means = new double[grouping.k];
      int own = grouping.groups[i];
      for (int other = 0; other < n; other++) {
        double square = 0;
        for (double[] column : columns) {
          square += (column[i] - column[other]) * (column[i] - column[other]);
        }
        int size = grouping.sizes[grouping.groups[other]];
        means[grouping.groups[other]] +=
            Math.sqrt(square) / (grouping.groups[other] == own ? size - 1 : size);
      }
      double inside = means[own];
      means[own] = Double.POSITIVE_INFINITY;
      double nearest = Arrays.stream(means).min().orElseThrow();
      sum += grouping.sizes[own] == 1 ? 0 : (nearest - inside) / Math.max(nearest, inside);
    }
    return sum / n;
  }
}
