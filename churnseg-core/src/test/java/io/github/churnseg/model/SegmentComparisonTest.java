package io.github.churnseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.churnseg.InvalidDataException;
import org.junit.jupiter.api.Test;

class SegmentComparisonTest {

  @Test
  void matchesCustomersByIdAndCountsTheOthers() {
    Assignments value = Labelled.of("a=gold b=gold c=lead d=lead e=lead x=gold");
    Assignments behaviour = Labelled.of("e=2 d=2 c=1 b=1 a=1 y=2 z=1");
    SegmentComparison comparison = SegmentComparison.of(value, behaviour);
    assertThat(comparison.customers()).isEqualTo(5);
    assertThat(comparison.onlyInFirst()).isEqualTo(1);
    assertThat(comparison.onlyInSecond()).isEqualTo(2);
    assertThat(comparison.count(new SegmentLabel("lead"), new SegmentLabel("2"))).isEqualTo(2);
    assertThat(comparison.count(new SegmentLabel("gold"), new SegmentLabel("2"))).isZero();
    assertThat(comparison.toString())
        .contains("segment  1  2  all", "gold     2  0    2", "5 customers in both")
        .contains("left out: 1 only in the first, 2 only in the second");
    assertThat(comparison.toTable().columnNames()).containsExactly("segment", "1", "2");
  }

  /** Golden: scikit-learn 1.2.1 on a = [0,0,1,1,1], b = [0,0,0,1,1]. */
  @Test
  void agreesWithScikitLearn() {
    SegmentComparison comparison =
        SegmentComparison.of(
            Labelled.of("a=x b=x c=y d=y e=y"), Labelled.of("a=1 b=1 c=1 d=2 e=2"));
    assertThat(comparison.adjustedRand()).isCloseTo(0.16666666666666666, within(1e-12));
    assertThat(comparison.mutualInformation()).isCloseTo(0.29110316603236863, within(1e-12));
    assertThat(comparison.normalisedMutualInformation())
        .isCloseTo(0.4325380677663123, within(1e-12));
    assertThat(comparison.adjustedMutualInformation()).isCloseTo(0.2512669357444351, within(1e-10));
  }

  @Test
  void refusesSegmentationsOfStrangers() {
    assertThatThrownBy(() -> SegmentComparison.of(Labelled.of("a=1"), Labelled.of("b=1 c=1")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(
            "the segmentations, of [1, 2] customers, share no customer; their ids must be of one"
                + " kind");
  }

  @Test
  void namesTheLabelsThereAre() {
    SegmentComparison comparison = SegmentComparison.of(Labelled.of("a=1"), Labelled.of("a=2"));
    assertThatThrownBy(() -> comparison.count(new SegmentLabel("2"), new SegmentLabel("2")))
        .hasMessage("no segment '2'; there are [1]");
  }

  @Test
  void printsWithinAHundredColumns() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      many.append("c").append(i).append("=a_rather_long_name_").append(i).append(' ');
    }
    SegmentComparison comparison =
        SegmentComparison.of(Labelled.of(many.toString()), Labelled.of(many.toString()));
    assertThat(comparison.toString()).contains("… 28 more columns in toTable()");
    assertThat(comparison.toString().lines()).allMatch(line -> line.length() <= 100);
    assertThat(comparison.toTable().columnCount()).isEqualTo(41);
    assertThat(comparison.adjustedRand()).isEqualTo(1);
  }
}
