package io.github.churnseg.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CrossCountsTest {

  private static CrossCounts counts(int[] a, int[] b) {
    return CrossCounts.of(a, 9, b, 9);
  }

  private static int[] groups(int[] numbers, int k) {
    return Arrays.stream(numbers).map(number -> Math.floorMod(number, k)).toArray();
  }

  /** Golden: scikit-learn 1.2.1, adjusted_rand_score and its kin with their defaults. */
  @Test
  void agreesWithScikitLearnOnTwelveCustomers() {
    int[] a = {0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3};
    int[] b = {0, 0, 1, 1, 1, 2, 2, 2, 2, 0, 1, 1};
    CrossCounts counts = counts(a, b);
    assertThat(counts.adjustedRand()).isCloseTo(0.1841779975278121, within(1e-12));
    assertThat(counts.mutualInformation()).isCloseTo(0.5718541947131252, within(1e-12));
    assertThat(counts.normalisedMutualInformation()).isCloseTo(0.469592419541264, within(1e-12));
    assertThat(counts.adjustedMutualInformation()).isCloseTo(0.25201161695681107, within(1e-10));
  }

  /** Golden: scikit-learn 1.2.1, as above. */
  @Test
  void agreesWithScikitLearnOnAThousandCustomers() {
    int[] a = IntStream.range(0, 1000).map(i -> i % 7).toArray();
    int[] b = IntStream.range(0, 1000).map(i -> i % 4 == 0 ? i % 7 % 5 : i / 3 % 5).toArray();
    CrossCounts counts = counts(a, b);
    assertThat(counts.adjustedRand()).isCloseTo(0.043378167535741655, within(1e-12));
    assertThat(counts.mutualInformation()).isCloseTo(0.1005056304526024, within(1e-12));
    assertThat(counts.normalisedMutualInformation()).isCloseTo(0.05660148790513637, within(1e-12));
    assertThat(counts.adjustedMutualInformation()).isCloseTo(0.050129050454004564, within(1e-10));
  }

  @Property
  void knowsAPartitionByAnyNames(@ForAll @Size(min = 1, max = 60) int[] numbers) {
    int[] groups = groups(numbers, 6);
    int[] renamed = Arrays.stream(groups).map(group -> (group * 5 + 2) % 6).toArray();
    CrossCounts counts = counts(groups, renamed);
    assertThat(counts.adjustedRand()).isCloseTo(1, within(1e-12));
    assertThat(counts.normalisedMutualInformation()).isCloseTo(1, within(1e-12));
    assertThat(counts.adjustedMutualInformation()).isCloseTo(1, within(1e-9));
  }

  @Property
  void doesNotMindWhichIsFirst(@ForAll @Size(60) int[] first, @ForAll @Size(60) int[] second) {
    int[] a = groups(first, 5);
    int[] b = groups(second, 4);
    CrossCounts one = counts(a, b);
    CrossCounts other = counts(b, a);
    assertThat(one.adjustedRand()).isCloseTo(other.adjustedRand(), within(1e-12));
    assertThat(one.adjustedMutualInformation())
        .isCloseTo(other.adjustedMutualInformation(), within(1e-9));
    assertThat(one.mutualInformation())
        .isLessThanOrEqualTo(Math.min(one.rowEntropy(), one.columnEntropy()) + 1e-12);
  }

  @Test
  void findsNothingInChanceEvenWithAMillionCustomers() {
    int[] a = IntStream.range(0, 1_000_000).map(i -> i % 8).toArray();
    int[] b = IntStream.range(0, 1_000_000).map(i -> i / 8 % 8).toArray();
    assertThat(counts(a, b).adjustedRand()).isCloseTo(0, within(1e-4));
    assertThat(counts(a, b).adjustedMutualInformation()).isCloseTo(0, within(1e-4));
  }
}
