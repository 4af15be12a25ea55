package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgglomerativeTest {

  /**
   * Golden: the sum of squares within groups and the sizes of scikit-learn 1.2.1,
   * AgglomerativeClustering(k, linkage="ward"), on the customers of {@link Customers#formula}.
   */
  @ParameterizedTest
  @CsvSource({"3, 74.30514, 40", "5, 53.239715, 40", "8, 31.899323888888894, 24"})
  void agreesWithScikitLearn(int k, double within, int largest) {
    CustomerFeatures customers = Customers.of(Customers.formula());
    AgglomerativeModel model = Agglomerative.k(k).scaling(Scaling.NONE).fit(customers);
    Assignments assigned = model.assign(customers);
    int[] groups = new int[120];
    for (int row = 0; row < 120; row++) {
      groups[row] = assigned.labelIndex(row);
    }
    try (Workers workers = new Workers(1)) {
      Spread spread = new Spread(Customers.formula(), Grouping.of(groups, k), workers);
      assertThat(spread.within()).isCloseTo(within, within(1e-9));
    }
    assertThat(assigned.counts().get(model.labels().get(0))).isEqualTo(largest);
    assertThat(model.centres()).hasDimensions(k, 2);
  }

  @Test
  void moreCustomersAreJoinedFromSmallGroups() {
    CustomerFeatures customers = Customers.of(Customers.groups(12_000, 2, 3, 12, 1));
    AgglomerativeModel model = Agglomerative.k(3).scaling(Scaling.Z_SCORE).fit(customers);
    assertThat(model.assign(customers).counts().values()).containsExactly(4000, 4000, 4000);
    assertThat(model.toString()).contains("1000 places joined");
  }

  @Test
  void warnsOfColumnsThatDecideNothingOrAll() {
    CustomerFeatures customers =
        Customers.of(
            new double[] {1, 2, 3, 4},
            new double[] {0.1, 0.1, 0.1, 0.1},
            new double[] {9, 70, 5, 80});
    AgglomerativeModel model = Agglomerative.k(2).scaling(Scaling.NONE).fit(customers);
    assertThat(model.report().warnings())
        .containsExactly(
            "column 'x1' is constant: it tells nobody apart",
            "column 'x2' makes up 100 % of the distances; choose another scaling, or leave it out");
    assertThat(model.toString()).contains("Warning: column 'x1' is constant");
    assertThat(
            Agglomerative.k(2).scaling(Scaling.Z_SCORE).columns("x0", "x2").fit(customers).report())
        .extracting(GroupReport::warnings)
        .isEqualTo(List.of());
  }

  @Test
  void rejectsKLargerThanDistinctCustomers() {
    assertThatThrownBy(() -> Agglomerative.k(3).fit(Customers.of(new double[] {1, 2, 2})))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("k=3 but only 2 distinct customers; choose k <= 2");
    assertThat(Agglomerative.k(3).columns("x0")).hasToString("Ward, k=3, LOG_Z_SCORE");
  }
}
