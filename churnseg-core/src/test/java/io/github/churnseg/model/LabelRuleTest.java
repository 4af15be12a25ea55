package io.github.churnseg.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelRuleTest {

  private static final LabelRule LOYALTY =
      LabelRule.loyalty(Set.of("Champions", "Loyal", "loyal"), Set.of("Lost", "once"));

  private static String names(CombinedSegments combined) {
    StringBuilder text = new StringBuilder();
    Assignments all = combined.assignments();
    for (int row = 0; row < all.size(); row++) {
      text.append(all.id(row)).append('=').append(all.label(row)).append(' ');
    }
    return text.toString().trim();
  }

  @Test
  void crossKeepsEverythingApart() {
    CombinedSegments combined =
        LabelRule.cross()
            .combine(
                Labelled.of("a=Lost b=Champions c=Lost d=Lost"), Labelled.of("a=1 b=2 c=2 d=1"));
    assertThat(names(combined)).isEqualTo("a=Lost/1 b=Champions/2 c=Lost/2 d=Lost/1");
    assertThat(combined.assignments().labels())
        .extracting(SegmentLabel::name)
        .containsExactly("Champions/2", "Lost/1", "Lost/2");
    assertThat(combined.warnings()).isEmpty();
    assertThat(combined.toString()).contains("Lost/1", "50.0 %");
  }

  @Test
  void threeGroupsNeedAllToAgreeAtBothEnds() {
    CombinedSegments combined =
        LOYALTY.combine(
            Labelled.of("a=Champions b=Loyal c=Lost d=Lost e=Promising"),
            Labelled.of("a=loyal b=once c=once d=loyal e=loyal"));
    assertThat(names(combined))
        .isEqualTo(
            "a=loyal b=potentially loyal c=one-time d=potentially loyal e=potentially loyal");
    assertThat(LOYALTY.toString()).contains("loyal where all of [Champions, Loyal, loyal]");
  }

  @Test
  void threeGroupsRefuseANameForBothEnds() {
    assertThatThrownBy(() -> LabelRule.loyalty(Set.of("x", "y"), Set.of("y")))
        .hasMessage(
            "[y] cannot stand for loyal and for one-time customers; name it in one of the two");
    assertThatThrownBy(() -> LabelRule.loyalty(Set.of("x"), Set.of()))
        .hasMessage("no name stands for one-time customers; give at least one");
  }

  @Test
  void warnsWhenTheCombinationGivesAnInputBack() {
    LabelRule first = labels -> labels.get(0);
    CombinedSegments combined =
        first.combine(Labelled.of("a=1 b=2 c=1 d=2"), Labelled.of("a=x b=x c=y d=y"));
    assertThat(combined.warnings())
        .containsExactly(
            "the combination gives segmentation 1 back (adjusted Rand 1.000): the others add next"
                + " to nothing");
    assertThat(combined.toString()).contains("Warning: the combination gives segmentation 1");
  }

  @Test
  void warnsWhenOneInputDecidesAlone() {
    LabelRule coarse =
        labels -> new SegmentLabel(labels.get(1).name().equals("x") ? "left" : "right");
    CombinedSegments combined =
        coarse.combine(
            Labelled.of("a=1 b=2 c=1 d=2 e=1 f=2"), Labelled.of("a=x b=x c=y d=y e=z f=z"));
    assertThat(combined.warnings()).hasSize(1);
    assertThat(combined.warnings().get(0)).startsWith("segmentation 2 decides the combination");
  }

  @Test
  void warnsWhenEverybodyIsTheSame() {
    LabelRule one = labels -> new SegmentLabel("all");
    assertThat(one.combine(Labelled.of("a=1 b=2"), Labelled.of("a=x b=y")).warnings())
        .containsExactly("all customers have the same label: the combination tells nobody apart");
  }

  @Test
  void leavesOutAndCountsThoseWhoAreNotInAll() {
    CombinedSegments combined =
        LabelRule.cross().combine(Labelled.of("a=1 b=2 c=1 d=2"), Labelled.of("e=x d=x b=y a=x"));
    assertThat(names(combined)).isEqualTo("a=1/x b=2/y d=2/x");
    assertThat(combined.warnings())
        .contains(
            "1 customers of segmentation 1 are not in all the others and were left out",
            "1 customers of segmentation 2 are not in all the others and were left out");
    Assignments some = combined.assignments();
    assertThat(some.customers().rowOf("d")).hasValue(2);
    assertThat(some.customers().rowOf("c")).isEmpty();
    assertThat(some.customers().numeric("x")).hasSize(3);
    assertThat(combined.toTable().columnNames()).containsExactly("customer", "segment");
  }

  @Test
  void combinesThree() {
    CombinedSegments combined =
        LabelRule.cross()
            .combine(Labelled.of("a=1 b=2"), Labelled.of("b=x a=y"), Labelled.of("a=p b=q"));
    assertThat(names(combined)).isEqualTo("a=1/y/p b=2/x/q");
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> LabelRule.cross().combine())
        .hasMessageContaining("nothing to combine");
  }

  @Test
  void isALambdaOnTheLabels() {
    LabelRule rule = labels -> labels.get(labels.size() - 1);
    assertThat(rule.combine(List.of(new SegmentLabel("a"), new SegmentLabel("b"))).name())
        .isEqualTo("b");
  }
}
