package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.features.Scaling;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupQualityTest {

  private static Assignments groups(CustomerFeatures customers, int k, int[] groups) {
    List<SegmentLabel> labels =
        IntStream.range(0, k).mapToObj(group -> new SegmentLabel("g" + group)).toList();
    return new Assignments(customers, labels, groups);
  }

  /** Golden: scikit-learn 1.2.1 on the same groups, as in {@link KScanTest}. */
  @Test
  void figuresAreThoseOfAScan() {
    CustomerFeatures customers = Customers.of(Customers.formula());
    Assignments assigned = KMeans.k(3).scaling(Scaling.NONE).fit(customers).assign(customers);
    GroupQuality quality = GroupQuality.of(assigned, Scaling.NONE);
    assertThat(quality.silhouette()).isCloseTo(0.7085743932636341, within(1e-12));
    assertThat(quality.calinskiHarabasz()).isCloseTo(646.8747782454888, within(1e-9));
    assertThat(quality.daviesBouldin()).isCloseTo(0.3994802356606912, within(1e-12));
    assertThat(quality.inertia()).isCloseTo(74.30514, within(1e-9));
    assertThat(quality.silhouetteError()).isZero();
    assertThat(quality.squaredSilhouette()).isBetween(0.7, 0.95);
    assertThat(quality.groups()).isEqualTo(3);
    assertThat(quality.smallestGroup()).isEqualTo(40);
    assertThat(quality.toString()).contains("Calinski-H.", "0.709", "646.9");
    assertThat(quality.toTable().doubleColumn("inertia").get(0)).isEqualTo(quality.inertia());
  }

  @Test
  void shuffledCustomersGiveTheSameBits() {
    CustomerFeatures customers = Shops.shop(15_000, 3);
    // No function of the values: equal customers are in different groups.
    int[] numbers = IntStream.range(0, 15_000).map(row -> row % 3).toArray();
    int[] order = IntStream.range(0, 15_000).map(i -> (int) (i * 1231L % 15_000)).toArray();
    GroupQuality quality = GroupQuality.of(groups(customers, 3, numbers));
    GroupQuality other =
        GroupQuality.of(
            groups(
                customers.select(order),
                3,
                IntStream.of(order).map(row -> numbers[row]).toArray()));
    assertThat(other.silhouette()).isEqualTo(quality.silhouette());
    assertThat(other.silhouetteError()).isEqualTo(quality.silhouetteError()).isPositive();
    assertThat(other).hasToString(quality.toString());
  }

  @Test
  void groupsWithoutCustomersDoNotCount() {
    GroupQuality quality =
        GroupQuality.of(groups(Shops.spend(1, 2, 9, 10), 4, new int[] {3, 3, 1, 1}), Scaling.NONE);
    assertThat(quality.groups()).isEqualTo(2);
    assertThat(quality.inertia()).isEqualTo(1);
    GroupQuality one = GroupQuality.of(groups(Shops.spend(1, 2), 1, new int[2]));
    assertThat(one.silhouette()).isNaN();
    assertThat(one.toString()).contains("–");
  }

  @Test
  void measuresChosenColumns() {
    CustomerFeatures customers = Shops.numbers(new double[] {1, 9}, new double[] {5, Double.NaN});
    Assignments both = groups(customers, 2, new int[] {0, 1});
    assertThat(GroupQuality.of(both, Scaling.NONE, "spend").inertia()).isZero();
    assertThatThrownBy(() -> GroupQuality.of(both))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageStartingWith("column 'x1', customer 'c1' (row 1, from 0): the value is missing");
  }
}
