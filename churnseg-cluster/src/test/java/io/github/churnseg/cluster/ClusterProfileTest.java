package io.github.churnseg.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import io.github.churnseg.features.CustomerFeatures;
import io.github.churnseg.model.Assignments;
import io.github.churnseg.model.SegmentLabel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterProfileTest {

  private static final String[] RFM = {"recency", "frequency", "monetary"};

  private static Assignments assign(CustomerFeatures customers, int... groups) {
    return new Assignments(
        customers,
        List.of(
            new SegmentLabel("1"),
            new SegmentLabel("2"),
            new SegmentLabel("3"),
            new SegmentLabel("4")),
        groups);
  }

  /** Twenty of each of four kinds; the last is named by nobody but by its numbers. */
  private static Assignments fourKinds() {
    double[][] typical = {{10, 12, 2500}, {30, 1, 90}, {300, 1, 80}, {200, 9, 1500}};
    double[][] columns = new double[3][80];
    for (int row = 0; row < 80; row++) {
      for (int j = 0; j < 3; j++) {
        columns[j][row] = typical[row % 4][j] + (j == 1 ? 0 : row / 4 % 5);
      }
    }
    return assign(Customers.of(RFM, columns), IntStream.range(0, 80).map(row -> row % 4).toArray());
  }

  @Test
  void namesAreBorneOutByTheNumbers() {
    ClusterProfile profile = ClusterProfile.of(fourKinds());
    assertThat(profile.groups())
        .extracting(ProfiledGroup::name)
        .containsExactly("loyal", "new", "lost", "at risk");
    ProfiledGroup loyal = profile.group(new SegmentLabel("1"));
    assertThat(loyal.customers()).isEqualTo(20);
    assertThat(loyal.share()).isEqualTo(0.25);
    assertThat(loyal.mean("frequency")).isEqualTo(12);
    assertThat(loyal.median("recency")).isEqualTo(12);
    assertThat(loyal.sentence())
        .contains("buys often (12.0 times against 5.8)", "last seen 12.0 days ago", "spends 3.1");
    assertThat(loyal.distinctions()).hasSize(3);
    assertThat(loyal.distinctions().get(0).difference())
        .isGreaterThanOrEqualTo(Math.abs(loyal.distinctions().get(1).difference()));
    assertThat(loyal).hasToString("1, loyal: " + loyal.sentence());
  }

  @Test
  void aGroupSeenLongAgoIsNeverCalledRecent() {
    for (ProfiledGroup group : ClusterProfile.of(fourKinds()).groups()) {
      if (List.of("loyal", "new", "promising", "regular").contains(group.name())) {
        assertThat(group.median("recency")).isLessThan(110);
      } else {
        assertThat(group.median("recency")).isGreaterThan(110);
      }
    }
  }

  @Test
  void namedAssignmentsCarryTheNames() {
    Assignments named = ClusterProfile.of(fourKinds()).named();
    assertThat(named.label(0).name()).isEqualTo("loyal");
    assertThat(named.label(3).name()).isEqualTo("at risk");
    assertThat(named.labels()).hasSize(4);
  }

  @Test
  void groupsOfOneNameAreToldApartByANumber() {
    double[][] columns = {
      {5, 5, 7, 7, 300, 300, 300, 300}, {1, 1, 1, 1, 1, 1, 1, 1}, {20, 20, 60, 60, 20, 20, 20, 20}
    };
    ClusterProfile profile =
        ClusterProfile.of(assign(Customers.of(RFM, columns), 0, 0, 1, 1, 2, 2, 2, 2));
    assertThat(profile.groups()).extracting(ProfiledGroup::name).doesNotHaveDuplicates();
    assertThat(profile.groups().get(0).name()).isEqualTo("new (monetary 20.0)");
  }

  @Test
  void otherColumnsNameGroupsByWhatSetsThemApart() {
    CustomerFeatures customers =
        Customers.of(
            new String[] {"visits", "age"},
            new double[] {9, 8, 9, 1, 2, 1},
            new double[] {40, 41, 39, 40, 41, 39});
    ClusterProfile profile = ClusterProfile.of(assign(customers, 0, 0, 0, 1, 1, 1));
    assertThat(profile.groups())
        .extracting(ProfiledGroup::name)
        .containsExactly("high visits", "low visits");
    assertThat(profile.groups().get(0).sentence()).isEqualTo("high visits (8.7 against 5.0)");
    assertThat(profile.groups().get(0).distinctions().get(0).difference())
        .isCloseTo(0.99, within(0.02));
    assertThat(profile.toTable().columnNames())
        .containsExactly(
            "segment", "name", "customers", "share", "mean visits", "mean age", "description");
  }

  @Test
  void aMeanThatIsButRoundingIsZero() {
    CustomerFeatures customers = Customers.of(new double[] {-0.3, 0.1, 0.2});
    ClusterProfile profile = ClusterProfile.of(assign(customers, 0, 1, 1));
    assertThat(profile.groups().get(0).sentence()).isEqualTo("low x0 (-0.300 against 0.0)");
  }

  @Test
  void aGroupLikeAllOthersIsTypical() {
    CustomerFeatures customers = Customers.of(new double[] {1, 2, 3, 1, 2, 3});
    ClusterProfile profile = ClusterProfile.of(assign(customers, 0, 0, 0, 1, 1, 1));
    assertThat(profile.groups().get(0).sentence()).isEqualTo("like all customers");
    assertThat(profile.groups().get(0).name()).startsWith("typical (x0 2.0)");
    assertThat(profile.groups().get(1).name()).isEqualTo("typical (x0 2.0) #2");
  }

  @Test
  void missingValuesDoNotCount() {
    CustomerFeatures customers = Customers.of(new double[] {1, Double.NaN, 9, Double.NaN});
    ClusterProfile profile = ClusterProfile.of(assign(customers, 0, 0, 1, 2));
    assertThat(profile.groups().get(0).mean("x0")).isEqualTo(1);
    assertThat(profile.groups().get(2).mean("x0")).isNaN();
    assertThat(profile.toString()).contains("–");
  }

  @Test
  void refusesWhatItCannotDescribe() {
    assertThatThrownBy(() -> ClusterProfile.of(assign(Customers.of(new double[0]))))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage("0 customers with numeric columns [x0]; a profile needs at least one of each");
    ClusterProfile profile = ClusterProfile.of(fourKinds());
    assertThatThrownBy(() -> profile.group(new SegmentLabel("9")))
        .hasMessage("no customer is in '9'; there are [1, 2, 3, 4]");
    assertThatThrownBy(() -> profile.groups().get(0).mean("age"))
        .hasMessage("no column 'age' in this profile; there are [recency, frequency, monetary]");
  }

  @Test
  void printsWithinAHundredColumns() {
    String text = ClusterProfile.of(fourKinds()).toString();
    assertThat(text).contains("1: ", "loyal", "25.0 %");
    assertThat(text.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
  }

  @Test
  void hugeNumbersAreToldApart() {
    CustomerFeatures customers = Shops.spend(1e300, 1.1e300, 1.7e308, 1.6e308, 1.5e308);
    ClusterProfile profile = ClusterProfile.of(KMeans.k(2).fit(customers).assign(customers));
    assertThat(profile.groups())
        .extracting(ProfiledGroup::name)
        .containsExactly("high spend", "low spend");
    assertThat(profile.groups().get(0).mean("spend")).isEqualTo(1.6e308);
  }
}
